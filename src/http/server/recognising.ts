import type { FastifyInstance } from 'fastify'
import type { Recognise, Recognised } from './recognised.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; nothing where nobody is recognised. */
    recognised: Recognised | undefined
  }
  interface FastifyContextConfig {
    /** True where it does not matter who asks, so that nobody is looked up: a style sheet, whether we are alive. */
    readonly anonymous?: true
  }
}

/** Tells of every request who asks, before anything else is done with it. */
export function recogniseAll(server: FastifyInstance, recognise: Recognise): void {
  server.decorateRequest('recognised', undefined)
  server.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.anonymous === true) return
    request.recognised = await recognise(request)
  })
}
