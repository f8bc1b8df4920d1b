import { createHash } from 'node:crypto'
import type { Document } from '#core/documents/document.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Format, FormatChoices } from '../formats/formats.ts'

/**
 * A document in a form that takes long to make: print, Braille, speech. What was made lately is at hand, by what the document
 * says, so that it is never stale; several who ask at once wait for one making.
 */
export async function madeFile(
  document: Document,
  format: Format,
  choices: FormatChoices,
): Promise<Uint8Array | Refused> {
  const key = keyOf(document, format, choices)
  const known = held.get(key)
  if (known !== undefined) return known
  if (!underWay.has(key) && underWay.size >= mostUnderWay)
    return refused('too many', 'others are waiting for files as well', 'ask for it again in a minute')
  const made = making(key, () => format.make(document, choices))
  return Promise.race([made, notYet(made)])
}

/**
 * Begins to make a form that takes long while its page is being read, so that it is at hand when it is asked for. Waits for nobody, and
 * leaves it where others are waiting.
 */
export function makeAhead(document: Document, format: Format): void {
  const key = keyOf(document, format, {})
  if (held.has(key) || underWay.size > 0) return
  making(key, () => format.make(document, {})).catch(() => {}) // Whoever asks for it is told.
}

function keyOf(document: Document, { name }: Format, choices: FormatChoices): string {
  const said = JSON.stringify([name, choices, document])
  return createHash('sha256').update(said).digest('base64url')
}

function making(key: string, make: () => Promise<Uint8Array | Refused>): Promise<Uint8Array | Refused> {
  const begun = underWay.get(key)
  if (begun !== undefined) return begun
  const made = make()
    .then((bytes) => {
      if (!isRefused(bytes)) hold(key, bytes)
      return bytes
    })
    .finally(() => underWay.delete(key))
  underWay.set(key, made)
  return made
}

/** What takes longer goes on being made, and is at hand when it is asked for again. */
const patience = 20_000

function notYet(made: Promise<unknown>): Promise<Refused> {
  return new Promise((tell) => {
    const timer = setTimeout(
      () => tell(refused('too many', 'this is long and is still being made', 'ask for it again in a minute')),
      patience,
    )
    void made.finally(() => clearTimeout(timer)).catch(() => {})
  })
}

/** Staff make their letters in the same place: nobody who asks for everything at once keeps them waiting. */
const mostUnderWay = 4

const mostBytes = 48_000_000
const held = new Map<string, Uint8Array>()
const underWay = new Map<string, Promise<Uint8Array | Refused>>()
let heldBytes = 0

function hold(key: string, bytes: Uint8Array): void {
  if (held.has(key) || bytes.length > mostBytes / 4) return
  for (const [oldest, old] of held) {
    if (heldBytes + bytes.length <= mostBytes) break
    held.delete(oldest)
    heldBytes -= old.length
  }
  held.set(key, bytes)
  heldBytes += bytes.length
}
