import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import type { Pack } from '#core/promises/pack.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import type { Fault } from '#core/promises/shape/fault.ts'

/** How many packs are held; one is parsed again and again while it is drafted, tried, activated and read. */
const mostHeld = 32

const held = new WeakMap<Vocabulary, Map<string, Pack>>()

/** A pack by its text, or every fault of it with its line. The same text is parsed once, which takes some 30 ms. */
export function parsedPack(text: string, vocabulary: Vocabulary): Pack | readonly Fault[] {
  const packs = held.get(vocabulary) ?? new Map<string, Pack>()
  held.set(vocabulary, packs)
  const found = packs.get(text)
  if (found !== undefined) return found
  const read = parsePack(text, 'pack.yaml', knownEvents(vocabulary))
  if (!('promises' in read)) return read
  if (packs.size >= mostHeld) packs.clear()
  packs.set(text, read)
  return read
}
