import type { FastifyInstance } from 'fastify'

/**
 * One line for each request: which route, what came of it, how long it took, for whom. The route’s pattern stands there and
 * not the address, since ids and searches are personal data; nor does anything of what was sent.
 */
export function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.anonymous === true) return
    const acting = request.recognised?.acting
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...(acting && { landlord: acting.landlord, by: acting.by }),
      },
      'answered',
    )
  })
}
