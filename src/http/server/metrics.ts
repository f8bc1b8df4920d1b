import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from '#store/store.ts'
import { ProblemError } from './problem.ts'

/** Lets others add what they measure: called once, with where to put it. */
export type Metrics = (registry: Registry) => void

export interface MetricsParts {
  readonly store: Store
  readonly metrics?: Metrics
  readonly token?: string
}

/** Measures every answer, and gives all measurements at `/metrics` to whoever may read them. */
export function addMetrics(server: FastifyInstance, { store, metrics, token }: MetricsParts): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureAnswers(server, registry)
  measureConnections(store, registry)
  metrics?.(registry)
  server.get('/metrics', { config: { anonymous: true } }, async (request, reply) => {
    if (!mayRead(request, token))
      throw new ProblemError({ kind: 'no-such-address', detail: 'there is nothing at this address' })
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics())
  })
  server.addHook('onClose', async () => registry.clear())
}

function measureAnswers(server: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'kept_http_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers: [registry],
  })
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    seconds.observe(
      { method: route === 'none' ? 'any' : method, route, status: reply.statusCode },
      reply.elapsedTime / 1_000,
    )
  })
}

function measureConnections(store: Store, registry: Registry): void {
  const connections = new Gauge({
    name: 'kept_database_connections',
    help: 'Connections to the database, and how much work waits for one',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      const { open, idle, waiting } = store.database.connections()
      this.set({ state: 'busy' }, open - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  registry.registerMetric(connections)
}

/**
 * With a token, whoever sends it. Without one, only this machine: a connection from itself that no proxy handed on, since a
 * proxy on this machine would make the whole world look like it.
 */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return isSame(request.headers.authorization ?? '', `Bearer ${token}`)
  const { headers, socket } = request
  const handedOn = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => name in headers)
  return !handedOn && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')
}

/** Takes equally long wherever the two differ. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other))
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
