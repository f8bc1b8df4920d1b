import { createHash, randomBytes } from 'node:crypto'

/** Something only its bearer knows, which says to which landlord it belongs: the wall needs to know that first. */
export interface Token {
  readonly landlord: number
  readonly secret: string
}

/** A new secret of 256 random bits, in letters that fit in an address and a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. With 256 random bits in it, nothing slower than a plain digest is needed. */
export function digestOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** As it stands in a cookie or a link: `12.Xb1…`. */
export function tokenText({ landlord, secret }: Token): string {
  return `${landlord}.${secret}`
}

/** A token from what came in; nothing where it cannot be one of ours. */
export function parseToken(text: unknown): Token | undefined {
  if (typeof text !== 'string' || text.length > 64) return undefined
  const [, landlord, secret] = /^([1-9][0-9]{0,8})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  return landlord === undefined || secret === undefined ? undefined : { landlord: Number(landlord), secret }
}

/** What of an API key can be told apart: `kept_12_4F7K…_9c1e…`. */
export interface KeyToken extends Token {
  readonly keyId: string
}

/** A new secret for an API key, in letters that no log or shell takes apart. */
export function newKeySecret(): string {
  return randomBytes(32).toString('hex')
}

/** An API key as its program sends it. */
export function keyText({ landlord, keyId, secret }: KeyToken): string {
  return `kept_${landlord}_${keyId}_${secret}`
}

/** An API key from what came in; nothing where it cannot be one of ours. */
export function parseKey(text: string): KeyToken | undefined {
  if (text.length > 120) return undefined
  const [, landlord, keyId, secret] =
    /^kept_([1-9][0-9]{0,8})_([0-9A-Z]{16})_([0-9a-f]{64})$/.exec(text) ?? []
  if (landlord === undefined || keyId === undefined || secret === undefined) return undefined
  return { landlord: Number(landlord), keyId, secret }
}
