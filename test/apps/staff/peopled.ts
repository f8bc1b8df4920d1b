import { staffPageRoutes } from '#apps/staff/pages.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role, roles } from '#core/people/role.ts'
import type { PageRoute } from '#http/layout/page-route.ts'
import { openCase } from '#store/ledger/append.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { addMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword, setUpSecondFactor } from '#test/store/people/people.ts'
import { recordDay } from '../../../examples/day/day.ts'
import { openStaffServer, type StaffServer } from './staff-server.ts'

const visit = 'a-visit-of-32-letters-for-roles-'

/** Somebody of one role who is in. */
export interface Somebody {
  readonly staffId: string
  readonly acting: Acting & { readonly staffId: string }
  readonly token: string
}

/** What came of asking. */
export interface Answered {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** A day’s work at a landlord, and somebody of each role who looks at it. */
export interface Peopled extends StaffServer {
  readonly people: Readonly<Record<Role, Somebody>>
  /** An open case of each kind that the day holds. */
  readonly cases: Readonly<Record<string, string>>
  readonly routes: readonly PageRoute[]
  get(token: string, path: string): Promise<Answered>
  /** Sends a form as its own page would. */
  post(token: string, path: string, fields?: Readonly<Record<string, string>>): Promise<Answered>
}

/** Opens one. */
export async function openPeopled(): Promise<Peopled> {
  const staff = await openStaffServer()
  const { house } = staff
  const { store, landlord, door } = house
  done(await addMaster(store, landlord, contractors, { id: 'firm', values: { name: 'A firm' } }))
  const passwordHash = done(await door.passwords.hashOf(goodPassword))
  const people = await Promise.all(
    (Object.keys(roles) as Role[]).map(async (role) => {
      const email = `${role.replaceAll(' ', '.')}@example.org`
      const contractorId = role === 'contractor' ? { contractorId: 'firm' } : {}
      const person = { name: `A ${role}`, email, roles: [role], passwordHash, ...contractorId }
      const { staffId } = done(await addPerson(store, landlord, { door, person }))
      const { token } = await setUpSecondFactor(house, await house.comesIn(email))
      const { landlord: number } = landlord
      const acting = { landlord: number, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
      return [role, { staffId, acting: { ...acting, ...contractorId }, token }] as const
    }),
  )
  const staffIds = new Map(people.map(([role, { staffId }]) => [role, staffId]))
  const fault = await recordDay({ store, acting: landlord, staffIds, contractorId: 'firm' })
  if (fault !== undefined) throw new Error(fault.refusal)
  const found = {
    type: 'entitlement-found',
    data: { promise: 'LIN-01', case: 'of-before', customer: 'customer-0001' },
  }
  done(await openCase(store, landlord, { kind: 'compensation', act: found }))
  const cases = done(await listCases(store, landlord, { isOpen: true, limit: 200 }))
  return {
    ...staff,
    people: Object.fromEntries(people) as Record<Role, Somebody>,
    cases: Object.fromEntries(cases.map(({ kind, case_id: caseId }) => [kind, caseId])),
    routes: staffPageRoutes({ store, door }),
    get: (token, path) => askAs(staff, token, { method: 'GET', url: path }),
    post: (token, path, fields = {}) => askAs(staff, token, { method: 'POST', url: path, fields }),
  }
}

/** The address of a route, with these in the places of its parameters, and otherwise something that is not there. */
export function addressOf(path: string, values: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? 'nothing-there'))
}

/** Asks as whoever has this session; a form is sent as its own page would send it. */
export async function askAs(
  { server, origin, house: { door } }: StaffServer,
  token: string,
  {
    method,
    url,
    fields,
  }: {
    readonly method: 'GET' | 'POST'
    readonly url: string
    readonly fields?: Readonly<Record<string, string>>
  },
): Promise<Answered> {
  const formToken = door.box.mark(`${visit} ${token}`, 'form').toString('base64url')
  const answer = await server.inject({
    method,
    url,
    headers: {
      cookie: `kept_visit=${visit}; kept_session=${token}`,
      origin,
      host: new URL(origin).host,
      'content-type': 'application/x-www-form-urlencoded',
    },
    ...(fields && { payload: new URLSearchParams({ ...fields, 'form-token': formToken }).toString() }),
  })
  return { status: answer.statusCode, text: answer.body, location: answer.headers.location ?? '' }
}
