import { formatLength } from '#core/time/length.ts'
import type { PromisedLength } from './promised-length.ts'

/** A name of an event or a field as readers of a report would say it: `answerNeeded` is “answer needed”. */
export function inPlainWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .replace(/\be mail/g, 'e-mail')
    .toLowerCase()
}

/** When something is due, in words: “within 10 working days”, “on the same day”, “immediately (15 minutes)”. */
export function timeAllowed({ words, length }: PromisedLength): string {
  if (words === 'same day' || words === 'same working day') return `on the ${words}`
  if (words === 'next working day') return 'by the end of the next working day'
  return /^\d/.test(words) ? `within ${words}` : `${words} (${formatLength(length)})`
}

/** How often something is due, in words: “every 3 months”, “every year”, “regularly (every year)”. */
export function howOften({ words, length }: PromisedLength): string {
  return /^\d/.test(words) ? `every ${one(words)}` : `${words} (every ${one(formatLength(length))})`
}

function one(length: string): string {
  return length.replace(/^1 /, '')
}
