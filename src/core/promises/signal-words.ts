import { capital, numberWord, periodNoun, periodText } from './in-words.ts'
import type { ShownAs } from './shown-figure.ts'
import type { Signal } from './signals.ts'

/** “Eight months in a row above the mean, August 2025 to March 2026.” */
export function signalText({ rule, way, at }: Signal, periods: readonly string[]): string {
  const names = at.map((place) => periods[place] ?? '')
  const [first = '', last = ''] = [names[0], names.at(-1)]
  if (rule === 'outside the limits') {
    return `${capital(periodText(first))} is ${way} the ${way === 'above' ? 'upper' : 'lower'} limit`
  }
  const row = capital(`${numberWord(at.length)} ${periodNoun(first)}s in a row`)
  const what = rule === 'run' ? `${row} ${way} the mean` : `${row}, each ${compared[way]} than the one before`
  return `${what}: ${periodText(first)} to ${periodText(last)}`
}

/** Whether a signal is good news; undefined where nobody has said which way is better. */
export function isImprovement({ way }: Signal, better: ShownAs['better']): boolean | undefined {
  if (better === undefined) return undefined
  return (way === 'above' || way === 'rising') === (better === 'higher')
}

const compared = { rising: 'higher', falling: 'lower' } as const
