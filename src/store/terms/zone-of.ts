import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Zone } from '#core/time/zone.ts'
import { termsNow } from '../ledger/write.ts'
import type { Store } from '../store.ts'

/** The time zone in which the landlord’s days begin and end. */
export function zoneOf(store: Store, acting: Acting): Promise<Zone | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { editions } = await termsNow(tx, store)
    const zone = editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    return zone
  })
}
