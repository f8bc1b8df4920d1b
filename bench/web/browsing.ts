import { Agent, request } from 'node:http'

/** A browser as far as the server sees one: a connection that stays open, and the cookie of a session. */
export interface Browsing {
  /** Loads a page to its end; anything but a page that was meant is an error. Gives its length in bytes. */
  load(path: string): Promise<number>
  close(): void
}

/** Opens one. */
export function browsing(address: string, session: string): Browsing {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = { cookie: `kept_session=${session}`, accept: 'text/html', 'accept-encoding': 'br' }
  return {
    async load(path) {
      const came = await ask(path)
      return typeof came === 'number' ? came : Number(await ask(came))
    },
    close: () => agent.destroy(),
  }

  /** How many bytes came, or where it leads. */
  function ask(path: string): Promise<number | string> {
    return new Promise((finish, fail) => {
      const asking = request(`${address}${path}`, { agent, headers }, (answer) => {
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          bytes += part.length
        })
        answer.on('error', fail)
        answer.on('end', () => {
          if (answer.statusCode === 200) finish(bytes)
          else if (answer.statusCode === 303) finish(answer.headers.location ?? '')
          else fail(new Error(`${path} was answered ${answer.statusCode}`))
        })
      })
      asking.on('error', fail)
      asking.end()
    })
  }
}
