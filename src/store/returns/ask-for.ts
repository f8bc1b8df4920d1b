import { returnsDue } from '#core/duties/returns-due.ts'
import { returnsNeeded } from '#core/duties/returns-needed.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { firstDayOf, lastDayOf, monthOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import { ownersIn } from '../duties/owners.ts'
import type { ToRaise } from '../jobs/notices/to-raise.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { checkedReturns, everyOf, waitingReturns } from './read-values.ts'

/** A month’s figures are asked for when it is over, and are due by this day of the next. */
const dueByDay = 14

/** The returns of the month before this one that nobody typed in yet, each with whoever types it in. */
export async function returnsToAskFor(tx: Transaction, store: Store): Promise<readonly ToRaise[] | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const promises = promisesOf(terms.editions)
  const zone = promises[0]?.edition.calendar.zone
  const needed = returnsNeeded(promises)
  if (zone === undefined || needed.length === 0) return []
  const month = monthOf(zone.dayOf(store.now())) - 1
  if (promises.every(({ edition }) => edition.pack.inForceFrom > lastDayOf(month))) return []
  const owners = await ownersIn(tx, 'return')
  const checked = await checkedReturns(tx, zone, store.now())
  const waiting = await waitingReturns(tx)
  const on = firstDayOf(month + 1) + dueByDay - 1
  return returnsDue(needed, { checked, waiting, every: everyOf(owners) }, month)
    .filter(({ state }) => state === 'missing')
    .map(({ needed: { name, promises: of } }) => ({
      kind: 'return' as const,
      what: name,
      promise: of[0]?.id ?? '',
      n: month,
      keepsUntil: zone.startOf(on + 1) - 1,
      dueOn: on,
      owner: owners.get(name),
    }))
}
