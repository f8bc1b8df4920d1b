import type { FastifyRequest } from 'fastify'

/**
 * Whether a browser says that one of our own pages asks. Browsers send `Sec-Fetch-Site` or at least `Origin` with whatever
 * may change something; a request with neither is not taken for ours.
 */
export function isFromOurPages(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = request.headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host
}
