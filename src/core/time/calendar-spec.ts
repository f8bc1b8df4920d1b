import { type Refusal, refuse } from '#core/refusal.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { earliestDay, isHeld, latestDay } from '#core/time/range.ts'
import type { WeekHours } from '#core/time/hours.ts'
import type { WeekDays } from '#core/time/week.ts'
import type { Zone } from '#core/time/zone.ts'

/** A bank holiday of the nation. */
export interface Holiday {
  readonly day: Day
  readonly title: string
}

/** A day or spell, both ends included, on which the landlord is closed beside bank holidays. */
export interface Closure {
  readonly from: Day
  readonly to: Day
  readonly why: string
}

/** What a calendar is made from. There is one, and it is passed in: no function keeps holidays of its own (traps.md 3, 5). */
export interface CalendarSpec {
  readonly zone: Zone
  readonly workingWeek: WeekDays
  readonly holidays: readonly Holiday[]
  readonly knownFrom: Day
  readonly knownUntil: Day
  readonly closures: readonly Closure[]
  readonly hours: Readonly<Record<string, WeekHours>>
}

/** What is wrong with the parts of a calendar, before any table is built from them. */
export function checkCalendar(spec: CalendarSpec): Refusal | undefined {
  if (spec.workingWeek.size === 0) return refuse('the working week is empty', 'write days such as Mon-Fri')
  const { knownFrom, knownUntil } = spec
  if (knownFrom > knownUntil) {
    return refuse(
      `the calendar is known from ${formatDay(knownFrom)} but only until ${formatDay(knownUntil)}`,
    )
  }
  if (spec.holidays.length > mostDays) return refuse('there are too many bank holidays to be right')
  if (spec.closures.length > mostDays) return refuse('there are too many closures to be right')
  const days = [knownFrom, knownUntil, ...spec.holidays.map((holiday) => holiday.day)]
  return firstOutside(days) ?? firstRefused(spec.closures)
}

function firstOutside(days: readonly Day[]): Refusal | undefined {
  const day = days.find((each) => !isHeld(each))
  if (day === undefined) return undefined
  const held = `${formatDay(earliestDay)} to ${formatDay(latestDay)}`
  return refuse(`${formatDay(day)} is outside the calendar`, `calendars run from ${held}`)
}

function firstRefused(closures: readonly Closure[]): Refusal | undefined {
  for (const { from, to, why } of closures) {
    if (to < from)
      return refuse(`the closure “${why}” ends on ${formatDay(to)}, before it begins`, 'write from before to')
    const outside = firstOutside([from, to])
    if (outside !== undefined) return outside
  }
  return undefined
}

/** Over a hundred years of ten bank holidays each, and as many closures. */
const mostDays = 2000
