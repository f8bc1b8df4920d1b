import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** Who answers for a duty of the landlord’s, or for a return, and how long before it is due they are told. */
export interface DutyOwner {
  readonly concerns: 'duty' | 'return'
  /** The promise whose duty it is; or what the return is called. */
  readonly name: string
  readonly teamId: string | null
  readonly staffId: string | null
  readonly daysBefore: number
  /** Of a return. */
  readonly everyMonths: number | null
}

/** A newsletter or a review takes longer than a letter: this is how long before it is due that it is raised. */
export const usualDaysBefore = 28

/** A change of who answers for what; without a team and a member of staff, nobody in particular does. */
export type OwnerToSet = Omit<DutyOwner, 'everyMonths'> & { readonly everyMonths?: number }

/** Sets who answers for a duty or a return: whoever looks after returns and evidence, or after editions, may. */
export function setDutyOwner(
  store: Store,
  acting: Acting,
  owner: OwnerToSet,
): Promise<{ readonly name: string } | Refused> {
  const permission = acting.may.has('editions.activate') ? 'editions.activate' : 'returns.write'
  return store.database.transact(acting, permission, async (tx) => {
    const fault = ownerFault(owner) ?? (await namedFault(tx, owner))
    if (fault !== undefined) return fault
    const { concerns, name, teamId, staffId, daysBefore, everyMonths } = owner
    const at = instantText(store.now())
    await tx.run(putOwner, [
      acting.landlord,
      concerns,
      name,
      teamId,
      staffId,
      daysBefore,
      concerns === 'return' ? (everyMonths ?? 1) : null,
      at,
      acting.by,
    ])
    return { name }
  })
}

/** Who answers for what, by its name. */
export async function ownersIn(
  tx: Transaction,
  concerns: DutyOwner['concerns'],
): Promise<ReadonlyMap<string, DutyOwner>> {
  const rows = await tx.run(ownersOf, [tx.acting.landlord, concerns])
  return new Map(rows.map((row) => [row.name, row]))
}

/** Whether somebody may say what was done of it: whoever records evidence, or who answers for this. */
export async function mayAnswer(tx: Transaction, owner: DutyOwner | undefined): Promise<boolean> {
  const { may, staffId, contractorId, landlord } = tx.acting
  if (contractorId !== undefined) return false
  if (may.has('returns.write')) return true
  if (owner === undefined || staffId === undefined) return false
  if (owner.staffId !== null) return owner.staffId === staffId
  const [own] = await tx.run(teamOfStaff, [landlord, staffId])
  return own !== undefined && own.teamId === owner.teamId
}

/** The same transaction with leave to record evidence and figures and to put these right, for who answers for this one duty. */
export function withLeaveToRecord(tx: Transaction): Transaction {
  return { ...tx, acting: { ...tx.acting, may: new Set([...tx.acting.may, 'returns.write', 'cases.write']) } }
}

function ownerFault({ daysBefore, everyMonths }: OwnerToSet): Refused | undefined {
  if (!Number.isInteger(daysBefore) || daysBefore < 0 || daysBefore > 365)
    return refused(
      'not valid',
      'this is not a number of days from 0 to 365',
      'write 28, for example',
      '/days',
    )
  if (everyMonths !== undefined && (!Number.isInteger(everyMonths) || everyMonths < 1 || everyMonths > 60))
    return refused('not valid', 'this is not a number of months from 1 to 60', 'write 1 or 12', '/months')
  return undefined
}

async function namedFault(tx: Transaction, { teamId, staffId }: OwnerToSet): Promise<Refused | undefined> {
  const [there] = await tx.run(whoIsThere, [tx.acting.landlord, teamId, staffId])
  if (there?.team === false)
    return refused('not found', 'there is no such team', 'choose one of the list', '/team')
  if (there?.staff === false)
    return refused('not found', 'there is no such member of staff', 'choose somebody of the list', '/staff')
  return undefined
}

const putOwner = statement(
  'put-duty-owner',
  `insert into duty_owners (landlord, concerns, name, team_id, staff_id, days_before, every_months, set_at, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (landlord, concerns, name) do update set team_id = excluded.team_id, staff_id = excluded.staff_id,
     days_before = excluded.days_before, every_months = excluded.every_months, set_at = excluded.set_at, set_by = excluded.set_by`,
)

const ownersOf = statement<DutyOwner>(
  'duty-owners-of',
  `select concerns, name, team_id as "teamId", staff_id as "staffId", days_before as "daysBefore",
          every_months as "everyMonths"
     from duty_owners where landlord = $1 and concerns = $2 order by name limit 2000`,
)

const teamOfStaff = statement<{ readonly teamId: string | null }>(
  'team-of-staff-for-duties',
  'select team_id as "teamId" from staff where landlord = $1 and staff_id = $2 and active and team_id is not null',
)

const whoIsThere = statement<{ readonly team: boolean; readonly staff: boolean }>(
  'duty-owner-is-there',
  `select ($2::text is null or exists (select from teams where landlord = $1 and team_id = $2)) as team,
          ($3::text is null or exists (select from staff where landlord = $1 and staff_id = $3 and active)) as staff`,
)
