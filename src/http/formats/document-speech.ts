import type { Document } from '#core/documents/document.ts'
import { type Refused, refused } from '#core/refused.ts'

/** A document read aloud (Ogg Opus). */
export async function documentSpeech(document: Document): Promise<Uint8Array | Refused> {
  return refused('not valid', `“${document.title}” cannot be read aloud yet`, 'ask for large print')
}
