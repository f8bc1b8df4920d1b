import type { Acting } from '#core/people/acting.ts'
import { type Role, roles } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { addMaster } from '#store/masters/writing.ts'
import { contractors } from '#store/masters/kinds/contractors.ts'
import { addPerson } from '#store/people/add-person.ts'
import type { Door } from '#store/people/door.ts'
import { findStaffId, staffIdWithEmail } from '#store/people/people.ts'
import type { Store } from '#store/store.ts'
import { jobs } from '../examples/day/staff.ts'

/** Under which address somebody of this role signs in at a landlord of the demonstration. */
export function demoEmail(role: Role, slug: string): string {
  return `${role.replaceAll(/[^a-z]+/g, '-')}@${slug}.example`
}

/** The demonstration’s password: of this installation alone, so that a demonstration on a network is not open to all. */
export function demoPassword({ box }: Door): string {
  const letters = box.mark('password', 'demonstration').toString('hex')
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4)).join('-')
}

/** Adds somebody for each role; whom a start that was cut off added is there already. */
export async function addDemoStaff(
  store: Store,
  acting: Acting,
  { slug, door }: { readonly slug: string; readonly door: Door },
): Promise<Refused | undefined> {
  const passwordHash = await door.passwords.hashOf(demoPassword(door))
  if (isRefused(passwordHash)) return passwordHash
  const contractor = await addMaster(store, acting, contractors, {
    id: demoContractor,
    values: { name: 'Northgate Building Services', trade: 'repairs', telephone: '01632 960300' },
  })
  if (isRefused(contractor) && contractor.because !== 'already there') return contractor
  for (const role of Object.keys(roles) as Role[]) {
    const person = {
      name: jobs[role].name,
      email: demoEmail(role, slug),
      roles: [role],
      passwordHash,
      ...(role === 'contractor' && { contractorId: demoContractor }),
    }
    const added = await addPerson(store, acting, { door, person })
    if (isRefused(added) && added.because !== 'already there') return added
  }
  return undefined
}

/** The firm whose jobs the demonstration’s contractor sees. */
export const demoContractor = 'demo-contractor'

/** Whether a landlord is one of a demonstration: its staff are there. */
export async function isDemo(store: Store, acting: Acting, slug: string): Promise<boolean> {
  const found = await store.database.transact(acting, 'people', async (tx) =>
    staffIdWithEmail(tx, demoEmail('administrator', slug)),
  )
  return found !== undefined && !isRefused(found)
}

/** Who of the demonstration has which role. */
export async function demoStaffIds(
  store: Store,
  acting: Acting,
  slug: string,
): Promise<ReadonlyMap<Role, string> | Refused> {
  const found = new Map<Role, string>()
  for (const role of Object.keys(roles) as Role[]) {
    const staffId = await findStaffId(store, acting, { email: demoEmail(role, slug) })
    if (isRefused(staffId)) return staffId
    found.set(role, staffId)
  }
  return found
}
