import type { Document } from '#core/documents/document.ts'
import { type Refused, refused } from '#core/refused.ts'

/** A document as Braille ready for an embosser or a Braille display (BRF). */
export async function documentBraille(document: Document): Promise<Uint8Array | Refused> {
  return refused('not valid', `“${document.title}” cannot be made into Braille yet`, 'ask for large print')
}
