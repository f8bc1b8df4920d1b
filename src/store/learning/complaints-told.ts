import { effectiveEvents } from '#core/ledger/effective.ts'
import { type ComplaintTold, complaintTold } from '#core/learning/complaint-told.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** No landlord has more complaints in a year; beyond these the latest are left out, and it is said. */
const most = 10_000

/** The complaints received in a span, and whether there were more than can be gone through. */
export interface ComplaintsTold {
  readonly complaints: readonly ComplaintTold[]
  readonly more: boolean
  /** Whether the first complaint that is known came before the span did: otherwise it is not known whole. */
  readonly isWhole: boolean
}

/** What the complaints received from one instant to before another were about, why, and how they ended. */
export function complaintsTold(
  store: Store,
  acting: Acting,
  { from, before }: { readonly from: Instant; readonly before: Instant },
): Promise<ComplaintsTold | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const cases = await tx.run(complaintsReceived, [
      acting.landlord,
      instantText(from),
      instantText(before),
      most + 1,
    ])
    const ids = cases.slice(0, most).map(({ case_id }) => case_id)
    const told = Map.groupBy(
      (await tx.run(eventsOfCases, [acting.landlord, ids])).map(eventOf),
      (e) => e.case,
    )
    const complaints = [...told.values()]
      .map((events) => complaintTold(effectiveEvents(events, store.now()).events))
      .filter((complaint) => complaint !== undefined)
      // A correction may have moved it into another span.
      .filter(({ receivedAt }) => receivedAt >= from && receivedAt < before)
      .toSorted((a, b) => a.receivedAt - b.receivedAt)
    const [known] = await tx.run(firstComplaint, [acting.landlord])
    const isWhole = known !== undefined && known.first_at < from
    return { complaints, more: cases.length > most, isWhole }
  })
}

const complaintsReceived = statement<{ readonly case_id: string }>(
  'complaints-received-in',
  `select distinct on (occurred_at, case_id) case_id from events
    where landlord = $1 and type = 'complaint-received' and occurred_at >= $2 and occurred_at < $3
    order by occurred_at, case_id limit $4`,
)

const firstComplaint = statement<{ readonly first_at: Instant }>(
  'first-complaint-received',
  `select occurred_at as first_at from events where landlord = $1 and type = 'complaint-received'
    order by occurred_at limit 1`,
)
