import type { Document } from '#core/documents/document.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Format, FormatChoices } from '../formats/formats.ts'
import { saidBy } from '../formats/said-by.ts'

/** How a form is made, and what may be there of it already. */
export interface Making {
  readonly choices?: FormatChoices
  /** What was made ahead and is kept, if it was. */
  readonly kept?: () => Promise<Uint8Array | undefined | Refused>
}

/**
 * A document in a form that takes long to make: print, Braille, speech. What was made lately is at hand, by what the document
 * says, so that it is never stale; several who ask at once wait for one making.
 */
export async function madeFile(
  document: Document,
  format: Format,
  { choices = {}, kept = async () => undefined }: Making = {},
): Promise<Uint8Array | Refused> {
  const key = keyOf(document, format, choices)
  const known = held.get(key)
  if (known !== undefined) return known
  const made = gettingReady(
    key,
    async () => (await kept()) ?? (await limited(() => format.make(document, choices))),
  )
  return Promise.race([made, notYet(made)])
}

function keyOf(document: Document, { name }: Format, choices: FormatChoices): string {
  return JSON.stringify([name, choices, saidBy(document)])
}

function gettingReady(key: string, make: () => Promise<Uint8Array | Refused>): Promise<Uint8Array | Refused> {
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

async function limited(make: () => Promise<Uint8Array | Refused>): Promise<Uint8Array | Refused> {
  if (makings >= mostMakings)
    return refused('too many', 'others are waiting for files as well', 'ask for it again in a minute')
  makings++
  try {
    return await make()
  } finally {
    makings--
  }
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
const mostMakings = 4
let makings = 0

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
