import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import type { CaseRow } from './case-row.ts'
import { recompute } from './recompute.ts'
import { termsNow } from '../terms/terms-now.ts'

/** How far the passing of time was carried. */
export interface TimePassed {
  readonly cases: number
  /** Whether more are waiting. */
  readonly more: boolean
}

/**
 * Carries the passing of time into clocks and figures: what fell due without anything happening is missed now. Takes
 * the cases that time changes, up to a limit, each in one transaction with the others of the batch; cases that somebody
 * is writing to are left to them.
 */
export async function passTime(
  store: Store,
  acting: Acting,
  { limit = 500 }: { readonly limit?: number } = {},
): Promise<TimePassed | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const asOf = store.now()
    const rows = await tx.run(casesChanging, [acting.landlord, instantText(asOf), limit])
    if (rows.length > 0) {
      const terms = await termsNow(tx, store)
      if (isRefused(terms)) return terms
      await recompute(tx, rows, { terms, vocabulary: store.vocabulary, asOf })
    }
    if (rows.length < limit) await tx.run(timePassed, [acting.landlord, instantText(asOf)])
    return { cases: rows.length, more: rows.length === limit }
  })
}

const casesChanging = statement<CaseRow>(
  'cases-changing',
  `select * from cases where landlord = $1 and changes_at <= $2
    order by changes_at, case_id limit $3 for update skip locked`,
)

// Not at every look: readers of figures would otherwise all write the one row.
const timePassed = statement(
  'time-passed',
  `update landlords set passed_until = $2
    where landlord = $1 and passed_until < $2::timestamptz - interval '30 seconds'`,
)
