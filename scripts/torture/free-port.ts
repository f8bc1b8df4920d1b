import { createServer } from 'node:net'

/** A port that is free just now; a server that is killed comes back to it. */
export function freePort(): Promise<number> {
  return new Promise((finish, fail) => {
    const probe = createServer().on('error', fail)
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => finish(port))
    })
  })
}
