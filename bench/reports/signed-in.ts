import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { addMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { openDoor } from '#store/people/door.ts'
import { findStaffId } from '#store/people/people.ts'
import { signIn } from '#store/people/sign-in.ts'
import type { Store } from '#store/store.ts'
import { teamName } from '../full-size/made-cases.ts'
import { given } from '../full-size/seed.ts'
import { measuringSecret } from '../full-size/serving.ts'

const email = 'manager@example.org'
const password = 'measuring with otters'

/** Somebody who sees figures, and the team whose dashboard they open; found again where the database was kept. */
export async function managerIn(
  store: Store,
  acting: Acting,
): Promise<{ readonly session: string; readonly team: string }> {
  const door = openDoor({ secret: measuringSecret, origin: 'http://localhost' })
  const team = teamName(1)
  const added = await addMaster(store, acting, teams, { id: team, values: { name: `Team ${team}` } })
  if (isRefused(added) && added.because !== 'already there') given(added)
  if (isRefused(await findStaffId(store, acting, { email }))) {
    const passwordHash = given(await door.passwords.hashOf(password))
    const person = { name: 'Measured Manager', email, roles: ['performance officer'], passwordHash }
    given(await addPerson(store, acting, { door, person }))
  }
  const asked = { landlord: acting.landlord, email, password, address: '192.0.2.200', browser: 'measuring' }
  const { token } = given(await signIn(store, door, asked))
  return { session: token, team }
}
