import { createHash } from 'node:crypto'
import type { Document } from '#core/documents/document.ts'

/** A digest of all that a document says, SHA-256 in hexadecimal digits: two that say the same have the same. */
export function saidBy(document: Document): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex')
}
