import { type AddressInfo, createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { publicPages } from '#apps/public/pages.ts'
import { problemPage, staffPages } from '#apps/staff/pages.ts'
import { publicProblemPage } from '#http/public/public-problem.tsx'
import { buildServer } from '#http/server/server.ts'
import { openLogger } from '#http/server/logger.ts'
import { recogniser } from '#http/session/recognise.ts'
import type { OpenidSettings } from '#http/sign-in/openid.ts'
import type { Door } from '#store/people/door.ts'
import { type House, openHouse } from '#test/store/people/people.ts'

/** The staff pages and the public ones, served on a free port over a landlord with staff. */
export interface StaffServer {
  readonly house: House
  readonly server: FastifyInstance
  readonly origin: string
  close(): Promise<void>
}

/**
 * Starts one. The identity provider, where there is one, is told where we stand and says where it does. The landlord is the
 * first that is shipped, or another by its short name.
 */
export async function openStaffServer(
  provider?: (origin: string) => Promise<OpenidSettings>,
  landlord?: string,
): Promise<StaffServer> {
  const house = await openHouse(undefined, landlord)
  const held = await holdPort()
  const origin = `http://127.0.0.1:${held.at.port}`
  const door: Door = { ...house.door, origin }
  const openid = await provider?.(origin)
  const server = await buildServer({
    store: house.store,
    logger: openLogger('silent'),
    recognise: recogniser(house.store, { secure: false }),
    routes: [],
    pages: {
      register: async (scope) => {
        await scope.register(
          staffPages({
            store: house.store,
            door,
            live: { everyMilliseconds: 100 },
            ...(openid && { openid }),
          }),
        )
        await scope.register(publicPages({ store: house.store, origin }))
      },
      problemPage: (problem) => publicProblemPage(problem) ?? problemPage(problem),
    },
    // A busy machine takes ten times as long over a page as a quiet one.
    config: { unrecognisedPerMinute: 100_000, longestWorkInSeconds: 120 },
  })
  await server.listen(held.at)
  await held.leave()
  return {
    house,
    server,
    origin,
    close: async () => {
      await server.close()
      await house.close()
    },
  }
}

/** A free port, which nobody else gets until we listen: links in mails and the provider need it long before. */
async function holdPort() {
  const shared = { host: '127.0.0.1', reusePort: true }
  const holder = createServer()
  await new Promise<void>((listening) => holder.listen({ ...shared, port: 0 }, listening))
  const { port } = holder.address() as AddressInfo
  return {
    at: { ...shared, port },
    leave: () => new Promise((left) => holder.close(left)),
  }
}
