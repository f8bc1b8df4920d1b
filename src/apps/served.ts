import type { Logger } from 'pino'
import packageFile from '../../package.json' with { type: 'json' }
import { publicProblemPage } from '#http/public/public-problem.tsx'
import { buildServer } from '#http/server/server.ts'
import { mannerOf } from '#http/session/cookies.ts'
import { recogniser } from '#http/session/recognise.ts'
import { measureJobs } from '#jobs/metrics.ts'
import { openDoor } from '#store/people/door.ts'
import type { Store } from '#store/store.ts'
import { everyRoute } from './api/every-route.ts'
import type { Config } from './config/config.ts'
import { publicPages } from './public/pages.ts'
import { problemPage, staffPages } from './staff/pages.ts'

export interface ServerOptions {
  readonly store: Store
  readonly logger: Logger
  readonly config: Config
  /** The installation’s secret. */
  readonly secret: string
  /** The address under which staff reach us. */
  readonly origin: string
  readonly port: number
}

/** A server that takes requests. */
export interface Served {
  /** Where it listens: `http://127.0.0.1:8020`. */
  readonly address: string
  /** Takes no more requests, and resolves when those under way are answered. */
  stop(): Promise<void>
}

const { version } = packageFile as { readonly version: string }

/** Starts the server with everything it serves. */
export async function startServer(options: ServerOptions): Promise<Served> {
  const { store, logger, config, secret, origin, port } = options
  const { trustedProxies, metricsToken, openid } = config
  const door = openDoor({ secret, origin })
  const staff = staffPages({ store, door, ...(openid && { openid }) })
  const server = await buildServer({
    store,
    logger,
    recognise: recogniser(store, mannerOf(origin)),
    routes: everyRoute({ door, privateWebhooks: config.privateWebhooks }),
    metrics: measureJobs(store),
    pages: {
      register: async (scope) => {
        await scope.register(staff)
        await scope.register(publicPages({ store, origin }))
      },
      problemPage: (problem) => publicProblemPage(problem) ?? problemPage(problem),
    },
    config: {
      version,
      ...(trustedProxies.length > 0 && { trustedProxies }),
      ...(metricsToken !== undefined && { metricsToken }),
    },
  })
  const address = await server.listen({ host: config.host, port })
  return { address, stop: () => server.close() }
}
