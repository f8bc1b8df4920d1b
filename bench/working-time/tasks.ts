import { firstDayOf, monthOf } from '#core/time/period.ts'
import { dayFrom, dayOfWeek } from '#core/time/day.ts'
import { hour, type Instant, minute, utcDay } from '#core/time/instant.ts'

/** What is asked of every library that can do it. */
export const tasks = [
  'add 10 working days',
  'add 1,000 working days',
  'add 300 working minutes',
  'working days in a year',
  'working minutes in a year',
] as const

export type Task = (typeof tasks)[number]

/** A moment of office hours on a weekday, and the same a year of 52 weeks later. */
export interface Start {
  readonly at: Instant
  readonly yearOn: Instant
}

/**
 * Starts in winter, when London keeps UTC, one a weekday from 2 December to 28 February, 09:00 to 16:59. All libraries answer
 * alike there; what they do on other days and in other zones is not what is compared.
 */
export const starts: readonly Start[] = winterWeekdays().map((day, index) => {
  const at = day * utcDay + 9 * hour + ((index * 97) % 480) * minute
  return { at, yearOn: at + 364 * utcDay }
})

function winterWeekdays(): readonly number[] {
  const from = dayFrom(2024, 12, 2)
  const to = firstDayOf(monthOf(from) + 3)
  return Array.from({ length: to - from }, (_, index) => from + index).filter((day) => dayOfWeek(day) <= 5)
}
