import { Type } from 'typebox'
import { isForKeys, permissions } from '#core/people/permission.ts'
import { isRefused } from '#core/refused.ts'
import { parseDay } from '#core/time/day.ts'
import { type Route, route } from '#http/api/route.ts'
import { date, id, instant, list, object, oneOf, optional, orNull, text } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import { endKey, listKeys, makeKey } from '#store/people/keys.ts'

const tag = 'API keys'
const scope = oneOf(Object.keys(permissions).filter(isForKeys), 'something the key may do')

/** Keys for programs of the landlord. */
export const keyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/keys',
    permission: 'people',
    summary: 'List API keys',
    tag,
    answers: {
      200: {
        says: 'Those that were not ended, the newest first; never their secrets',
        body: object({
          keys: Type.Array(
            object({
              keyId: id('the key'),
              name: Type.String(),
              scopes: Type.Array(Type.String()),
              madeBy: Type.String(),
              madeAt: instant('when it was made'),
              lastUsedOn: orNull(date('the last day it was used (UTC)')),
              endsOn: orNull(date('the last day it works')),
            }),
          ),
        }),
      },
    },
    async handle({ store, acting }) {
      const found = await listKeys(store, acting)
      if (isRefused(found)) return found
      const keys = found.map(({ keyId, name, scopes, madeBy, madeAt, lastUsedOn, endsOn }) => ({
        keyId,
        name,
        scopes,
        madeBy,
        madeAt: writtenAt(madeAt),
        lastUsedOn: lastUsedOn === null ? null : writtenOn(lastUsedOn),
        endsOn: endsOn === null ? null : writtenOn(endsOn),
      }))
      return { status: 200, body: { keys } }
    },
  }),
  route({
    method: 'POST',
    path: '/keys',
    permission: 'people',
    summary: 'Make an API key',
    tag,
    body: object({
      name: text('what it is for', 100, { minLength: 1 }),
      scopes: list(scope, 100),
      endsOn: optional(date('the last day it works; without it, until it is ended')),
    }),
    example: { name: 'Telephone system', scopes: ['cases.write'] },
    answers: {
      201: {
        says: 'The key itself, which is not shown again',
        body: object({ keyId: id('the key'), key: Type.String() }),
      },
    },
    refuses: ['not valid', 'too many'],
    async handle({ store, acting, body: { name, scopes, endsOn } }) {
      const day = endsOn === undefined ? undefined : parseDay(endsOn)
      const made = await makeKey(store, acting, { name, scopes, endsOn: day })
      return isRefused(made) ? made : { status: 201, body: made }
    },
  }),
  route({
    method: 'DELETE',
    path: '/keys/{keyId}',
    permission: 'people',
    summary: 'End an API key',
    tag,
    params: object({ keyId: id('the key') }),
    answers: { 204: { says: 'It no longer opens anything' } },
    refuses: ['not found'],
    async handle({ store, acting, params: { keyId } }) {
      const ended = await endKey(store, acting, { keyId })
      return isRefused(ended) ? ended : { status: 204 }
    },
  }),
]
