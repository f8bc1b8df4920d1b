import type { Jargon, PlainEnglish } from '#core/letters/advice.ts'
import type { Refused } from '#core/refused.ts'
import { oneThread } from '../thread/one-thread.ts'
import type { ToCheck } from './checked.ts'

/** The longest text that is checked; nothing is said about what comes after. */
const mostCharacters = 30_000

const thread = oneThread<ToCheck, PlainEnglish>(new URL('./english-worker.ts', import.meta.url), {
  doing: 'checking for plain English',
  mostWaiting: 50,
  longest: 20_000,
})

/**
 * Looks for what could be said more plainly, in a thread beside the pages, since a letter takes some tenth of a second.
 * What it finds is advice: whoever writes decides.
 */
export function checkEnglish(text: string, jargon: readonly Jargon[]): Promise<PlainEnglish | Refused> {
  return thread.ask({ text: text.slice(0, mostCharacters), jargon })
}
