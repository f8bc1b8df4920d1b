import type { Acting } from '#core/people/acting.ts'
import type { Role } from '#core/people/role.ts'
import { addPerson } from '#store/people/add-person.ts'
import { openCase } from '#store/ledger/append.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword } from '#test/store/people/people.ts'
import { add, twoTeams } from '#test/store/case-page/officers.ts'
import type { StaffServer } from '../staff-server.ts'
import { newVisitor, type Visiting } from '../visitor.ts'

/** What pages of a case are tried on: two teams, and a customer with a home, a need and an alert. */
export async function fillHouse({ house: { store, landlord } }: StaffServer): Promise<void> {
  await twoTeams(store, landlord)
  await add(store, landlord, 'homes', 'h1', { address: '12 Station Road\nLinwood', postcode: 'PA3 3DX' })
  await add(store, landlord, 'customers', 'mabel', { kind: 'person', name: 'Mabel Brown' })
  await add(store, landlord, 'needs', 'n1', { customer: 'mabel', need: 'large-print' })
  const alert = { customer: 'mabel', alert: 'visit-in-pairs', setOn: '2026-01-01', reviewOn: '2027-01-01' }
  await add(store, landlord, 'alerts', 'a1', alert)
}

/** Opens a case with a letter of the customer’s that came two days before it was typed in. */
export async function openLetter({ house: { store, landlord } }: StaffServer): Promise<string> {
  const act = {
    type: 'contact-received',
    id: 'the-letter',
    at: '2026-02-27T10:00:00+00:00',
    data: { channel: 'letter', customer: 'mabel', home: 'h1' },
    words: [{ kind: 'letter' as const, text: 'The close light is out.\nPlease see to it.' }],
  }
  return done(await openCase(store, landlord, { kind: 'enquiry', act })).caseId
}

/** Somebody of these roles who has signed in, and what they may do in the store. */
export function comeIn(staff: StaffServer, name: string, ...roles: readonly Role[]) {
  return comeInAs(staff, name, { roles })
}

/** Somebody who has signed in, for a contractor where one is named. */
export async function comeInAs(
  staff: StaffServer,
  name: string,
  { roles, contractorId }: { readonly roles: readonly Role[]; readonly contractorId?: string },
) {
  const { store, landlord, door } = staff.house
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  const passwordHash = done(await door.passwords.hashOf(goodPassword))
  const person = { name, email, roles, passwordHash, ...(contractorId !== undefined && { contractorId }) }
  const { staffId } = done(await addPerson(store, landlord, { door, person }))
  const visitor = newVisitor()
  const comesBack = async () => {
    const page = await visitor.goTo(`${staff.origin}/sign-in/linstone`)
    await visitor.send(page, '/sign-in/linstone', { email, password: goodPassword })
  }
  await comesBack()
  const acting: Acting = { ...staff.house.landlord, by: `staff:${staffId}`, staffId }
  return {
    staffId,
    acting,
    /** On another day: sessions end by themselves. */
    comesBack,
    goTo: (path: string): Promise<Visiting> => visitor.goTo(`${staff.origin}${path}`),
    send: visitor.send,
  }
}
