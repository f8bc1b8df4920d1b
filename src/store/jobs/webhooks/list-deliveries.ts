import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import { instantText } from '../../types.ts'
import { enqueue } from '../enqueue.ts'
import { jobFor } from './notice-recorded.ts'

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** An event on its way to a webhook, or arrived there, or given up. */
export interface Delivery {
  readonly deliveryId: string
  readonly webhookId: string
  readonly caseId: string
  readonly sequence: number
  readonly state: DeliveryState
  readonly tries: number
  /** When it is tried next, while it is waiting. */
  readonly nextAt: Instant
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly madeAt: Instant
  readonly endedAt: Instant | null
}

export interface DeliveriesAsked {
  readonly webhookId?: string
  readonly state?: DeliveryState
  /** The last of the page before. */
  readonly after?: Pick<Delivery, 'madeAt' | 'deliveryId'>
  readonly limit?: number
}

/** Deliveries, the latest first, page by page. */
export function listDeliveries(
  store: Store,
  acting: Acting,
  { webhookId, state, after, limit = 50 }: DeliveriesAsked = {},
): Promise<readonly Delivery[] | Refused> {
  return store.database.transact(acting, 'webhooks', (tx) =>
    tx.run(deliveriesListed, [
      acting.landlord,
      webhookId ?? null,
      state ?? null,
      instantText(after?.madeAt) ?? 'infinity',
      after?.deliveryId ?? '',
      Math.min(limit, 200),
    ]),
  )
}

/** Sends a delivery again, whatever became of it, with all its tries. */
export function sendAgain(store: Store, acting: Acting, deliveryId: string): Promise<Delivery | Refused> {
  return store.database.transact(acting, 'webhooks', async (tx) => {
    const at = instantText(store.now())
    const [delivery] = await tx.run(putBack, [acting.landlord, deliveryId, at])
    if (delivery === undefined)
      return refused(
        'not found',
        `there is no delivery ${deliveryId}`,
        'look for it in the list of deliveries',
      )
    await enqueue(tx, jobFor(delivery.webhookId))
    return delivery
  })
}

const columns = `delivery_id as "deliveryId", webhook_id as "webhookId", case_id as "caseId", sequence, state, tries,
  next_at as "nextAt", last_status as "lastStatus", last_error as "lastError", made_at as "madeAt", ended_at as "endedAt"`

const deliveriesListed = statement<Delivery>(
  'deliveries-listed',
  `select ${columns} from webhook_deliveries
    where landlord = $1 and ($2::text is null or webhook_id = $2) and ($3::text is null or state = $3)
      and (made_at, delivery_id) < ($4::timestamptz, $5::text)
    order by made_at desc, delivery_id desc limit $6`,
)

const putBack = statement<Delivery>(
  'put-delivery-back',
  `update webhook_deliveries set state = 'waiting', tries = 0, next_at = $3, ended_at = null
    where landlord = $1 and delivery_id = $2 returning ${columns}`,
)
