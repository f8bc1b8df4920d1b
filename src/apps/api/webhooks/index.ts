import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { type Route, route } from '#http/api/route.ts'
import { id, instant, list, object, optional, orNull, text } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import {
  addWebhook,
  changeSecret,
  changeWebhook,
  listWebhooks,
  removeWebhook,
  type Webhook,
  type WebhookRules,
} from '#store/jobs/webhooks/webhook.ts'
import { deliveryRoutes } from './deliveries.ts'

const tag = 'Webhooks'
const url = text('where it leads, over https', 2_000, { minLength: 8 })
const types = list(Type.String({ maxLength: 100 }), 100, 'of which types of event; empty for all')

const fields = {
  webhookId: id('the webhook'),
  url: Type.String(),
  types: Type.Array(Type.String()),
  active: Type.Boolean({ description: 'whether it is told of anything new' }),
  madeAt: instant('when it was set up'),
  madeBy: Type.String({ description: 'who set it up' }),
  oldUntil: orNull(instant('until when the secret before this one signs as well')),
}
const webhookSchema = object(fields)
const withSecret = object({
  ...fields,
  secret: Type.String({ description: 'not shown again: its receiver checks signatures with it' }),
})
const params = object({ webhook: id('the webhook') })

/** Setting webhooks up, and seeing what became of their deliveries. */
export function webhookRoutes(rules: WebhookRules): readonly Route[] {
  return [listRoute, addRoute(rules), changeRoute(rules), removeRoute, secretRoute(rules), ...deliveryRoutes]
}

const listRoute = route({
  method: 'GET',
  path: '/webhooks',
  permission: 'webhooks',
  summary: 'List webhooks',
  tag,
  answers: {
    200: { says: 'All of them, never their secrets', body: object({ webhooks: Type.Array(webhookSchema) }) },
  },
  async handle({ store, acting }) {
    const found = await listWebhooks(store, acting)
    return isRefused(found) ? found : { status: 200, body: { webhooks: found.map(shown) } }
  },
})

function addRoute(rules: WebhookRules): Route {
  return route({
    method: 'POST',
    path: '/webhooks',
    permission: 'webhooks',
    summary: 'Set up a webhook',
    description:
      'Recorded events are sent to it as facts without words, signed as standardwebhooks.com says, and tried again for about a day.',
    tag,
    body: object({ url, types: optional(types) }),
    example: { url: 'https://example.com/kept', types: ['complaint-received'] },
    answers: { 201: { says: 'The webhook with its secret', body: withSecret } },
    refuses: ['not valid', 'too many'],
    async handle({ store, acting, body }) {
      const asked = { url: body.url, ...(body.types !== undefined && { types: body.types }) }
      const added = await addWebhook(store, acting, asked, rules)
      if (isRefused(added)) return added
      return { status: 201, body: { ...shown(added), secret: added.secret } }
    },
  })
}

function changeRoute(rules: WebhookRules): Route {
  return route({
    method: 'PATCH',
    path: '/webhooks/{webhook}',
    permission: 'webhooks',
    summary: 'Change a webhook',
    tag,
    params,
    body: object({ url: optional(url), types: optional(types), active: optional(Type.Boolean()) }),
    example: { active: false },
    answers: { 200: { says: 'The webhook as it now is', body: webhookSchema } },
    refuses: ['not found', 'not valid'],
    async handle({ store, acting, params: { webhook }, body }) {
      const change = {
        ...(body.url !== undefined && { url: body.url }),
        ...(body.types !== undefined && { types: body.types }),
        ...(body.active !== undefined && { active: body.active }),
      }
      const changed = await changeWebhook(store, acting, webhook, change, rules)
      return isRefused(changed) ? changed : { status: 200, body: shown(changed) }
    },
  })
}

const removeRoute = route({
  method: 'DELETE',
  path: '/webhooks/{webhook}',
  permission: 'webhooks',
  summary: 'Remove a webhook with its deliveries',
  tag,
  params,
  answers: { 204: { says: 'It is gone' } },
  refuses: ['not found'],
  async handle({ store, acting, params: { webhook } }) {
    const removed = await removeWebhook(store, acting, webhook)
    return isRefused(removed) ? removed : { status: 204 }
  },
})

function secretRoute(rules: WebhookRules): Route {
  return route({
    method: 'POST',
    path: '/webhooks/{webhook}/secrets',
    permission: 'webhooks',
    summary: 'Give a webhook a new secret',
    description:
      'For a day messages are signed with both, so that the receiver can change over without losing any.',
    tag,
    params,
    answers: { 201: { says: 'The webhook with its new secret', body: withSecret } },
    refuses: ['not found'],
    async handle({ store, acting, params: { webhook } }) {
      const changed = await changeSecret(store, acting, webhook, rules)
      if (isRefused(changed)) return changed
      return { status: 201, body: { ...shown(changed), secret: changed.secret } }
    },
  })
}

function shown({ webhookId, url: address, types: told, active, madeAt, madeBy, oldUntil }: Webhook) {
  return {
    webhookId,
    url: address,
    types: told,
    active,
    madeAt: writtenAt(madeAt),
    madeBy,
    oldUntil: writtenAt(oldUntil),
  }
}
