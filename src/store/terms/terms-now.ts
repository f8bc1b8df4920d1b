import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { latestTerms } from '../ledger/case-row.ts'
import type { Store } from '../store.ts'
import type { Terms } from './terms-book.ts'

/** The latest terms of the landlord that acts; refused where it has no edition so far. */
export async function termsNow(tx: Transaction, store: Store): Promise<Terms | Refused> {
  const [latest] = await tx.run(latestTerms, [tx.acting.landlord])
  if (latest === undefined || latest.terms === 0)
    return refused('not found', 'this landlord has no edition yet', 'activate one first')
  return store.terms.at(tx, store.vocabulary, latest.terms)
}
