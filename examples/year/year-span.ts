import type { Calendar } from '#core/time/calendar.ts'
import { firstDayOf, monthOf } from '#core/time/period.ts'
import { type Day, dayFrom, dayOfWeek, partsOf } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'

/** The year that is made up, and from when what came before it is told. */
export interface YearSpan {
  /** Kept was set up on this day; whatever already stood (staff, notices, settings) was entered from then on. */
  readonly ledgerOpensOn: Day
  /** Letters, repairs and the like are followed from here, so that the year begins with some in hand. */
  readonly carriedFrom: Day
  readonly begins: Day
  readonly ends: Day
}

/** The twelve months up to a day; from the first of a month, so that none but the last is cut. */
function yearTo(ends: Day): YearSpan {
  const begins = firstDayOf(monthOf(ends + 1) - 12)
  return { ledgerOpensOn: begins - 89, carriedFrom: begins - 29, begins, ends }
}

/** The year that is written to files, and that landlords' mishaps are dated in: it stays the same. */
export const exampleYear = yearTo(dayFrom(2026, 3, 31))

/** The year up to the day before a demonstration is looked at; where bank holidays are not known as far as that, the last of which they are. */
export function yearBefore(lookedAt: Instant, { zone, knownUntil }: Calendar): YearSpan {
  return yearTo(Math.min(zone.dayOf(lookedAt) - 1, knownUntil))
}

/** A day of the example year at the same time of another, and on the same day of the week. */
export function sameTimeOfYear(day: Day, { begins, ends }: YearSpan): Day {
  const { month, date } = partsOf(day)
  const { year } = partsOf(ends)
  const last = dayFrom(year, month, date)
  const found = last <= ends ? last : dayFrom(year - 1, month, date)
  const weekdays = dayOfWeek(day) - dayOfWeek(found)
  const nearest = found + weekdays - 7 * Math.round(weekdays / 7)
  return nearest < begins ? nearest + 7 : nearest
}
