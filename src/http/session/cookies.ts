import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseToken, type Token } from '#store/people/token.ts'

/** How cookies are set: with `secure`, they never leave by plain http, and no other host of the domain can set them. */
export interface CookieManner {
  readonly secure: boolean
}

/** By the address under which staff reach us. */
export function mannerOf(origin: string): CookieManner {
  return { secure: origin.startsWith('https:') }
}

/** What is kept in a browser: the session; a random word that forms are bound to; and a sign-in under way elsewhere. */
export type CookieOf = 'session' | 'visit' | 'openid'

/** The cookie’s text, where the request carries one. A browser may send several of a name; the first one counts. */
export function cookieOf(request: Headed, which: CookieOf, manner: CookieManner): string | undefined {
  const header = request.headers.cookie
  if (header === undefined || header.length > 16_000) return undefined
  const begin = `${nameOf(which, manner)}=`
  return header
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(begin))
    ?.slice(begin.length)
}

/** The session’s token, where the request carries one. */
export function sessionTokenOf(request: Headed, manner: CookieManner): Token | undefined {
  return parseToken(cookieOf(request, 'session', manner))
}

/**
 * Puts text into the browser until it is closed, or for so many seconds. Scripts cannot read it. The text is one of our
 * tokens, whose letters need no escaping in a cookie.
 */
export function setCookie(
  reply: FastifyReply,
  manner: CookieManner,
  which: CookieOf,
  text: string,
  seconds?: number,
): void {
  if (!/^[A-Za-z0-9._-]*$/.test(text))
    throw new Error(`the ${which} cookie has letters that no cookie may have`)
  const age = seconds === undefined ? '' : `; Max-Age=${seconds}`
  const secure = manner.secure ? '; Secure' : ''
  append(reply, `${nameOf(which, manner)}=${text}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`)
}

/** Takes it away again. */
export function clearCookie(reply: FastifyReply, manner: CookieManner, which: CookieOf): void {
  setCookie(reply, manner, which, '', 0)
}

type Headed = Pick<FastifyRequest, 'headers'>

function nameOf(which: CookieOf, { secure }: CookieManner): string {
  return `${secure ? '__Host-' : ''}kept_${which}`
}

/** Fastify gathers several cookies of one answer by itself. */
function append(reply: FastifyReply, cookie: string): void {
  reply.header('set-cookie', cookie)
}
