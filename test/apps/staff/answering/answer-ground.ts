import type { Page } from 'playwright-core'
import type { Acting } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import { openCase } from '#store/ledger/append.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { offices } from '#store/masters/kinds/offices.ts'
import { staff as staffMaster } from '#store/masters/kinds/staff.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { signIn } from '#store/people/sign-in.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword, type House } from '#test/store/people/people.ts'

/** A landlord with its own promises, an office, and Joan Doe, who lives with it and wrote to it. */
export interface Ground {
  readonly acting: Acting
  /** Opens a case that began in this way. */
  open(kind: string, type: string, data: object): Promise<string>
}

/** Makes one by the pack of this name. */
export async function landlordBy(pack: string, house: House): Promise<Ground> {
  const { store } = house
  // The house’s own landlord is Linstone already.
  const acting = pack === 'linstone' ? house.landlord : await house.addLandlord(pack)
  const office = { name: 'Head office', address: '1 High Street\nAnytown', postcode: 'PA4 9AA' }
  done(await addMaster(store, acting, offices, { id: 'head', values: office }))
  const joan = {
    kind: 'person',
    name: 'Joan Doe',
    title: 'Mrs',
    email: 'joan@example.org',
    address: '2 Low Road\nAnytown',
    postcode: 'PA4 9ZZ',
  }
  done(await addMaster(store, acting, customers, { id: 'joan', values: joan }))
  return {
    acting,
    open: async (kind, type, data) =>
      done(await openCase(store, acting, { kind, act: { type, data: { customer: 'joan', ...data } } }))
        .caseId,
  }
}

/** Signs in somebody with a job title, a direct dial and an office, without the pages for it. */
export async function comesInAs(
  page: Page,
  { origin, house, acting }: { readonly origin: string; readonly house: House; readonly acting: Acting },
  ...roles: readonly Role[]
): Promise<string> {
  const { store, door } = house
  const email = `ann${Math.random().toString(36).slice(2)}@example.org`
  const passwordHash = done(await door.passwords.hashOf(goodPassword))
  const { staffId } = done(
    await addPerson(store, acting, { door, person: { name: 'Ann Archer', email, roles, passwordHash } }),
  )
  const now = done(await readMaster(store, acting, staffMaster, { id: staffId }))
  const values = { ...now.values, jobTitle: 'Housing officer', directDial: '01539 711222', office: 'head' }
  done(await changeMaster(store, acting, staffMaster, { id: staffId, expected: now.version, values }))
  const where = { landlord: acting.landlord, address: '192.0.2.8', browser: 'Firefox on Linux' }
  const { token } = done(await signIn(store, door, { ...where, email, password: goodPassword }))
  await page.context().addCookies([{ name: 'kept_session', value: token, url: origin }])
  return staffId
}
