import { type Refusal, refuse } from '#core/refusal.ts'

/** A piece of a format: what stands for itself, or what a named number or word is read from. */
export interface Part {
  readonly pattern: string
  readonly name?: PartName
}

export type PartName =
  | 'year'
  | 'month'
  | 'month name'
  | 'date'
  | 'hours'
  | 'hours of twelve'
  | 'half of day'
  | 'minutes'
  | 'seconds'
  | 'fraction'
  | 'offset'

const letters: Readonly<Record<string, Part>> = {
  yyyy: { pattern: '(\\d{4})', name: 'year' },
  MMMM: {
    pattern: '(January|February|March|April|May|June|July|August|September|October|November|December)',
    name: 'month name',
  },
  MMM: { pattern: '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)', name: 'month name' },
  MM: { pattern: '(\\d{2})', name: 'month' },
  M: { pattern: '(\\d{1,2})', name: 'month' },
  dd: { pattern: '(\\d{2})', name: 'date' },
  d: { pattern: '(\\d{1,2})', name: 'date' },
  // The day of the week is beside the date and adds nothing to it.
  EEEE: { pattern: '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)' },
  EEE: { pattern: '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)' },
  HH: { pattern: '(\\d{2})', name: 'hours' },
  H: { pattern: '(\\d{1,2})', name: 'hours' },
  hh: { pattern: '(\\d{2})', name: 'hours of twelve' },
  h: { pattern: '(\\d{1,2})', name: 'hours of twelve' },
  a: { pattern: '(AM|PM)', name: 'half of day' },
  mm: { pattern: '(\\d{2})', name: 'minutes' },
  ss: { pattern: '(\\d{2})', name: 'seconds' },
  SSS: { pattern: '(\\d{3})', name: 'fraction' },
  XXX: { pattern: '(Z|[+-]\\d{2}:?\\d{2})', name: 'offset' },
}

/** Letters that other programs use, and what is meant by them here. */
const elsewhere: Readonly<Record<string, string>> = {
  YYYY: 'yyyy',
  DD: 'dd',
  D: 'd',
  nn: 'mm',
  m: 'mm',
  s: 'ss',
  tt: 'a',
  A: 'a',
  zzz: 'XXX',
  Z: 'XXX',
  X: 'XXX',
  XX: 'XXX',
}

const longestFormat = 60

/** Takes a format apart, or says which letters are not known or what is missing. */
export function partsOfFormat(written: string): readonly Part[] | Refusal {
  if (written.length > longestFormat) return refuse(`a format is at most ${longestFormat} letters long`)
  const parts: Part[] = []
  for (const [run, quoted] of written.matchAll(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z]/g)) {
    const part = quoted === undefined ? partFor(run) : asItStands(quoted)
    if ('refusal' in part) return part
    parts.push(part)
  }
  return objection(parts, written) ?? parts
}

function partFor(run: string): Part | Refusal {
  if (!/[A-Za-z]/.test(run)) return asItStands(run)
  const known = letters[run]
  if (known !== undefined) return known
  if (run === 'yy' || run === 'YY') {
    return refuse(
      'a year of two digits is not read: 03/04/05 can mean six days',
      'have it written with four, and say yyyy',
    )
  }
  const meant = elsewhere[run]
  return refuse(
    `“${run}” is not known in a format`,
    meant === undefined ? knownLetters : `did you mean “${meant}”?`,
  )
}

const knownLetters = `use ${Object.keys(letters).join(', ')}, or put words between 'quotes'`

function asItStands(text: string): Part {
  return { pattern: text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') }
}

/** The names of a format's parts, in order. */
export function namesOf(parts: readonly Part[]): readonly PartName[] {
  return parts.flatMap(({ name }) => (name === undefined ? [] : [name]))
}

function objection(parts: readonly Part[], written: string): Refusal | undefined {
  const names = namesOf(parts)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === 'month') return refuse(`“${written}” has the month twice`, 'MM is the month, mm the minutes')
  if (twice === 'minutes')
    return refuse(`“${written}” has the minutes twice`, 'MM is the month, mm the minutes')
  if (twice !== undefined) return refuse(`“${written}” has the ${twice} twice`)
  const has = (name: PartName) => names.includes(name)
  if (!has('year') || !(has('month') || has('month name')) || !has('date')) {
    return refuse(
      `“${written}” does not give a whole date`,
      'write yyyy, MM and dd, in the order of the file',
    )
  }
  const hasHours = has('hours') || has('hours of twelve')
  if (hasHours !== has('minutes'))
    return refuse(`“${written}” has hours without minutes, or minutes without hours`)
  if (has('seconds') && !hasHours) return refuse(`“${written}” has seconds without hours`)
  if (has('hours of twelve') !== has('half of day')) {
    return refuse(`“${written}” does not say which half of the day`, 'write hh:mm a, or HH:mm for 24 hours')
  }
  return undefined
}
