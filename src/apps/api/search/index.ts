import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { type Route, route } from '#http/api/route.ts'
import { anything, id, object, oneOf, optional, text } from '#http/api/schema.ts'
import { find, searchKinds } from '#store/search/find.ts'

const searchRoute = route({
  method: 'GET',
  path: '/search',
  permission: { oneOf: ['cases.read', 'customers.read', 'masters.read'] },
  summary: 'Find cases, customers and homes',
  description:
    'By a name in any spelling, or by a reference, telephone number, postcode or e-mail address, or a part of one. Each kind is found by who may read it. A search that shows customers’ names is written down with whom it showed.',
  tag: 'Search',
  query: object({
    text: text('what is known of it, such as `mable shaw`, `01539 900` or `LA9 4AA`', 100, { minLength: 1 }),
    kind: optional(oneOf(searchKinds, 'only of this kind')),
    limit: optional(
      Type.Integer({ minimum: 1, maximum: 50, default: 20, description: 'how many at the most' }),
    ),
  }),
  limits: { perMinute: 120 },
  answers: {
    200: {
      says: 'What was found, the nearest first',
      body: object({
        found: Type.Array(
          object({
            kind: oneOf(searchKinds, 'what it is'),
            id: id('its id'),
            shown: anything('what a list shows of it'),
            nearness: Type.Number({ description: '1 where a reference or number fits; less for a name' }),
          }),
        ),
      }),
    },
  },
  async handle({ store, acting, query }) {
    const { text: looked, kind, limit } = query
    const asked = {
      text: looked,
      why: 'GET /search',
      ...(kind && { kinds: [kind] }),
      ...(limit && { limit }),
    }
    const found = await find(store, acting, asked)
    return isRefused(found) ? found : { status: 200, body: { found } }
  },
})

/** Looking for cases, customers and homes. */
export const searchRoutes: readonly Route[] = [searchRoute]
