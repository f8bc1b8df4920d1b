import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import type { Transaction } from '../../database.ts'
import type { EventRow } from '../../ledger/event-row.ts'
import type { SecretBox } from '../../people/secret-box.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import { instantText } from '../../types.ts'
import { enqueue } from '../enqueue.ts'
import { shortReason } from '../short-reason.ts'
import { factsOf } from './facts-of.ts'
import { jobFor } from './notice-recorded.ts'
import { placeOf } from './webhook.ts'

/** One message to a receiver, to be signed with each of the secrets. */
export interface Message {
  readonly url: string
  /** The same in every try, so that a receiver can drop what it has. */
  readonly messageId: string
  readonly body: string
  readonly secrets: readonly string[]
  readonly at: Instant
}

/** Sends one message and gives the status of the answer; throws where there was none. */
export type Sender = (message: Message) => Promise<number>

export interface DeliverWith {
  readonly send: Sender
  readonly box: SecretBox
  readonly limit?: number
}

/** How long to wait after each try but the last: eight tries in a little less than a day. */
const waits: readonly number[] = [minute, 5 * minute, 20 * minute, hour, 3 * hour, 6 * hour, 12 * hour]

/** How a round of deliveries went. */
export interface Delivered {
  readonly sent: number
  readonly more: boolean
}

/**
 * Sends what is due to one webhook, up to a limit, and asks to come back when the next is. Each delivery is locked while
 * it is sent; if we die after it was sent, it is sent again under the same id.
 */
export async function deliverDue(
  store: Store,
  acting: Acting,
  webhookId: string,
  { send, box, limit = 100 }: DeliverWith,
): Promise<Delivered | Refused> {
  for (let sent = 0; sent < limit; sent++) {
    const went = await store.database.transact(acting, 'jobs.write', (tx) =>
      deliverNext(tx, store, webhookId, { send, box }),
    )
    if (isRefused(went)) return went
    if (!went) {
      await store.database.transact(acting, 'jobs.write', (tx) => tryAgainLater(tx, webhookId, store.now()))
      return { sent, more: false }
    }
  }
  return { sent: limit, more: true }
}

async function deliverNext(
  tx: Transaction,
  store: Store,
  webhookId: string,
  { send, box }: DeliverWith,
): Promise<boolean> {
  const [row] = await tx.run(nextDelivery, [tx.acting.landlord, webhookId, instantText(store.now())])
  if (row === undefined) return false
  const went = await answerTo(send, messageOf(tx.acting.landlord, row, box, store.now()))
  const after = standingAfter(row.tries + 1, went, store.now())
  await tx.run(deliveryWent, [
    tx.acting.landlord,
    row.delivery_id,
    after.state,
    went.status ?? null,
    went.fault ?? null,
    instantText(after.nextAt),
    after.state === 'waiting' ? null : instantText(store.now()),
  ])
  return true
}

function messageOf(landlord: number, row: DeliveryRow, box: SecretBox, at: Instant): Message {
  const secrets = secretsOf(landlord, row, box, at)
  return { url: row.url, messageId: row.delivery_id, body: JSON.stringify(factsOf(row)), secrets, at }
}

/** The secret, and the one before it for as long as it still signs. */
function secretsOf(landlord: number, row: DeliveryRow, box: SecretBox, at: Instant): readonly string[] {
  const stillOld = row.old_secret !== null && row.old_until !== null && row.old_until > at
  return [row.secret, ...(stillOld ? [row.old_secret] : [])].map((sealed) => {
    const secret = box.open(sealed, placeOf(landlord, row.webhook_id))
    if (secret === undefined) throw new Error('the secret of this webhook was sealed by another installation')
    return secret
  })
}

interface Went {
  readonly status?: number
  readonly fault?: string
}

async function answerTo(send: Sender, message: Message): Promise<Went> {
  try {
    const status = await send(message)
    return status >= 200 && status < 300 ? { status } : { status, fault: `the receiver answered ${status}` }
  } catch (error) {
    return { fault: shortReason(error) }
  }
}

function standingAfter(tries: number, { fault }: Went, at: Instant) {
  if (fault === undefined) return { state: 'delivered', nextAt: at }
  const wait = waits[tries - 1]
  return wait === undefined ? { state: 'dead', nextAt: at } : { state: 'waiting', nextAt: at + wait }
}

async function tryAgainLater(tx: Transaction, webhookId: string, now: Instant): Promise<void> {
  const [next] = await tx.run(nextDue, [tx.acting.landlord, webhookId, instantText(now)])
  if (next !== undefined && next.next_at !== null) await enqueue(tx, jobFor(webhookId, next.next_at))
}

interface DeliveryRow extends EventRow {
  readonly delivery_id: string
  readonly webhook_id: string
  readonly tries: number
  readonly url: string
  readonly secret: Buffer
  readonly old_secret: Buffer | null
  readonly old_until: Instant | null
}

const nextDelivery = statement<DeliveryRow>(
  'next-delivery',
  `select d.delivery_id, d.webhook_id, d.tries, w.url, w.secret, w.old_secret, w.old_until,
          e.case_id, e.sequence, e.kind, e.type, e.event_id, e.occurred_at, e.recorded_at, e.actor, e.data
     from webhook_deliveries d
     join webhooks w on w.landlord = d.landlord and w.webhook_id = d.webhook_id
     join events e on e.landlord = d.landlord and e.case_id = d.case_id and e.sequence = d.sequence
    where d.landlord = $1 and d.webhook_id = $2 and d.state = 'waiting' and d.next_at <= $3 and w.active
    order by d.next_at, d.made_at, d.case_id, d.sequence limit 1 for update of d skip locked`,
)

const deliveryWent = statement(
  'delivery-went',
  `update webhook_deliveries
      set state = $3, tries = tries + 1, last_status = $4, last_error = $5, next_at = $6, ended_at = $7
    where landlord = $1 and delivery_id = $2`,
)

const nextDue = statement<{ readonly next_at: Instant | null }>(
  'next-delivery-due',
  `select min(next_at) as next_at from webhook_deliveries
    where landlord = $1 and webhook_id = $2 and state = 'waiting' and next_at > $3`,
)
