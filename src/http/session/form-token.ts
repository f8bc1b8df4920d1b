import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SecretBox } from '#store/people/secret-box.ts'
import { isFromOurPages } from '../server/same-origin.ts'
import { type CookieManner, cookieOf, setCookie } from './cookies.ts'

/** The hidden field of every form. */
export const formTokenField = 'form-token'

/**
 * What a form carries to show that our own page drew it, for this browser and this session: a new session, a new token.
 * Another site can send a form here, but cannot know this.
 */
export function formTokenFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { box, manner }: FormGround,
  session = cookieOf(request, 'session', manner),
): string {
  const held = visitOf(request, manner)
  const visit = held ?? randomBytes(24).toString('base64url')
  if (held === undefined) setCookie(reply, manner, 'visit', visit)
  return tokenOf(box, visit, session)
}

/** Whether what was sent is a form that our own page drew for whoever sends it. */
export function isOurForm(request: FastifyRequest, sent: unknown, { box, manner }: FormGround): boolean {
  const visit = visitOf(request, manner)
  if (visit === undefined || typeof sent !== 'string' || !isFromOurPages(request)) return false
  const given = Buffer.from(sent)
  const right = Buffer.from(tokenOf(box, visit, cookieOf(request, 'session', manner)))
  return given.length === right.length && timingSafeEqual(given, right)
}

export interface FormGround {
  readonly box: SecretBox
  readonly manner: CookieManner
}

function visitOf(request: FastifyRequest, manner: CookieManner): string | undefined {
  const text = cookieOf(request, 'visit', manner)
  return text !== undefined && /^[A-Za-z0-9_-]{32}$/.test(text) ? text : undefined
}

function tokenOf(box: SecretBox, visit: string, session = ''): string {
  return box.mark(`${visit} ${session}`, 'form').toString('base64url')
}
