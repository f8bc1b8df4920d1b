import { createHash, createPublicKey, verify } from 'node:crypto'

/** A published report with what was put under it. */
export interface SignedReport {
  /** Its content as JSON in one order (`canonical`). */
  readonly content: string
  readonly digest: string
  /** Ed25519, as base64, under the digest in hexadecimal digits. */
  readonly signature: string
  /** As PEM. */
  readonly publicKey: string
}

/** What is wrong with a published report, in plain words; nothing where it is as it was published. */
export function verifyReport({ content, digest, signature, publicKey }: SignedReport): string | undefined {
  if (digestOf(content) !== digest) return 'its content is not what its digest was made of'
  const signed = verify(
    null,
    Buffer.from(digest),
    createPublicKey(publicKey),
    Buffer.from(signature, 'base64'),
  )
  return signed ? undefined : 'its signature is not the landlord’s'
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
