import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'

/** How many of the clocks that a figure counted stood still for a while, and how many got a later date. */
export interface PausedShare {
  readonly paused: number
  readonly extended: number
}

/** Of the clocks that a figure of these whole months counted, how many were paused or extended on their way. */
export function pausedShare(
  store: Store,
  acting: Acting,
  asked: { readonly promise: string; readonly from: Day; readonly to: Day },
): Promise<PausedShare | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    const [row] = await tx.run(pausesOfDecided, [
      acting.landlord,
      asked.promise,
      instantText(zone.startOf(asked.from)),
      instantText(zone.startOf(asked.to + 1)),
    ])
    return row ?? { paused: 0, extended: 0 }
  })
}

const counted = `landlord = $1 and promise = $2 and decided_at >= $3::timestamptz and decided_at < $4::timestamptz
      and decided_at is not null and outcome in ('met', 'missed')`

/** Each by an index of few rows. */
const pausesOfDecided = statement<PausedShare>(
  'pauses-of-decided',
  `select (select count(*) from clocks where pauses is not null and ${counted}) as paused,
          (select count(*) from clocks where extension is not null and ${counted}) as extended`,
)
