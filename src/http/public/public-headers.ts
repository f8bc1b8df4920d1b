import type { Cache } from './public-route.ts'

/** What a public page may do: load our own style, show what stands in it, and send a form back to us. No script runs. */
export const publicHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
} as const

/** What is open data may be read by anybody’s pages and programs. */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, last-modified, link',
  'cross-origin-resource-policy': 'cross-origin',
} as const

/** How long each answer is good for, in seconds. */
const seconds: Readonly<Record<Exclude<Cache, 'never'>, number>> = {
  'a minute': 60,
  'an hour': 3_600,
  'a day': 86_400,
  'a year': 31_536_000,
}

/** What caches are told: for how long, and no longer than what is shown stays true. */
export function cacheControl(cache: Cache, leftInSeconds = Number.POSITIVE_INFINITY): string {
  if (cache === 'never') return 'no-store'
  const lasts = Math.max(0, Math.min(seconds[cache], Math.floor(leftInSeconds)))
  return `public, max-age=${lasts}${cache === 'a year' ? ', immutable' : ''}`
}
