import type { Page } from 'playwright-core'
import type { Acting } from '#core/people/acting.ts'
import { alerts } from '#store/masters/kinds/alerts.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { addMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { signIn } from '#store/people/sign-in.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword, type House } from '#test/store/people/people.ts'

/** Margaret Okonkwo, who lives with us: two must visit her, and letters to her are in large print. */
export async function addMargaret({ store }: House, landlord: Acting): Promise<string> {
  const home = { address: '14 Mill Lane\nAnytown', postcode: 'PA4 9ZZ', kind: 'flat' }
  const id = 'margaret'
  const person = { kind: 'person', name: 'Margaret Okonkwo', title: 'Mrs', telephone: '01632 960 018' }
  done(await addMaster(store, landlord, homes, { id: 'mill-lane', values: home }))
  done(await addMaster(store, landlord, customers, { id, values: person }))
  const tenancy = { home: 'mill-lane', customers: [id], kind: 'general-needs', startedOn: '2019-05-01' }
  done(await addMaster(store, landlord, tenancies, { values: tenancy }))
  done(await addMaster(store, landlord, needs, { values: { customer: id, need: 'large-print' } }))
  const alert = { customer: id, alert: 'visit-in-pairs', setOn: '2025-06-01', reviewOn: '2026-06-01' }
  done(await addMaster(store, landlord, alerts, { values: alert }))
  return id
}

let clerks = 0

/** Signs a contact officer of this landlord in, without the pages for it. */
export async function comesInAsClerk(
  page: Page,
  origin: string,
  house: House,
  landlord: Acting,
): Promise<{ readonly staffId: string; readonly email: string }> {
  const { store, door } = house
  const email = `clerk-${++clerks}@example.org`
  const passwordHash = done(await door.passwords.hashOf(goodPassword))
  const clerk = { name: 'Cal Clerk', email, roles: ['contact officer'] as const, passwordHash }
  const { staffId } = done(await addPerson(store, landlord, { door, person: clerk }))
  const where = { landlord: landlord.landlord, address: '192.0.2.7', browser: 'Firefox on Linux' }
  const { token } = done(await signIn(store, door, { ...where, email, password: goodPassword }))
  await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
  return { staffId, email }
}
