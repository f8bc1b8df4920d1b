import rateLimit from '@fastify/rate-limit'
import helmet from '@fastify/helmet'
import { fastify, type FastifyInstance, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { Store } from '#store/store.ts'
import { serveDocs } from '../api/docs/serve-docs.ts'
import { mountRoutes } from '../api/mount.ts'
import type { Route } from '../api/route.ts'
import { type ServerConfig, usual } from './config.ts'
import { answerClientError, answerErrors, answerFrameworkError } from './errors.ts'
import { addHealth } from './health.ts'
import { logAnswers } from './logging.ts'
import { addMetrics, type Metrics } from './metrics.ts'
import { answerNotFound } from './not-found.ts'
import { limitRates } from './rates.ts'
import type { Pages } from './pages.ts'
import type { Recognise } from './recognised.ts'
import { recogniseAll } from './recognising.ts'
import { newRequestId } from './request-id.ts'
import { securityHeaders } from './security.ts'

export interface ServerParts {
  readonly store: Store
  readonly logger: Logger
  readonly recognise: Recognise
  readonly routes: readonly Route[]
  /** Everything that is not the API: each adds its own routes, in a scope of its own. */
  readonly pages?: Pages
  readonly metrics?: Metrics
  readonly config?: ServerConfig
}

/** Builds the server; it listens when told to. Everything it answers is in the routes and pages it is handed. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { store, logger, recognise, routes, pages, metrics, config = {} } = parts
  const server = newServer(logger, config)
  await server.register(helmet, securityHeaders)
  await server.register(rateLimit, { global: false })
  answerErrors(server, pages?.problemPage)
  answerNotFound(server, routes, pages?.problemPage)
  logAnswers(server)
  addMetrics(server, {
    store,
    ...(metrics && { metrics }),
    ...(config.metricsToken && { token: config.metricsToken }),
  })
  recogniseAll(server, recognise)
  limitRates(server, config)
  addHealth(server, store)
  serveDocs(server, routes, config.version ?? 'unreleased')
  await mountRoutes(server, routes, store)
  if (pages !== undefined) await server.register(pages.register)
  return server
}

function newServer(logger: Logger, config: ServerConfig): FastifyInstance {
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: config.trustedProxies === undefined ? false : [...config.trustedProxies],
    bodyLimit: 1_000_000,
    // Each route has a time of its own, a whole landlord takes long to come in, and headers are waited for one minute.
    requestTimeout: 3_600_000,
    keepAliveTimeout: 65_000,
    handlerTimeout: (config.longestWorkInSeconds ?? usual.longestWorkInSeconds) * 1_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2_000, ignoreTrailingSlash: true },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    // Bodies are checked by our own schemas (`checked.ts`): fastify need not load what would check them for it.
    schemaController: { compilersFactory: { buildValidator: nobodyAsks, buildSerializer: nobodyAsks } },
  })
  return server as unknown as FastifyInstance
}

function nobodyAsks(): never {
  throw new Error('a schema of fastify’s is on a route: give the route one of ours')
}
