/**
 * A page may load its own style sheet and script, draw what stands in it, send forms to us, and ask us for more; nothing
 * else. With no referrer at all, browsers would hide from us that a form comes from our own page.
 */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const
