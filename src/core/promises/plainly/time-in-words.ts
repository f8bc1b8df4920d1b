import { weekDayName } from '#core/time/day.ts'
import { formatLength } from '#core/time/length.ts'
import type { LimitClauses } from '../clock.ts'
import type { PromisedLength } from '../promised-length.ts'
import { fieldWords } from './told-events.ts'
import { type PlainGround, type PlainSentence, sentence } from './plain-sentence.ts'

/** When something has to be done, as it ends a sentence: “within 10 working days”, “by the time that we agreed”. */
export function inTime(clauses: LimitClauses, ground: PlainGround): string {
  const { within, by, grace, before } = clauses
  const start = clauses.starts[0]?.event ?? ''
  if (by !== undefined) {
    const words = fieldWords(start, by, ground)
    const due = words.startsWith('by when ') ? 'by the day set for it' : 'by the time that we agreed'
    return `${due}${grace === undefined ? '' : ` or up to ${grace.words} later`}`
  }
  if (before !== undefined)
    return `at least ${before.words} before ${fieldWords(start, before.field, ground)}`
  return within === undefined ? 'in time' : withinWords(within)
}

/** The same of a length: a word that the pack gives a meaning is said by its meaning. */
export function withinWords({ words, length }: PromisedLength): string {
  if (/^\d+(\.\d+)? rings?/.test(words)) return `within ${words.replace(/ \(.*\)$/, '')}`
  if (length.unit === 'days' && length.amount === 0) return 'on the same day'
  if (length.unit === 'working days' && length.amount === 0) return 'on the same working day'
  if (words === 'next working day') return 'by the end of the next working day'
  return `within ${/^\d/.test(words) ? words.replace(/ \(.*\)$/, '') : formatLength(length)}`
}

/** “every 3 months”, “every year”. */
export function everyWords({ length }: PromisedLength): string {
  return `every ${formatLength(length).replace(/^1 /, '')}`
}

/** How that time is counted: which days and hours count, and from when. */
export function howTimeCounts(clauses: LimitClauses, ground: PlainGround): readonly PlainSentence[] {
  const { within, countsFrom, receivedOutOfHours = ground.pack.receivedOutOfHours } = clauses
  const unit = within?.length.unit
  const start = clauses.starts[0]?.event ?? ''
  const later = countsFrom && fieldWords(start, countsFrom, ground).replace(/\btheir\b/, 'your')
  const ring = ground.pack.looseWords.get('ring')
  return [
    ...sentence(later && `If ${later} is later, we count from then.`),
    ...sentence(unit === 'working days' ? workingDays(ground) : undefined),
    ...sentence(
      unit === 'working days' && within !== undefined && within.length.amount > 0
        ? 'We begin to count on the day after.'
        : undefined,
    ),
    ...sentence(unit === 'working days' ? outOfHours(receivedOutOfHours) : undefined),
    ...sentence(
      unit === 'working milliseconds' ? 'Only hours in which our office is open count.' : undefined,
    ),
    ...sentence(/^\d+ hours$/.test(within?.words ?? '') ? 'Nights and weekends count too.' : undefined),
    ...sentence(
      ring !== undefined && /\bring/.test(within?.words ?? '')
        ? `We take a ring to last ${ring}.`
        : undefined,
    ),
  ]
}

function outOfHours(which: 'same day' | 'next working day'): string {
  return which === 'same day'
    ? 'What happens after closing time counts as of that day.'
    : 'What happens after closing time counts as of the next working day.'
}

function workingDays({ pack: { workingWeek } }: PlainGround): string {
  const days = [...workingWeek].toSorted((a, b) => a - b)
  const [first, last] = [days[0], days.at(-1)]
  const isSpell = first !== undefined && last !== undefined && last - first === days.length - 1
  const named = isSpell ? `${weekDayName(first)} to ${weekDayName(last)}` : days.map(weekDayName).join(', ')
  return `Working days are ${named}, without bank holidays.`
}
