import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Receives webhooks on this machine, and remembers which messages came. */
export interface Receiver {
  readonly url: string
  /** How often each message came, by its id. */
  readonly came: ReadonlyMap<string, number>
  stop(): Promise<void>
}

/** Opens a receiver that takes everything. */
export async function openReceiver(): Promise<Receiver> {
  const came = new Map<string, number>()
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      const id = String(request.headers['webhook-id'])
      came.set(id, (came.get(id) ?? 0) + 1)
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/kept`,
    came,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
