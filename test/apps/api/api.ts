import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { everyRoute } from '#apps/api/every-route.ts'
import { type Acting, systemActing } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import type { Route } from '#http/api/route.ts'
import type { ServerConfig } from '#http/server/config.ts'
import { openLogger } from '#http/server/logger.ts'
import { buildServer } from '#http/server/server.ts'
import { openDoor } from '#store/people/door.ts'
import { openTestStore, type TestStore, type TestStoreOptions } from '#test/store/databases.ts'

/** Every route, with a secret and an address made up here. */
export const testRoutes: readonly Route[] = everyRoute({
  door: openDoor({ secret: 'a secret of the tests, and of nobody else', origin: 'http://127.0.0.1' }),
  privateWebhooks: false,
})

/** The API on a database of its own, asked without a network, with whatever it logged. */
export interface TestApi {
  readonly test: TestStore
  readonly server: FastifyInstance
  readonly acting: Acting
  readonly logged: readonly LogLine[]
  /** Asks as the landlord’s own key, unless the headers say otherwise. */
  ask(method: Method, path: string, more?: Asking): Promise<LightMyRequestResponse>
  /** A key that may do just this. */
  keyThat(permissions: readonly Permission[], more?: Partial<Acting>): string
  /** A key of another landlord. */
  keyOf(acting: Acting): string
  close(): Promise<void>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS'
type Asking = Pick<InjectOptions, 'headers' | 'query' | 'remoteAddress'> & { readonly body?: unknown }
type LogLine = Readonly<Record<string, unknown>>

export interface TestApiOptions extends TestStoreOptions {
  readonly routes?: readonly Route[]
  readonly config?: ServerConfig
}

/** Opens the API for one landlord, who has its shipped pack. Keys and sessions are made up here, as headers. */
export async function openTestApi({
  routes = testRoutes,
  config,
  ...options
}: TestApiOptions = {}): Promise<TestApi> {
  const test = await openTestStore('embedded', options)
  const acting = await test.addLandlord()
  const keys = new Map<string, Acting>([['own', acting]])
  const logged: LogLine[] = []
  const logger = openLogger('info', { write: (line) => void logged.push(JSON.parse(line) as LogLine) })
  const server = await buildServer({
    store: test.store,
    logger,
    routes,
    // A busy machine takes ten times as long over a request as a quiet one.
    config: { longestWorkInSeconds: 120, ...config },
    async recognise({ headers }) {
      const key = keys.get(/^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1] ?? '')
      if (key !== undefined) return { acting: key, with: 'api key' }
      return headers.cookie === 'session=own' ? { acting, with: 'session' } : undefined
    },
  })
  const keyOf = (who: Acting) => {
    const name = `key-${keys.size}`
    keys.set(name, who)
    return `Bearer ${name}`
  }
  return {
    test,
    server,
    acting,
    logged,
    keyOf,
    keyThat: (permissions, more) =>
      keyOf({ ...systemActing(acting.landlord), may: new Set(permissions), ...more }),
    ask: (method, path, { headers, body, ...more } = {}) =>
      server.inject({
        method,
        url: `/api/v1${path}`,
        headers: { authorization: 'Bearer own', ...headers },
        ...(body !== undefined && { payload: body as object }),
        ...more,
      }),
    async close() {
      await server.close()
      await test.close()
    },
  }
}
