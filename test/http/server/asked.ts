import { Type } from 'typebox'
import { refused } from '#core/refused.ts'
import { json, ndjson } from '#http/api/body.ts'
import { versionOf } from '#http/api/preconditions.ts'
import { type Route, route } from '#http/api/route.ts'
import { date, instant, list, object, oneOf, optional, orNull } from '#http/api/schema.ts'

const answers = { 200: { says: 'What was asked', body: object({ got: Type.String() }) } }
const base = { permission: 'cases.read', summary: 'Try something', tag: 'Tried', answers } as const

/** Routes made for trying the server alone: each shows one thing it does. */
export const triedRoutes: readonly Route[] = [
  route({
    ...base,
    method: 'GET',
    path: '/rooms/{room}',
    query: object({
      open: optional(Type.Boolean()),
      floor: optional(Type.Integer({ minimum: 0 })),
      wing: optional(list(Type.String(), 3)),
    }),
    handle: async ({ params, query }) => ({ status: 200, body: { got: JSON.stringify({ params, query }) } }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/rooms',
    body: object({
      name: Type.String({ minLength: 1, maxLength: 10, description: 'what it is called' }),
      colour: optional(oneOf(['green', 'yellow'], 'its colour')),
      size: optional(Type.Integer({ minimum: 1 })),
      on: optional(date('when')),
      at: optional(instant('when')),
      beside: optional(orNull(object({ door: Type.String() }))),
    }),
    handle: async ({ body }) => ({ status: 200, body: { got: body.name } }),
  }),
  route({
    ...base,
    method: 'PUT',
    path: '/rooms/{room}',
    ifMatch: 'must',
    body: object({ name: Type.String() }),
    handle: async ({ ifMatch }) =>
      versionOf(ifMatch) === 7
        ? { status: 200, body: { got: 'changed' } }
        : refused('changed meanwhile', 'it was changed', 'read it again'),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/lists',
    takes: [json, ndjson],
    body: list(object({ n: Type.Integer() }), 3),
    handle: async ({ body }) => ({ status: 200, body: { got: String(body.length) } }),
  }),
  route({
    ...base,
    method: 'POST',
    path: '/files',
    takes: ['*/*'],
    limits: { bytes: 10 },
    handle: async ({ bytes, contentType }) => ({
      status: 200,
      body: { got: `${contentType} ${bytes.length}` },
    }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/refused',
    query: object({
      because: oneOf(
        [
          'not valid',
          'not allowed',
          'not found',
          'changed meanwhile',
          'already there',
          'too large',
          'too many',
        ],
        'why',
      ),
    }),
    handle: async ({ query }) => refused(query.because, 'it is refused', 'do otherwise', '/field'),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/broken',
    handle: async () => {
      throw new Error('the secret “open sesame” leaked')
    },
  }),
  route({
    ...base,
    method: 'GET',
    path: '/undeclared',
    handle: async () => ({ status: 200, body: { got: 'x', secret: 'open sesame' } }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/endless',
    limits: { seconds: 0.05 },
    handle: () => new Promise<never>(() => {}),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/seldom',
    limits: { perMinute: 2 },
    handle: async () => ({ status: 200, body: { got: 'x' } }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/anybody',
    permission: { open: 'it says nothing of a landlord' },
    handle: async ({ acting }) => ({ status: 200, body: { got: acting?.by ?? 'nobody' } }),
  }),
  route({
    ...base,
    method: 'DELETE',
    path: '/mine',
    permission: 'signed in',
    answers: { 204: { says: 'Gone' } },
    handle: async () => ({ status: 204 }),
  }),
  route({
    ...base,
    method: 'GET',
    path: '/lines',
    answers: { 200: { says: 'Lines', lines: object({ n: Type.Integer() }) } },
    async handle() {
      return { status: 200, lines: counted(3) }
    },
  }),
  route({
    ...base,
    method: 'GET',
    path: '/file',
    answers: { 200: { says: 'A file', file: ['text/csv'] } },
    handle: async () => ({
      status: 200,
      file: { type: 'text/csv', content: Buffer.from('a,b\n'), name: 'a “b”.csv' },
    }),
  }),
]

async function* counted(most: number) {
  for (let n = 0; n < most; n++) yield { n }
}
