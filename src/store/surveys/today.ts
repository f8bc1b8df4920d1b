import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import type { Terms } from '../terms/terms-book.ts'

/** What day it is where the landlord is, and by which terms. */
export interface Today {
  readonly day: Day
  readonly zone: Zone
  readonly terms: Terms
}

/** The landlord’s own today; refused where it has no edition so far. */
export async function todayIn(tx: Transaction, store: Store): Promise<Today | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const zone = terms.editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('terms have at least one edition')
  return { day: zone.dayOf(store.now()), zone, terms }
}
