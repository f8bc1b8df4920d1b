import type { Page } from 'playwright-core'
import { findingEntitlements } from '#jobs/tasks/find-entitlements.ts'
import { passingTime } from '#jobs/tasks/pass-time.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { offices } from '#store/masters/kinds/offices.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { addMaster } from '#store/masters/writing.ts'
import { instant } from '#test/core/time/calendars.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { press, types } from '../keyboard.ts'
import { openStaffServer, type StaffServer } from '../staff-server.ts'

/** The pages over a landlord with one customer in one home. */
export interface CaseworkGround extends StaffServer {
  /** Turns the clock to an instant, and lets the jobs that follow time do their work. */
  turnTo(at: string): Promise<void>
  /** Signs in with the keyboard on a page that asks for it, and goes to an address. */
  comesIn(page: Page, email: string, path: string): Promise<void>
}

/** Opens one for a shipped landlord, on the morning of Monday 2 March 2026. */
export async function caseworkGround(landlord: string): Promise<CaseworkGround> {
  const staff = await openStaffServer(undefined, landlord)
  const { store } = staff.house
  const acting = staff.house.landlord
  const home = { address: '4 Fell Close\nKendal', postcode: 'LA9 4AA' }
  done(await addMaster(store, acting, homes, { id: 'home-1', values: home }))
  const tenant = { kind: 'person', name: 'Mabel Hill' }
  done(await addMaster(store, acting, customers, { id: 'mabel', values: tenant }))
  const tenancy = { home: 'home-1', customers: ['mabel'], kind: 'general-needs', startedOn: '2019-05-01' }
  done(await addMaster(store, acting, tenancies, { values: tenancy }))
  const office = { name: 'Head office', address: '1 High Street\nAnytown', postcode: 'PA4 9AA' }
  done(await addMaster(store, acting, offices, { id: 'head', values: office }))
  const goOn = new AbortController().signal
  const jobs = async () => {
    for (const task of [passingTime, findingEntitlements]) await task.run(store, acting, {}, goOn)
  }
  // Kept has been in use since this morning.
  await jobs()
  return {
    ...staff,
    async turnTo(at) {
      staff.house.at = instant(at)
      await jobs()
    },
    async comesIn(page, email, path) {
      await page.context().clearCookies()
      await page.goto(`${staff.origin}${path}`)
      await types(page, 'E-mail address', email)
      await types(page, 'Password', goodPassword)
      await press(page, 'Sign in')
    },
  }
}

/** What the page says, in one line. */
export async function wordsOn(page: Page): Promise<string> {
  return ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ')
}
