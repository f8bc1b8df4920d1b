import { createHmac } from 'node:crypto'
import { secretBytes } from '#store/jobs/webhooks/secret.ts'

/** What is signed: a message, when it is sent, and by which secrets. */
export interface ToSign {
  readonly messageId: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
  readonly secrets: readonly string[]
}

/** The headers by which a receiver knows that a message is ours, is new and was not changed (standardwebhooks.com). */
export function signatureHeaders({ messageId, timestamp, body, secrets }: ToSign) {
  const signed = `${messageId}.${timestamp}.${body}`
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', secretBytes(secret)).update(signed).digest('base64')
    return `v1,${digest}`
  })
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}
