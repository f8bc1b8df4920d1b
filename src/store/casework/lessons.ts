import type { Acting } from '#core/people/acting.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { textIn } from '../ledger/case-facts.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** What one complaint taught. */
export interface Lesson {
  readonly caseId: string
  readonly at: Instant
  readonly lesson: string
  /** What was written with it, by id. */
  readonly wordsIds: readonly string[]
}

/** More lessons than this in a year are to be read in a report. */
const most = 500

/** What complaints taught since an instant, the latest first. */
export function listLessons(
  store: Store,
  acting: Acting,
  { since }: { readonly since: Instant },
): Promise<readonly Lesson[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return []
    const found = await tx.run(casesWithLessons, [acting.landlord, instantText(since), most])
    const rows = await tx.run(eventsOfCases, [acting.landlord, found.map(({ case_id }) => case_id)])
    const byCase = Map.groupBy(rows.map(eventOf), (event) => event.case)
    return [...byCase.values()]
      .flatMap((events) => effectiveEvents(events, store.now()).events)
      .filter(({ type, at }) => type === 'learning-recorded' && at >= since)
      .map((event) => ({
        caseId: event.case,
        at: event.at,
        lesson: textIn(event, 'lesson') ?? 'not-said',
        wordsIds: [event.data['words'] ?? []].flat().filter((id) => typeof id === 'string'),
      }))
      .toSorted((a, b) => b.at - a.at)
  })
}

const casesWithLessons = statement<{ readonly case_id: string }>(
  'cases-with-lessons',
  `select case_id from events where landlord = $1 and type = 'learning-recorded' and occurred_at >= $2
    group by case_id order by max(occurred_at) desc limit $3`,
)
