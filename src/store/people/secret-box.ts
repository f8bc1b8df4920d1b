import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What is done with the installation's secret. It never leaves here. */
export interface SecretBox {
  /** Seals words for one place: they cannot be opened as if they stood in another. */
  seal(words: string, place: string): Buffer
  /** The words again, or nothing where they were sealed for another place, with another secret, or changed since. */
  open(sealed: Buffer, place: string): string | undefined
  /** A digest that only this installation can make, for one purpose. */
  mark(words: string, purpose: string): Buffer
}

/** Shorter secrets could be guessed from what they sealed. */
const shortestSecret = 32

/** Derives a key for sealing and one for marking, so that neither tells anything of the other. */
export function openSecretBox(secret: string): SecretBox {
  if (secret.length < shortestSecret)
    throw new Error(`the installation’s secret needs ${shortestSecret} characters or more`)
  const sealing = derived(secret, 'kept sealing')
  const marking = derived(secret, 'kept marking')
  return {
    seal: (words, place) => seal(sealing, words, place),
    open: (sealed, place) => open(sealing, sealed, place),
    mark: (words, purpose) => createHmac('sha256', marking).update(`${purpose}\n${words}`).digest(),
  }
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

function seal(key: Buffer, words: string, place: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([sealing.update(words, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed])
}

function open(key: Buffer, sealed: Buffer, place: string): string | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    const words = opening.update(sealed.subarray(nonceBytes + tagBytes))
    return Buffer.concat([words, opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
