import type { Acting } from '#core/people/acting.ts'
import type { MeasuredClock } from '#core/promises/case-measuring.ts'
import { landlordClocks } from '#core/promises/landlord-clocks.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Store } from '../store.ts'
import { firstFact, recordsOf } from './figures.ts'
import { termsNow } from '../terms/terms-now.ts'

/**
 * The duties of the landlord as a whole that are still to be done, the most overdue first: newsletters, reviews, audits.
 * There are few of them, so they are worked out when asked for rather than stored.
 */
export function readDuties(store: Store, acting: Acting): Promise<readonly MeasuredClock[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const [known] = await tx.run(firstFact, [acting.landlord])
    if (known === undefined || known.first_at === null) return []
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const asOf = store.now()
    const records = await recordsOf(tx, known.first_at, asOf)
    return landlordClocks(terms.editions, records, asOf)
      .clocks.filter(({ endedAt }) => endedAt === undefined)
      .toSorted((a, b) => a.keepsUntil - b.keepsUntil || (a.promise < b.promise ? -1 : 1))
  })
}
