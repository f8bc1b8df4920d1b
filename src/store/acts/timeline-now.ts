import { effectiveEvents } from '#core/ledger/effective.ts'
import { mergedTimeline, type Timeline } from '#core/ledger/timeline.ts'
import type { Transaction } from '../database.ts'
import { readTold } from '../ledger/recompute.ts'
import type { Store } from '../store.ts'

/** A case’s events as they count now, with those of whatever it was merged into. */
export async function timelineNow(tx: Transaction, store: Store, caseId: string): Promise<Timeline> {
  const now = store.now()
  const told = await readTold(tx, [caseId])
  const effective = [...told].map(([id, events]) => [id, effectiveEvents(events, now).events] as const)
  return mergedTimeline(caseId, new Map(effective))
}
