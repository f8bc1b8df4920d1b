import { randomBytes } from 'node:crypto'

/** A new secret as the Standard Webhooks write one: `whsec_` and 256 random bits in base64. */
export function newSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`
}

/** The bytes of a secret, to sign with. */
export function secretBytes(secret: string): Buffer {
  return Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64')
}

const prefix = 'whsec_'
