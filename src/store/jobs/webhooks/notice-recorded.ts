import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../../database.ts'
import { statement } from '../../statement.ts'
import { instantText } from '../../types.ts'
import { enqueue } from '../enqueue.ts'

/** An event that was just recorded, by its place. */
export interface RecordedPlace {
  readonly case_id: string
  readonly sequence: number
  readonly type: string
}

/** A webhook with something to send. */
export interface WebhookToTell {
  readonly webhookId: string
}

/** The task that sends what is waiting for one webhook. */
export const deliverToWebhook = 'deliver-to-webhook'

/**
 * Puts recorded events on their way to the landlord’s active webhooks that want them, with the transaction that records
 * them, and gives the webhooks that have something to send now. One statement, which finds nothing where there is no webhook.
 */
export async function noticeRecorded(
  tx: Transaction,
  events: readonly RecordedPlace[],
  at: Instant,
): Promise<readonly WebhookToTell[]> {
  return tx.run(insertDeliveries, [
    tx.acting.landlord,
    events.map(({ case_id: caseId }) => caseId),
    events.map(({ sequence }) => sequence),
    events.map(({ type }) => type),
    instantText(at),
  ])
}

/** Adds the jobs that send them: last of all, since whoever has something for the same webhook waits for its job until we are done. */
export async function tellWebhooks(tx: Transaction, webhooks: readonly WebhookToTell[]): Promise<void> {
  for (const { webhookId } of webhooks) await enqueue(tx, jobFor(webhookId))
}

/** The job that sends what is waiting for a webhook. */
export function jobFor(webhookId: string, runAt?: Instant) {
  const key = runAt === undefined ? webhookId : `${webhookId} later`
  return { task: deliverToWebhook, key, payload: { webhookId }, ...(runAt !== undefined && { runAt }) }
}

// A delivery is known by what it delivers, so that the same event never goes twice under two ids.
const insertDeliveries = statement<WebhookToTell>(
  'insert-deliveries',
  `with added as (
     insert into webhook_deliveries (landlord, delivery_id, webhook_id, case_id, sequence, next_at, made_at)
     select w.landlord, encode(sha256(convert_to(concat_ws(chr(10), w.webhook_id, e.case_id, e.sequence), 'UTF8')), 'hex'),
            w.webhook_id, e.case_id, e.sequence, $5, $5
       from webhooks w
       join unnest($2::text[], $3::integer[], $4::text[]) as e (case_id, sequence, type)
         on cardinality(w.types) = 0 or e.type = any(w.types)
      where w.landlord = $1 and w.active
     on conflict do nothing
     returning webhook_id)
   select distinct webhook_id as "webhookId" from added`,
)
