import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { EventRow } from '../ledger/event-row.ts'
import { caseOf } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { type Names, namesIn } from './names-in.ts'

/** What was recorded in a case since somebody read it, and by whom. */
export interface Since {
  /** The version it has now. */
  readonly version: number
  readonly events: readonly EventRow[]
  readonly names: Names
}

/** Gives it, the first recorded first; the latest 50 at the most. */
export function recordedSince(
  store: Store,
  acting: Acting,
  { caseId, version }: { readonly caseId: string; readonly version: number },
): Promise<Since | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const latest = await tx.run(eventsSince, [acting.landlord, caseId, version])
    const events = latest.toReversed()
    return { version: row.version, events, names: await namesIn(tx, events, []) }
  })
}

const eventsSince = statement<EventRow>(
  'events-since',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data
     from events where landlord = $1 and case_id = $2 and sequence > $3 order by sequence desc limit 50`,
)
