import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type CaseShown, caseOf } from '../ledger/read-case.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import type { Store } from '../store.ts'
import { isMending, type ToldEvent, toldEvents } from './entries.ts'

/** One event of a case as it was told and as it counts now, for putting it right. */
export function readEvent(
  store: Store,
  acting: Acting,
  { caseId, sequence }: { readonly caseId: string; readonly sequence: number },
): Promise<{ readonly case: CaseShown; readonly event: ToldEvent } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const rows = await tx.run(eventsOfCases, [acting.landlord, [caseId]])
    const event = toldEvents(rows, store.now()).find(({ told }) => told.sequence === sequence)
    if (event === undefined || isMending(event.told))
      return refused('not found', 'there is no such event in this case', 'go to the case and choose one')
    return { case: row, event }
  })
}
