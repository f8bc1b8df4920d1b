import type { VFile } from 'vfile'
import type { Advice } from '#core/letters/advice.ts'

/** What a rule of retext leaves with the text. */
export type Message = VFile['messages'][number]

/** What a rule of retext found, in our words; nothing where it is about a name, a reference or an address. */
export function adviceOf(message: Message, quote: string): Omit<Advice, 'line'> | undefined {
  const { source, expected } = message
  if (source === 'retext-readability') return hardSentence(quote)
  if (isName(quote)) return undefined
  const instead = namedInstead(expected)
  if (source === 'retext-spell')
    return { about: 'spelling', quote, says: 'The dictionary does not have this word. Is it spelt right?' }
  if (source === 'retext-simplify')
    return {
      about: 'plainer word',
      quote,
      says: instead === '' ? 'Leave it out.' : `A plainer word is: ${instead}.`,
    }
  if (source === 'retext-equality')
    return {
      about: 'kinder word',
      quote,
      says:
        instead === ''
          ? 'This may hurt somebody. Say it otherwise.'
          : `This may hurt somebody. Say: ${instead}.`,
    }
  if (source === 'retext-repeated-words')
    return { about: 'slip', quote, says: 'The same word stands here twice.' }
  return { about: 'slip', quote, says: instead === '' ? 'Read this again.' : `It should be: ${instead}.` }
}

/** A sentence of more words than most people hold in mind. */
export function tooLong(sentence: string): Omit<Advice, 'line'> | undefined {
  const words = sentence.trim().split(/\s+/)
  if (words.length <= mostWords) return undefined
  const says = `This sentence has ${words.length} words. Make two of it.`
  return { about: 'long sentence', quote: shortened(words), says }
}

const mostWords = 25

function hardSentence(quote: string): Omit<Advice, 'line'> | undefined {
  const words = quote.split(/\s+/)
  if (words.length > mostWords) return undefined
  const says = 'This sentence is hard to read. Use shorter words, or make two of it.'
  return { about: 'long sentence', quote: shortened(words), says }
}

function shortened(words: readonly string[]): string {
  return words.length <= 12 ? words.join(' ') : `${words.slice(0, 12).join(' ')} …`
}

/** The rules know no names; a word with a capital, a digit or an @ is one. */
function isName(quote: string): boolean {
  return /[\p{Lu}\d@]/u.test(quote)
}

function namedInstead(expected: readonly string[] | undefined): string {
  return (expected ?? []).slice(0, 3).join(', or ')
}
