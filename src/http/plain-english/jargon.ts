import type { Jargon } from '#core/letters/advice.ts'
import type { Found } from './checked.ts'

/** The words of the house list that stand in a text. */
export function jargonIn(text: string, jargon: readonly Jargon[]): readonly Found[] {
  return jargon.flatMap(({ word, say }) =>
    Array.from(text.matchAll(wholeWord(word)), (match) => ({
      about: 'jargon' as const,
      quote: match[0],
      at: match.index,
      says: `Customers may not know this word. Say: ${say}.`,
    })),
  )
}

function wholeWord(word: string): RegExp {
  const parts = word
    .trim()
    .split(/\s+/)
    .map((part) => RegExp.escape(part))
  return new RegExp(`(?<![\\p{L}\\d])${parts.join('\\s+')}(?![\\p{L}\\d])`, 'giu')
}
