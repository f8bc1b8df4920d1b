import type { Document } from '#core/documents/document.ts'
import { plainText } from '#core/documents/plain-text.ts'

/** A document as plain text, in lines of 78 columns. */
export function documentText(document: Document): string {
  return plainText(document)
}
