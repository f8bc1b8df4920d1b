import { effectiveEvents } from '#core/ledger/effective.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import type { Acting } from '#core/people/acting.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { explainCase, type Explained } from '#core/promises/explain/explain-case.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Store } from '../store.ts'
import { caseOf } from './read-case.ts'
import { readTold } from './recompute.ts'
import { termsNow } from '../terms/terms-now.ts'

/** The working of every clock of a case, day by day, as at now or as at an earlier instant. */
export function explainClocks(
  store: Store,
  acting: Acting,
  { caseId, promise, asOf }: { readonly caseId: string; readonly promise?: string; readonly asOf?: Instant },
): Promise<readonly Explained[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const at = asOf ?? store.now()
    const told = await readTold(tx, [caseId])
    const effective = new Map([...told].map(([id, events]) => [id, effectiveEvents(events, at).events]))
    const timeline = mergedTimeline(caseId, effective)
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const { editions } = terms
    if (promise !== undefined && !promisesOf(editions).some((each) => each.promise.id === promise))
      return refused('not found', `there is no promise ${promise}`, 'see the list of promises')
    return explainCase(timeline, editions, store.vocabulary.rereading, at, promise)
  })
}
