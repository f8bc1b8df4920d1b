import type { FastifyRequest } from 'fastify'
import type { Acting } from '#core/people/acting.ts'

/** Somebody who was recognised: on whose behalf a request acts, and by what we knew them. */
export interface Recognised {
  readonly acting: Acting
  /** A session comes in a cookie, which a browser sends from any page: what changes things must then come from ours. */
  readonly with: 'session' | 'api key'
}

/** Tells who acts, by the cookie or the key that a request carries; nothing where it carries none that holds. */
export type Recognise = (request: FastifyRequest) => Promise<Recognised | undefined>
