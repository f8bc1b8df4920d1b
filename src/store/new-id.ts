import { randomBytes } from 'node:crypto'

/** Crockford's letters: none that is mistaken for another when a caller reads a reference out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new id of 16 letters from 80 random bits: nobody can guess another from it. */
export function newId(): string {
  return written(randomBytes(16))
}

/** A new reference for a case, short enough for the telephone: `4F7K-2MPX-9Q`, from 50 random bits. */
export function newReference(): string {
  const text = written(randomBytes(10))
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

function written(bytes: Buffer): string {
  return [...bytes].map((byte) => letters[byte & 31]).join('')
}
