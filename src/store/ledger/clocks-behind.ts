import type { Acting } from '#core/people/acting.ts'
import { permissions } from '#core/people/permission.ts'
import { refused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { clockColumns, type ClockRow } from './clock-row.ts'

/** Which decided clocks of a promise to list: those that a figure of these days counted. */
export interface ClocksBehindAsked {
  readonly promise: string
  /** Decided from this instant on, and before that one. */
  readonly from?: Instant
  readonly before?: Instant
  readonly outcome?: 'met' | 'missed'
  /** Of the cases that this team has now. */
  readonly team?: string
  /** The last clock of the page before. */
  readonly after?: ClocksBehindCursor
  /** How many, 200 at the most. */
  readonly limit?: number
}

export interface ClocksBehindCursor {
  readonly decidedAt: Instant
  readonly caseId: string
  readonly n: number
}

/** The clocks behind a figure, in the order in which they were decided, page by page: for who sees both figures and cases. */
export function clocksBehind(
  store: Store,
  acting: Acting,
  { promise, from, before, outcome, team, after, limit = 50 }: ClocksBehindAsked,
): Promise<readonly ClockRow[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    if (!acting.may.has('cases.read'))
      return refused(
        'not allowed',
        `this needs permission to ${permissions['cases.read']}`,
        'ask for the figure',
      )
    return tx.run(team === undefined ? clocksDecided : clocksDecidedOfTeam, [
      acting.landlord,
      promise,
      instantText(after?.decidedAt ?? from) ?? '-infinity',
      after?.caseId ?? '',
      after?.n ?? 0,
      instantText(before) ?? 'infinity',
      outcome ?? null,
      acting.contractorId ?? null,
      Math.min(limit, 200),
      team ?? null,
    ])
  })
}

/** Found in the index, which holds the outcome and the team; only the clocks of the page are read. */
function decided(ofTeam: string): string {
  return `select ${clockColumns}
     from (select landlord as l, case_id as c, promise as p, n as i from clocks
            where landlord = $1 and promise = $2 and (decided_at, case_id, n) > ($3::timestamptz, $4::text, $5::integer)
              and decided_at < $6::timestamptz and decided_at is not null and outcome in ('met', 'missed')
              and ($7::text is null or outcome = $7) and ($8::text is null or contractor_id = $8) and ${ofTeam}
            order by decided_at, case_id, n limit $9) as found
     join clocks on landlord = l and case_id = c and promise = p and n = i
    order by decided_at, case_id, n`
}

const clocksDecided = statement<ClockRow>('clocks-decided-of-promise', decided('$10::text is null'))

const clocksDecidedOfTeam = statement<ClockRow>('clocks-decided-of-team', decided('team_id = $10'))
