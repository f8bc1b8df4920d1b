import { monthNames } from '#core/time/day.ts'
import type { Lengths } from './figure.ts'
import { numberText } from './percent.ts'

/** A length with its unit as people say it: “3.5 working days”, “2 minutes 5 seconds”, “1 working hour 20 minutes”. */
export function lengthText(amount: number, unit: Lengths['unit']): string {
  if (unit === 'seconds') return secondsText(amount)
  return unit === 'working minutes'
    ? minutesText(Math.round(amount), 'working ')
    : of(amount, unit.slice(0, -1))
}

/** `2026-03` as “March 2026”, `2026-Q1` as “January to March 2026”, a year as it is, `all` as “the whole time”. */
export function periodText(name: string): string {
  const [, year = '', part] = /^(\d{4})(?:-(Q?\d+))?$/.exec(name) ?? []
  if (year === '') return name === 'all' ? 'the whole time' : name
  if (part === undefined) return year
  if (!part.startsWith('Q')) return `${monthNames[Number(part) - 1] ?? part} ${year}`
  const first = (Number(part.slice(1)) - 1) * 3
  return `${monthNames[first] ?? part} to ${monthNames[first + 2] ?? part} ${year}`
}

/** The same, short enough for a column or an axis: “Mar 2026”, “Jan–Mar 2026”. */
export function shortPeriodText(name: string): string {
  return periodText(name)
    .replace(' to ', '–')
    .replace(/[A-Z][a-z]+(?=[–\s])/g, (month) => month.slice(0, 3))
}

/** What the periods are: “month”, “quarter”, “year”. */
export function periodNoun(name: string): string {
  if (/^\d{4}$/.test(name)) return 'year'
  return name.includes('Q') ? 'quarter' : 'month'
}

/** Small numbers in words, as in “eight months”. */
export function numberWord(count: number): string {
  return numberWords[count] ?? String(count)
}

/** A number of things: “1 call”, “1,203 calls”. */
export function of(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** Several words as one phrase: “a”, “a and b”, “a, b and c”. */
export function phrase(words: readonly string[], between: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${between} ${words.at(-1)}`
}

/** The same of things of which one is enough: “a, b or c”. */
export function orPhrase(words: readonly string[]): string {
  return phrase(words, 'or')
}

const numberWords: readonly string[] =
  'none one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Two minutes and more are easier in minutes; below that the promises themselves speak of seconds. */
function secondsText(seconds: number): string {
  if (seconds < 120) return of(Math.round(seconds * 10) / 10, 'second')
  const whole = Math.round(seconds)
  if (whole >= 3600) return minutesText(Math.round(whole / 60), '')
  return joined(of(Math.floor(whole / 60), 'minute'), whole % 60, 'second')
}

function minutesText(minutes: number, kind: string): string {
  if (minutes < 60) return of(minutes, `${kind}minute`)
  return joined(of(Math.floor(minutes / 60), `${kind}hour`), minutes % 60, 'minute')
}

function joined(large: string, rest: number, noun: string): string {
  return rest === 0 ? large : `${large} ${of(rest, noun)}`
}
