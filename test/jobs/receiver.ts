import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What came in. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A receiver of webhooks on this machine, which answers as it is told. */
export interface Receiver {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers from now on; nothing at all for 0. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void
}

/** Opens a receiver for the length of a test. */
export async function receiver(t: { after(close: () => Promise<void>): void }): Promise<Receiver> {
  const received: Received[] = []
  let answered: { status: number; headers: Readonly<Record<string, string>> } = { status: 204, headers: {} }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      if (answered.status !== 0) response.writeHead(answered.status, answered.headers).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/kept`,
    received,
    answer(status, headers = {}) {
      answered = { status, headers }
    },
  }
}

/** Whether a message was signed with a secret, worked out as standardwebhooks.com tells a receiver to. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const expected = createHmac('sha256', key).update(signed).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .some((each) => {
      const [version, text = ''] = each.split(',')
      const given = Buffer.from(text, 'base64')
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
    })
}
