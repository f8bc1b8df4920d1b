/**
 * A page may show its style sheet, draw what stands in it, and send forms to us; nothing else. With no referrer at all,
 * browsers would hide from us that a form comes from our own page.
 */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const
