import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { type Route, route } from '#http/api/route.ts'
import { id, instant, object, oneOf, optional, orNull, page, paging } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import {
  type Delivery,
  deliveryStates,
  listDeliveries,
  sendAgain,
} from '#store/jobs/webhooks/list-deliveries.ts'

const tag = 'Webhooks'

const deliverySchema = object({
  deliveryId: id('the delivery; its receiver knows it as `webhook-id`'),
  webhookId: id('the webhook'),
  caseId: id('the case', '4F7K-2MPX-9Q'),
  sequence: Type.Integer({ description: 'which event of the case' }),
  state: oneOf(deliveryStates, 'where it stands'),
  tries: Type.Integer({ description: 'how often it was tried' }),
  nextAt: orNull(instant('when it is tried next')),
  lastStatus: orNull(Type.Integer({ description: 'what the receiver last answered' })),
  lastError: orNull(Type.String({ description: 'why the last try failed' })),
  madeAt: instant('when it was added'),
  endedAt: orNull(instant('when it arrived or was given up')),
})

/** What became of the events a webhook was to be told of. */
export const deliveryRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/deliveries',
    permission: 'webhooks',
    summary: 'List deliveries',
    tag,
    query: object({
      ...paging,
      state: optional(oneOf(deliveryStates, 'only those in this state')),
      webhook: optional(id('only those of this webhook')),
    }),
    answers: { 200: { says: 'A page of deliveries, the latest first', body: page(deliverySchema) } },
    async handle({ store, acting, query: { after, limit = 50, state, webhook } }) {
      const key = keyFrom(after, ['instant', 'text'])
      const rows = await listDeliveries(store, acting, {
        limit,
        ...(key !== undefined && { after: { madeAt: key[0], deliveryId: key[1] } }),
        ...(state !== undefined && { state }),
        ...(webhook !== undefined && { webhookId: webhook }),
      })
      if (isRefused(rows)) return rows
      const last = rows.length === limit ? rows.at(-1) : undefined
      const next = last === undefined ? null : cursorOf([last.madeAt, last.deliveryId])
      return { status: 200, body: { rows: rows.map(shown), next } }
    },
  }),
  route({
    method: 'POST',
    path: '/deliveries/{delivery}/tries',
    permission: 'webhooks',
    summary: 'Send a delivery again',
    description: 'Whatever became of it: it has all its tries again, beginning now.',
    tag,
    params: object({ delivery: id('the delivery') }),
    answers: { 202: { says: 'It is sent again', body: deliverySchema } },
    refuses: ['not found'],
    async handle({ store, acting, params: { delivery } }) {
      const again = await sendAgain(store, acting, delivery)
      return isRefused(again) ? again : { status: 202, body: shown(again) }
    },
  }),
]

function shown({ nextAt, madeAt, endedAt, ...rest }: Delivery) {
  return {
    ...rest,
    nextAt: rest.state === 'waiting' ? writtenAt(nextAt) : null,
    madeAt: writtenAt(madeAt),
    endedAt: writtenAt(endedAt),
  }
}
