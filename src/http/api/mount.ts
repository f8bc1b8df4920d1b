import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isRefused } from '#core/refused.ts'
import type { Store } from '#store/store.ts'
import { problemOfRefused, sendProblem } from '../server/problem.ts'
import { apiPrefix } from './api-prefix.ts'
import { acceptsOrThrow, sendAnswer } from './answering.ts'
import { askedOf } from './asking.ts'
import { type ReadBody, readBody } from './body.ts'
import { guard } from './guard.ts'
import type { AnyAsked, Route } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly kept?: Route
  }
}

/** Serves routes, each below `apiPrefix`, with its guard before its body and its schemas before its work. */
export async function mountRoutes(
  server: FastifyInstance,
  routes: readonly Route[],
  store: Store,
): Promise<void> {
  await server.register(
    async (api) => {
      api.removeAllContentTypeParsers()
      api.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
        bodyFor(request, payload),
      )
      for (const route of routes) mountOne(api, route, store)
    },
    { prefix: apiPrefix },
  )
}

/** A route’s path as Fastify writes it: `/cases/:case`. */
function fastifyPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}

async function bodyFor(request: FastifyRequest, payload: IncomingMessage): Promise<ReadBody> {
  const route = request.routeOptions.config.kept
  if (route === undefined) throw new Error('a body came to an address that is no route')
  return readBody(route, request, payload)
}

function mountOne(api: FastifyInstance, route: Route, store: Store): void {
  api.route({
    method: route.method,
    url: fastifyPath(route.path),
    config: { kept: route },
    bodyLimit: route.limits?.bytes ?? usualLimit,
    ...timeOf(route),
    preParsing: async (request) => {
      guard(route, request, request.recognised)
      acceptsOrThrow(route, request)
    },
    handler: (request, reply) => handle(route, store, request, reply),
  })
}

/** What streams in or out takes as long as it is: an hour, unless the route says otherwise. */
function timeOf({ limits, answers }: Route): { readonly handlerTimeout?: number } {
  const streams = limits?.streamed === true || Object.values(answers).some(({ lines, file }) => lines ?? file)
  const seconds = limits?.seconds ?? (streams ? 3_600 : undefined)
  return seconds === undefined ? {} : { handlerTimeout: seconds * 1_000 }
}

/** Fastify’s own limit stands behind ours. */
const usualLimit = 1_000_000

async function handle(route: Route, store: Store, request: FastifyRequest, reply: FastifyReply) {
  const asked = askedOf(route, store, request)
  const answer = await route.handle(asked as AnyAsked)
  if (isRefused(answer)) return sendProblem(reply, problemOfRefused(answer, 'if-match' in request.headers))
  return sendAnswer(route, answer, reply)
}
