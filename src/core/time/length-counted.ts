import { type Refusal, refuse } from '#core/refusal.ts'
import { hour, minute, second, utcDay } from '#core/time/instant.ts'

/**
 * How long something may take. Weeks are 7 days and years 12 months; `same day` is 0 days, `same working day` is
 * 0 working days, `next working day` is 1. Months are months of the calendar, never 30 days (traps.md 12).
 */
export interface Length {
  readonly unit: LengthUnit
  readonly amount: number
}

export type LengthUnit = 'milliseconds' | 'days' | 'months' | 'working days' | 'working milliseconds'

interface CountedUnit {
  readonly unit: LengthUnit
  /** How many of the length's own unit one of these is. */
  readonly each: number
}

const units: ReadonlyMap<string, CountedUnit> = new Map<string, CountedUnit>([
  ['second', { unit: 'milliseconds', each: second }],
  ['minute', { unit: 'milliseconds', each: minute }],
  ['hour', { unit: 'milliseconds', each: hour }],
  ['day', { unit: 'days', each: 1 }],
  ['week', { unit: 'days', each: 7 }],
  ['month', { unit: 'months', each: 1 }],
  ['year', { unit: 'months', each: 12 }],
  ['working day', { unit: 'working days', each: 1 }],
  ['working hour', { unit: 'working milliseconds', each: hour }],
  ['working minute', { unit: 'working milliseconds', each: minute }],
  ['working second', { unit: 'working milliseconds', each: second }],
])

/** Reads a number with its unit, `3.6 seconds`; undefined where the text is not of that shape. */
export function parseCounted(
  text: string,
  ringMilliseconds: number | undefined,
): Length | Refusal | undefined {
  const shape = /^(\d{1,9})(?:\.(\d{1,3}))? ([a-z ]+?)s?$/.exec(text)
  if (shape === null) return undefined
  const word = shape[3] as string
  if (word === 'ring' && ringMilliseconds === undefined) {
    return refuse('nobody has said how long a ring is', 'give ring a meaning, such as ring: 3 seconds')
  }
  const unit =
    word === 'ring' ? { unit: 'milliseconds' as const, each: ringMilliseconds as number } : units.get(word)
  if (unit === undefined) return undefined
  const inThousandths = Number(shape[1]) * 1000 + Number((shape[2] ?? '').padEnd(3, '0'))
  return bounded(text, unit.unit, (inThousandths * unit.each) / 1000)
}

function bounded(text: string, unit: LengthUnit, amount: number): Length | Refusal {
  if (amount === 0) return refuse(`“${text}” is no time at all`, 'write same day or same working day')
  if (!Number.isInteger(amount))
    return refuse(`“${text}” does not come out as a whole number of ${unit}`, 'write a whole number')
  if (amount > longest[unit])
    return refuse(
      `“${text}” is longer than a promise can be`,
      'write 25 years, or 2000 working hours, at most',
    )
  return { unit, amount }
}

/** 25 years, and a working year of hours: what starts before 2060 then falls due inside the calendar. */
const longest: Readonly<Record<LengthUnit, number>> = {
  milliseconds: 25 * 366 * utcDay,
  days: 25 * 366,
  months: 25 * 12,
  'working days': 25 * 261,
  'working milliseconds': 2000 * hour,
}
