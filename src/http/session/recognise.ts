import type { FastifyRequest } from 'fastify'
import { actingWithKey } from '#store/people/keys.ts'
import { visitorWith, type Visitor } from '#store/people/sessions.ts'
import { parseKey } from '#store/people/token.ts'
import type { Store } from '#store/store.ts'
import type { Recognise } from '../server/recognised.ts'
import { type CookieManner, sessionTokenOf } from './cookies.ts'

/**
 * Makes what tells who asks: by the API key in `Authorization: Bearer kept_…`, or by the session in the cookie. Somebody
 * half way through signing in is nobody yet. A key that does not hold is not made up for by a cookie.
 */
export function recogniser(store: Store, manner: CookieManner): Recognise {
  return async (request) => {
    const { authorization } = request.headers
    if (authorization !== undefined) return byKey(store, authorization)
    const visitor = await visitorOf(store, manner, request)
    return visitor?.standing === 'in' ? { acting: visitor.acting, with: 'session' } : undefined
  }
}

/** Who came with the session cookie of a request, also half way; looked up once for each request. */
export function visitorOf(
  store: Store,
  manner: CookieManner,
  request: FastifyRequest,
): Promise<Visitor | undefined> {
  const known = visitors.get(request)
  if (known !== undefined) return known
  const token = sessionTokenOf(request, manner)
  const visitor = token === undefined ? Promise.resolve(undefined) : visitorWith(store, token)
  visitors.set(request, visitor)
  return visitor
}

const visitors = new WeakMap<FastifyRequest, Promise<Visitor | undefined>>()

async function byKey(store: Store, authorization: string): ReturnType<Recognise> {
  const key = parseKey(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')
  const acting = key === undefined ? undefined : await actingWithKey(store, key)
  return acting && { acting, with: 'api key' }
}
