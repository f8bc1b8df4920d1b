import { Agent, request } from 'node:http'

/** A connection that stays open between one question and the next, as that of a program does. */
export interface Connection {
  /** Asks, and gives what was answered; anything but a 2xx is an error. */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>
  close(): void
}

/** Connects to the API of a server with a key. */
export function connectTo(address: string, key: string): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return {
    ask: (method, path, body) =>
      new Promise((finish, fail) => {
        const text = body === undefined ? undefined : JSON.stringify(body)
        const headers = {
          authorization: `Bearer ${key}`,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
        }
        const asking = request(`${address}/api/v1${path}`, { method, agent, headers }, (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', fail)
          answer.on('end', () => {
            const said = Buffer.concat(parts).toString('utf8')
            const status = answer.statusCode ?? 0
            if (status >= 200 && status < 300) finish(said === '' ? undefined : JSON.parse(said))
            else fail(new Error(`${method} ${path} was answered ${status}: ${said.slice(0, 500)}`))
          })
        })
        asking.on('error', fail)
        asking.end(text)
      }),
    close: () => agent.destroy(),
  }
}

/** How long each of many took, in milliseconds, one after the other. */
export async function timesOf(times: number, once: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await once()
    all.push(performance.now() - began)
  }
  return all
}

/** The time within which this share of all came. */
export function within(share: number, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
