import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Pack } from '../pack.ts'

/** A sentence as customers read it. With items it ends in a colon, and they stand below it. */
export interface PlainSentence {
  readonly says: string
  readonly items?: readonly string[]
  /** It is about something else than the sentence before, so it begins a paragraph. */
  readonly apart?: true
}

/** What the words are taken from. */
export interface PlainGround {
  readonly vocabulary: Vocabulary
  readonly pack: Pack
}

/** One sentence where there is one thing to say, otherwise a list below its beginning. */
export function oneOrList(things: readonly string[], one: string, many: string): readonly PlainSentence[] {
  const [first, ...others] = things
  if (first === undefined) return []
  return others.length === 0 ? [{ says: `${one} ${first}.` }] : [{ says: `${many}:`, items: things }]
}

/** A sentence, where there is one. */
export function sentence(says: string | undefined): readonly PlainSentence[] {
  return says === undefined ? [] : [{ says }]
}

/** Sentences about one thing, apart from those before. */
export function apart(sentences: readonly PlainSentence[]): readonly PlainSentence[] {
  return sentences.map((each, index) => (index === 0 ? { ...each, apart: true } : each))
}
