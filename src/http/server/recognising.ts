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
    /** True where everybody is shown the same: nobody is looked up, and requests are counted by address. */
    readonly public?: true
  }
}

/** Tells of every request who asks, before anything else is done with it. */
export function recogniseAll(server: FastifyInstance, recognise: Recognise): void {
  server.decorateRequest('recognised', undefined)
  server.addHook('onRequest', async (request) => {
    const { anonymous, public: forAll } = request.routeOptions.config
    if (request.is404 || anonymous === true || forAll === true) return
    request.recognised = await recognise(request)
  })
}
