import { type Refusal, refuse } from '#core/refusal.ts'

/** An address that a link may carry: one checked by this file. */
export type Url = string & { readonly [checked]: true }

declare const checked: unique symbol

/** An address for a link, or why it may not be one: `javascript:` and its like are refused. */
export function url(text: string): Url | Refusal {
  if (isSafeAddress(text)) return text as Url
  return refuse(
    `“${text.slice(0, 60)}” may not be linked to`,
    'an https, http, mailto or tel address, or a path',
  )
}

/** A link to the part of this page that bears this id. */
export function anchor(id: string): Url {
  return `#${encodeURIComponent(id)}` as Url
}

/**
 * Browsers drop tabs and line ends inside an address and blanks before it, so `java\nscript:` is a scheme
 * to them: an address with any of those is refused whole.
 */
export function isSafeAddress(text: string): boolean {
  if (/[\p{Cc}\s]/u.test(text)) return false
  const scheme = /^([^/?#:]*):/.exec(text)?.[1]
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme)
}
