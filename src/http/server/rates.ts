import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Route } from '../api/route.ts'
import { type ServerConfig, usual } from './config.ts'
import { ProblemError } from './problem.ts'

/**
 * Counts requests by who asks, or by address where nobody is recognised, and turns away what is over the limit of a minute:
 * of all routes together, and of the route’s own where it has one. Counted in this process alone.
 */
export function limitRates(server: FastifyInstance, config: ServerConfig): void {
  const recognised = config.requestsPerMinute ?? usual.requestsPerMinute
  const unrecognised = config.unrecognisedPerMinute ?? usual.unrecognisedPerMinute
  const ofAll = server.createRateLimit({
    max: (request) => (request.recognised === undefined ? unrecognised : recognised),
    timeWindow: 60_000,
    keyGenerator: callerOf,
  })
  const ofRoutes = new Map<Route, Check>()
  server.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.anonymous === true) return
    turnAway(await ofAll(request))
    const route = request.routeOptions.config.kept
    if (route?.limits?.perMinute === undefined) return
    const check = ofRoutes.get(route) ?? limitOf(server, route, route.limits.perMinute)
    ofRoutes.set(route, check)
    turnAway(await check(request))
  })
}

type Check = ReturnType<FastifyInstance['createRateLimit']>

function limitOf(server: FastifyInstance, route: Route, max: number): Check {
  return server.createRateLimit({
    max,
    timeWindow: 60_000,
    keyGenerator: (request) => `${route.method} ${route.path} ${callerOf(request)}`,
  })
}

function callerOf(request: FastifyRequest): string {
  const acting = request.recognised?.acting
  return acting === undefined ? `address ${request.ip}` : `${acting.landlord} ${acting.by}`
}

function turnAway(counted: Awaited<ReturnType<Check>>): void {
  if (counted.isAllowed || !counted.isExceeded) return
  throw new ProblemError({
    kind: 'too-many',
    detail: `${counted.max} requests a minute are taken; wait ${counted.ttlInSeconds} seconds`,
    headers: { 'retry-after': String(counted.ttlInSeconds) },
  })
}
