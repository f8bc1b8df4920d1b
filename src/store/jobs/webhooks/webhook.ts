import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { utcDay, type Instant } from '#core/time/instant.ts'
import type { Transaction } from '../../database.ts'
import { newId } from '../../new-id.ts'
import type { SecretBox } from '../../people/secret-box.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import { instantText } from '../../types.ts'
import { enqueue } from '../enqueue.ts'
import { type AddressRules, checkTypes, checkUrl } from './check-webhook.ts'
import { jobFor } from './notice-recorded.ts'
import { newSecret } from './secret.ts'

/** Where a landlord wants to be told of events. Its secret is shown once, when it is made. */
export interface Webhook {
  readonly webhookId: string
  readonly url: string
  /** Of which types of event; none means of all. */
  readonly types: readonly string[]
  readonly active: boolean
  readonly madeAt: Instant
  readonly madeBy: string
  /** Until when the secret before this one signs as well. */
  readonly oldUntil: Instant | null
}

export interface WebhookToAdd {
  readonly url: string
  readonly types?: readonly string[]
}

/** What making and sending webhooks needs to know of this installation. */
export interface WebhookRules extends AddressRules {
  readonly box: SecretBox
}

/** More would make every event dear to record. */
const mostWebhooks = 20

/** Sets up a webhook, and gives the secret by which its receiver can tell that a message is ours. */
export function addWebhook(
  store: Store,
  acting: Acting,
  { url, types = [] }: WebhookToAdd,
  rules: WebhookRules,
): Promise<(Webhook & { readonly secret: string }) | Refused> {
  return store.database.transact(acting, 'webhooks', async (tx) => {
    const fault = checkUrl(url, rules) ?? checkTypes(types, store.vocabulary)
    if (fault !== undefined) return fault
    const there = await tx.run(allWebhooks, [acting.landlord])
    if (there.length >= mostWebhooks)
      return refused('too many', `there are ${mostWebhooks} webhooks already`, 'remove one first')
    const webhookId = newId()
    const secret = newSecret()
    const sealed = rules.box.seal(secret, placeOf(acting.landlord, webhookId))
    await tx.run(insertWebhook, [
      acting.landlord,
      webhookId,
      url,
      sealed,
      types,
      instantText(store.now()),
      acting.by,
    ])
    return { ...(await webhookNamed(tx, webhookId)), secret }
  })
}

/** All webhooks of the landlord, the oldest first. */
export function listWebhooks(store: Store, acting: Acting): Promise<readonly Webhook[] | Refused> {
  return store.database.transact(acting, 'webhooks', (tx) => tx.run(allWebhooks, [acting.landlord]))
}

/** Changes where a webhook leads, of what it tells, or whether it does. */
export function changeWebhook(
  store: Store,
  acting: Acting,
  webhookId: string,
  change: Partial<WebhookToAdd> & { readonly active?: boolean },
  rules: AddressRules,
): Promise<Webhook | Refused> {
  return store.database.transact(acting, 'webhooks', async (tx) => {
    const was = await findWebhook(tx, webhookId)
    if (isRefused(was)) return was
    const { url = was.url, types = was.types, active = was.active } = change
    const fault = checkUrl(url, rules) ?? checkTypes(types, store.vocabulary)
    if (fault !== undefined) return fault
    await tx.run(updateWebhook, [acting.landlord, webhookId, url, types, active])
    // What has been waiting while it was off goes now.
    if (active) await enqueue(tx, jobFor(webhookId))
    return webhookNamed(tx, webhookId)
  })
}

/** Removes a webhook with all its deliveries. */
export function removeWebhook(store: Store, acting: Acting, webhookId: string): Promise<Webhook | Refused> {
  return store.database.transact(acting, 'webhooks', async (tx) => {
    const was = await findWebhook(tx, webhookId)
    if (!isRefused(was)) await tx.run(deleteWebhook, [acting.landlord, webhookId])
    return was
  })
}

/** Gives a webhook a new secret. For a day both sign, so that its receiver can change over without losing a message. */
export function changeSecret(
  store: Store,
  acting: Acting,
  webhookId: string,
  { box }: WebhookRules,
): Promise<(Webhook & { readonly secret: string }) | Refused> {
  return store.database.transact(acting, 'webhooks', async (tx) => {
    const was = await findWebhook(tx, webhookId)
    if (isRefused(was)) return was
    const secret = newSecret()
    const sealed = box.seal(secret, placeOf(acting.landlord, webhookId))
    await tx.run(replaceSecret, [acting.landlord, webhookId, sealed, instantText(store.now() + utcDay)])
    return { ...(await webhookNamed(tx, webhookId)), secret }
  })
}

/** A secret opens only as that of the webhook it was made for. */
export function placeOf(landlord: number, webhookId: string): string {
  return `webhook ${landlord} ${webhookId}`
}

/** What is said of a webhook that is not there, or is another landlord’s. */
function noSuchWebhook(webhookId: string): Refused {
  return refused('not found', `there is no webhook ${webhookId}`, 'look for it in the list of webhooks')
}

async function findWebhook(tx: Transaction, webhookId: string): Promise<Webhook | Refused> {
  const [found] = await tx.run(oneWebhook, [tx.acting.landlord, webhookId])
  return found ?? noSuchWebhook(webhookId)
}

async function webhookNamed(tx: Transaction, webhookId: string): Promise<Webhook> {
  const found = await findWebhook(tx, webhookId)
  if (isRefused(found)) throw new Error(`the webhook ${webhookId} went while it was written`)
  return found
}

const columns = `webhook_id as "webhookId", url, types, active, made_at as "madeAt", made_by as "madeBy", old_until as "oldUntil"`

const allWebhooks = statement<Webhook>(
  'all-webhooks',
  `select ${columns} from webhooks where landlord = $1 order by made_at, webhook_id`,
)

const oneWebhook = statement<Webhook>(
  'one-webhook',
  `select ${columns} from webhooks where landlord = $1 and webhook_id = $2 for update`,
)

const insertWebhook = statement(
  'insert-webhook',
  `insert into webhooks (landlord, webhook_id, url, secret, types, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const updateWebhook = statement(
  'update-webhook',
  'update webhooks set url = $3, types = $4, active = $5 where landlord = $1 and webhook_id = $2',
)

const replaceSecret = statement(
  'replace-webhook-secret',
  `update webhooks set old_secret = secret, old_until = $4, secret = $3
    where landlord = $1 and webhook_id = $2`,
)

const deleteWebhook = statement(
  'delete-webhook',
  'delete from webhooks where landlord = $1 and webhook_id = $2',
)
