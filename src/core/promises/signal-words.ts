import { capitalised } from '#core/capitalised.ts'
import { numberWord, periodNoun, periodText, phrase } from './in-words.ts'
import type { ShownAs } from './shown-figure.ts'
import type { Signal } from './signals.ts'

/** “Eight months in a row above the mean: August 2025 to March 2026”, “March 2026 is below the lower limit”. */
export function signalText(signal: Signal, periods: readonly string[]): string {
  const names = signal.at.map((place) => periods[place] ?? '')
  if (signal.rule === 'outside the limits') return outsideText(signal.way, names)
  const [first = '', last = ''] = [names[0], names.at(-1)]
  const [from = 0, to = 0] = [signal.at[0], signal.at.at(-1)]
  // What had nothing to count breaks no row, and stands in none.
  const counted = to - from >= names.length ? 'counted ' : ''
  const row = capitalised(`${numberWord(names.length)} ${counted}${periodNoun(first)}s in a row`)
  const what =
    signal.rule === 'run' ? `${signal.way} the mean` : `each ${compared[signal.way]} than the one before`
  return `${row}${signal.rule === 'run' ? ' ' : ', '}${what}: ${periodText(first)} to ${periodText(last)}`
}

/** Whether it is good news, as a few words to follow the signal; none where nobody has said which way is better. */
export function newsText(signal: Signal, better: ShownAs['better']): string {
  const improves = isImprovement(signal, better)
  if (improves === undefined) return ''
  if (signal.rule === 'trend') return improves ? ', getting better' : ', getting worse'
  return improves ? ', on the better side' : ', on the worse side'
}

/** Whether a signal is good news; undefined where nobody has said which way is better. */
export function isImprovement({ way }: Signal, better: ShownAs['better']): boolean | undefined {
  if (better === undefined) return undefined
  return (way === 'above' || way === 'rising') === (better === 'higher')
}

/** Up to three are named; of more, their number and the last. */
function outsideText(way: 'above' | 'below', names: readonly string[]): string {
  const limit = `${way} the ${way === 'above' ? 'upper' : 'lower'} limit`
  const [first = '', last = ''] = [names[0], names.at(-1)]
  if (names.length === 1) return `${capitalised(periodText(first))} is ${limit}`
  if (names.length <= 3) return `${capitalised(phrase(names.map(periodText)))} are ${limit}`
  return `${capitalised(numberWord(names.length))} ${periodNoun(first)}s are ${limit}, the last of them ${periodText(last)}`
}

const compared = { rising: 'higher', falling: 'lower' } as const
