import { createHash } from 'node:crypto'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { editionsOf, type Edition } from '#core/promises/edition.ts'
import { inWords, isRefusal, type Refusal } from '#core/refusal.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { parsedPack } from './parsed-packs.ts'

/** By what clocks are counted: a landlord's editions with their calendars, as they stood at one version. */
export interface Terms {
  readonly landlord: number
  readonly version: number
  readonly editions: readonly Edition[]
}

/** Terms as read and parsed, each once; a version never changes, so nothing here grows stale. */
export interface TermsBook {
  /** The terms of one version of the acting landlord. */
  at(tx: Transaction, vocabulary: Vocabulary, version: number): Promise<Terms>
}

/** How many versions are held: a landlord needs its latest, and one before while cases are brought up to it. */
const mostHeld = 200

/** An empty book, filled as terms are asked for. */
export function openTerms(): TermsBook {
  const held = new Map<string, Terms>()
  return {
    async at(tx, vocabulary, version) {
      const key = `${tx.acting.landlord} ${version}`
      const found = held.get(key)
      if (found !== undefined) return found
      const terms = {
        landlord: tx.acting.landlord,
        version,
        editions: await readEditions(tx, vocabulary, version),
      }
      if (held.size >= mostHeld) held.clear()
      held.set(key, terms)
      return terms
    },
  }
}

async function readEditions(
  tx: Transaction,
  vocabulary: Vocabulary,
  version: number,
): Promise<readonly Edition[]> {
  const rows = await tx.run(editionsAt, [tx.acting.landlord, version])
  const [first] = rows
  if (first === undefined)
    throw new Error(`landlord ${tx.acting.landlord} has no terms of version ${version}`)
  const packs = rows.map(({ pack }) => pack)
  const editions = editionsFromText(packs, first.feed, vocabulary)
  if (isRefusal(editions)) throw new Error(inWords(editions))
  return editions
}

/** The editions of packs that were checked before they were stored, or why they do not go with these bank holidays. */
export function editionsFromText(
  packs: readonly string[],
  feed: unknown,
  vocabulary: Vocabulary,
): readonly Edition[] | Refusal {
  const parsed = packs.map((text) => {
    const result = parsedPack(text, vocabulary)
    if (!('promises' in result)) throw new Error('a stored pack no longer parses')
    return result
  })
  return editionsOf(parsed, feed)
}

/** What a text is known by: the same letters have the same digest. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const editionsAt = statement<{ readonly pack: string; readonly feed: unknown }>(
  'editions-at',
  `select e.pack, f.feed
     from terms t
     join editions e on e.landlord = t.landlord and e.edition = any(t.editions)
     join holiday_feeds f on f.landlord = t.landlord and f.digest = t.holidays
    where t.landlord = $1 and t.version = $2
    order by e.in_force_from`,
)
