import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { monthOf } from '#core/time/period.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'

/** Beyond this the rest is for tomorrow. */
const mostFolds = 5_000

/**
 * Adds up the slots of months that are over: seldom written any more, they need not be spread over many rows, and figures of
 * years read a tenth of them. Who writes there after all adds a row, which is folded the next time.
 */
export async function foldTallies(
  store: Store,
  acting: Acting,
): Promise<{ readonly folded: number } | Refused> {
  const found = await store.database.transact(acting, 'jobs.write', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return []
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) return []
    // Last month’s late facts come in all through this one.
    const before = monthOf(zone.dayOf(store.now())) - 1
    return tx.run(spreadMonths, [acting.landlord, before, mostFolds])
  })
  if (isRefused(found)) return found
  for (const { promise, month } of found) {
    const done = await store.database.transact(acting, 'jobs.write', (tx) =>
      tx.run(foldMonth, [acting.landlord, promise, month]),
    )
    if (isRefused(done)) return done
  }
  return { folded: found.length }
}

const spreadMonths = statement<{ readonly promise: string; readonly month: number }>(
  'spread-months',
  `select promise, month from tallies where landlord = $1 and month < $2 and slot > 0
    group by promise, month order by month, promise limit $3`,
)

const foldMonth = statement(
  'fold-month',
  `with gone as (
     delete from tallies where landlord = $1 and promise = $2 and month = $3 and slot > 0 returning team_id, what, amount)
   insert into tallies (landlord, team_id, promise, month, slot, what, amount)
   select $1, team_id, $2, $3, 0, what, sum(amount) from gone group by team_id, what
   on conflict (landlord, team_id, promise, month, slot, what) do update set amount = tallies.amount + excluded.amount`,
)
