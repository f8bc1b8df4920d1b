import type { FastifyInstance } from 'fastify'
import { isUpToDate } from '#store/up-to-date.ts'
import type { Store } from '#store/store.ts'

/** `/health`: the process lives. `/ready`: it can work, since the database answers and has the schema we were written for. */
export function addHealth(server: FastifyInstance, store: Store): void {
  const config = { anonymous: true } as const
  server.get('/health', { config }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )
  server.get('/ready', { config }, async (request, reply) => {
    const standing = await standingOf(store).catch((error: unknown) => {
      request.log.warn({ err: error }, 'not ready')
      return 'away' as const
    })
    return reply
      .code(standing === 'current' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: words[standing] })
  })
}

async function standingOf(store: Store): Promise<'current' | 'behind'> {
  return (await isUpToDate(store)) ? 'current' : 'behind'
}

const words = {
  current: 'ready',
  behind: 'the database is behind: run kept migrate',
  away: 'the database does not answer',
} as const
