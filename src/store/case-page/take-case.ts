import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { maySee, noSuchCase, recordStep } from '../ledger/append.ts'
import { type CaseRow, lockCases } from '../ledger/case-row.ts'
import type { Recorded } from '../ledger/write.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** What whoever acts has seen of the case: refused where something happened since. */
export interface Seen {
  readonly caseId: string
  readonly expectedVersion?: number
}

/**
 * Takes a case for oneself. Giving out work is for those who lead (`cases.assign`), but work that lies in one’s own team, or
 * nowhere, and that nobody has, may be taken by any officer: otherwise it would lie until somebody gives it out.
 */
export function takeCase(store: Store, acting: Acting, seen: Seen): Promise<Recorded | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const row = await lockedCase(tx, seen.caseId)
    if (isRefused(row)) return row
    const team = await teamOfTaker(tx)
    const fault = takingFault(tx, row, team)
    if (fault !== undefined) return fault
    const data = whose(row, { team: row.team_id ?? team, holder: acting.staffId })
    return recordStep(mayAssign(tx), store, {
      in: seen.caseId,
      act: { type: 'case-assigned', id: newId(), data },
      ...expected(seen),
    })
  })
}

/** The version as a step asks for it. */
export function expected({ expectedVersion }: Seen): { readonly expectedVersion?: number } {
  return expectedVersion === undefined ? {} : { expectedVersion }
}

/** The case, locked against other writers until this transaction ends, where whoever acts may see it. */
export async function lockedCase(tx: Transaction, caseId: string): Promise<CaseRow | Refused> {
  const [row] = await tx.run(lockCases, [tx.acting.landlord, [caseId]])
  return row === undefined || !maySee(tx.acting, row) ? noSuchCase(caseId) : row
}

/** Giving out, merging and putting right are for the landlord’s own staff: a contractor does its job and says so. */
export function contractorFault({ contractorId }: Acting): Refused | undefined {
  if (contractorId === undefined) return undefined
  return refused('not allowed', 'a contractor cannot do this', 'tell the landlord’s staff')
}

/** The fields of an assignment; a contractor keeps its job whoever of ours has the case. */
export function whose(
  { contractor_id: contractor }: Pick<CaseRow, 'contractor_id'>,
  { team, holder }: { readonly team: string | null | undefined; readonly holder?: string | undefined },
): Readonly<Record<string, string>> {
  return {
    ...(team !== null && team !== undefined && { team }),
    ...(holder !== undefined && { holder }),
    ...(contractor !== null && { contractor }),
  }
}

/**
 * The same transaction, allowed to say who has the case. Only for acts that say so by the way and have been judged above:
 * taking what nobody has, and passing on what one has in hand.
 */
export function mayAssign(tx: Transaction): Transaction {
  return { ...tx, acting: { ...tx.acting, may: new Set([...tx.acting.may, 'cases.assign']) } }
}

function takingFault(tx: Transaction, row: CaseRow, team: string | null): Refused | undefined {
  const { staffId, contractorId, may } = tx.acting
  if (staffId === undefined || contractorId !== undefined)
    return refused('not allowed', 'a case is taken by a member of staff', 'ask the landlord’s staff')
  if (may.has('cases.assign')) return undefined
  if (row.holder_id === staffId) return refused('already there', 'you have this case already')
  if (row.holder_id !== null)
    return refused('not allowed', 'somebody has this case', 'ask them, or a team leader, to pass it on')
  if (row.team_id === null || row.team_id === team) return undefined
  return refused('not allowed', 'this case is with another team', 'ask that team, or a team leader')
}

async function teamOfTaker(tx: Transaction): Promise<string | null> {
  const { landlord, staffId } = tx.acting
  if (staffId === undefined) return null
  const [row] = await tx.run(teamOfStaff, [landlord, staffId])
  return row?.team_id ?? null
}

/** The team of a member of staff who works here now. */
export const teamOfStaff = statement<{ readonly team_id: string | null }>(
  'team-of-staff',
  'select team_id from staff where landlord = $1 and staff_id = $2 and active',
)
