import { openDoor } from '#store/people/door.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { recordSteps } from '#store/ledger/append.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { addPerson } from '#store/people/add-person.ts'
import { findStaffId } from '#store/people/people.ts'
import { signIn } from '#store/people/sign-in.ts'
import type { Store } from '#store/store.ts'
import { caseName, teamName } from '../full-size/made-cases.ts'
import { given } from '../full-size/seed.ts'
import { measuringSecret } from '../full-size/serving.ts'

/** Somebody at work: the session of their browser, and the cases they have. */
export interface AtWork {
  readonly session: string
  readonly cases: readonly string[]
}

const casesEach = 20
const password = 'measuring with otters'

/** So many people, each with a team, open cases and their customers; who was made in an earlier run is found again. */
export async function peopleAtWork(
  store: Store,
  acting: Acting,
  { people, cases }: { readonly people: number; readonly cases: number },
): Promise<readonly AtWork[]> {
  const door = openDoor({ secret: measuringSecret, origin: 'http://localhost' })
  const passwordHash = given(await door.passwords.hashOf(password))
  const atWork: AtWork[] = []
  for (let n = 0; n < people; n++) {
    const email = `measured-${n}@example.org`
    const team = teamName(n)
    const known = await findStaffId(store, acting, { email })
    const theirs = casesOf(n, cases)
    if (isRefused(known)) {
      await made(store, acting, teams, team, { name: `Team ${team}` })
      const person = { name: `Measured ${n}`, email, roles: ['case officer'], passwordHash }
      const { staffId } = given(await addPerson(store, acting, { door, person }))
      const row = given(await readMaster(store, acting, staff, { id: staffId }))
      given(
        await changeMaster(store, acting, staff, {
          id: staffId,
          expected: row.version,
          values: { ...row.values, team },
        }),
      )
      await giveWork(store, acting, { staffId, team, cases: theirs })
    }
    const asked = {
      landlord: acting.landlord,
      email,
      password,
      address: `192.0.2.${n}`,
      browser: 'measuring',
    }
    const { token } = given(await signIn(store, door, asked))
    atWork.push({ session: token, cases: theirs })
  }
  return atWork
}

/** Of the last months, so that about half of them are open. */
function casesOf(n: number, cases: number): readonly string[] {
  return Array.from({ length: casesEach }, (_, index) => caseName(cases - 1 - (n * casesEach + index) * 3))
}

async function giveWork(
  store: Store,
  acting: Acting,
  {
    staffId,
    team,
    cases,
  }: { readonly staffId: string; readonly team: string; readonly cases: readonly string[] },
): Promise<void> {
  for (const caseId of cases) {
    const customer = `customer-of-${caseId}`
    await made(store, acting, customers, customer, { kind: 'person', name: `Mary Measured ${caseId}` })
    const act = { type: 'case-assigned', data: { team, holder: staffId, customer } }
    given(await recordSteps(store, acting, [{ in: caseId, act }]))
  }
}

async function made(
  ...[store, acting, definition, id, values]: [Store, Acting, typeof customers | typeof teams, string, object]
) {
  const added = await addMaster(store, acting, definition, { id, values })
  if (isRefused(added) && added.because !== 'already there') given(added)
}
