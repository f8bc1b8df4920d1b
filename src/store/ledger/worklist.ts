import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { asItStands } from './read-case.ts'
import { clockColumns, type ClockRow } from './clock-row.ts'

/** Whose open clocks to list, and from where. */
export interface WorklistAsked {
  /** Of one member of staff, of a team, of a team’s work that nobody has, or of everybody. */
  readonly of:
    | { readonly holderId: string }
    | { readonly teamId: string; readonly unassigned?: boolean }
    | 'everybody'
  /** Due from this instant on; what is overdue comes first otherwise. */
  readonly from?: Instant
  /** Due before this instant. */
  readonly before?: Instant
  /** The last row of the page before. */
  readonly after?: WorklistCursor
  /** How many, 200 at the most. */
  readonly limit?: number
}

export interface WorklistCursor {
  readonly keepsUntil: Instant
  readonly caseId: string
  readonly promise: string
  readonly n: number
}

/** Open clocks in the order in which they fall due, page by page: the last page costs what the first does. */
export function worklist(
  store: Store,
  acting: Acting,
  { of, from, before, after, limit = 50 }: WorklistAsked,
): Promise<readonly ClockRow[] | Refused> {
  const [rows, whose] = listOf(acting, of)
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const found = await tx.run(rows, [
      acting.landlord,
      instantText(after?.keepsUntil ?? from) ?? '-infinity',
      after?.caseId ?? '',
      after?.promise ?? '',
      after?.n ?? 0,
      instantText(before) ?? 'infinity',
      Math.min(limit, 200),
      ...whose,
    ])
    return found.map((clock) => asItStands(clock, store.now()))
  })
}

/** Each list is one index, read from one place on. */
function listOf(
  { contractorId }: Acting,
  of: WorklistAsked['of'],
): readonly [rows: Statement<ClockRow>, whose: readonly string[]] {
  if (contractorId !== undefined) return [ofContractor, [contractorId]]
  if (of === 'everybody') return [ofEverybody, []]
  if ('holderId' in of) return [ofHolder, [of.holderId]]
  return [of.unassigned === true ? unassignedOfTeam : ofTeam, [of.teamId]]
}

const ofEverybody = openClocks('worklist-of-everybody', '')
const ofTeam = openClocks('worklist-of-team', 'and team_id = $8')
const unassignedOfTeam = openClocks('worklist-unassigned', 'and team_id = $8 and holder_id is null')
const ofHolder = openClocks('worklist-of-holder', 'and holder_id = $8')
const ofContractor = openClocks('worklist-of-contractor', 'and contractor_id = $8')

function openClocks(name: string, whose: string): Statement<ClockRow> {
  return statement(
    name,
    `select ${clockColumns}
       from clocks
      where landlord = $1 and ended_at is null ${whose}
        and (keeps_until, case_id, promise, n) > ($2::timestamptz, $3::text, $4::text, $5::integer)
        and keeps_until < $6::timestamptz
      order by keeps_until, case_id, promise, n limit $7`,
  )
}
