import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Store } from '../store.ts'
import { leaveToRead } from './leave-to-read.ts'
import { termsNow } from './terms-now.ts'

/** The time zone in which the landlord’s days begin and end. */
export function zoneOf(store: Store, acting: Acting): Promise<Zone | Refused> {
  return store.database.transact(acting, leaveToRead(acting), async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    return zone
  })
}
