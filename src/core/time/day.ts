import { type Day, daysInMonth, firstDayOf, monthOf } from '#core/time/civil.ts'
import { fourDigits, padded, twoDigits } from '#core/time/digits.ts'

export type { Day } from '#core/time/civil.ts'

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type WeekDay = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface DayParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly date: number
}

/** Reads a date such as `2026-03-20`; undefined where it is anything else, or no such date exists. */
export function parseDay(text: string): Day | undefined {
  return text.length === 10 ? dayAtStartOf(text) : undefined
}

/** Reads the date in the first ten characters of a text; undefined where there is none. */
export function dayAtStartOf(text: string): Day | undefined {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined
  const year = fourDigits(text, 0)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  if (year < 0 || date < 1 || date > daysInMonth(year, month)) return undefined
  return dayFrom(year, month, date)
}

/** Writes a day as `2026-03-20`. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
}

/** Writes a day as people say it: `Friday 20 March 2026`. */
export function longDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${weekDayName(dayOfWeek(day))} ${date} ${monthNames[month - 1]} ${year}`
}

/** The full name of a day of the week. */
export function weekDayName(weekDay: WeekDay): string {
  return weekDayNames[weekDay - 1] as string
}

/** The months of a year, from January on. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Which day of the week a day is. */
export function dayOfWeek(day: Day): WeekDay {
  const sinceMonday = (day + thursday1970) % 7
  return ((sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1) as WeekDay
}

/** The same date a number of months on (or back), or the month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const from = monthOf(day)
  const first = firstDayOf(from + months)
  const last = firstDayOf(from + months + 1) - 1
  return Math.min(first + (day - firstDayOf(from)), last)
}

/** The year, month and date of a day. */
export function partsOf(day: Day): DayParts {
  const month = monthOf(day)
  const year = Math.floor(month / 12)
  return { year, month: month - year * 12 + 1, date: day - firstDayOf(month) + 1 }
}

/** The day with this year, month (1 to 12) and date. The caller has checked that it exists. */
export function dayFrom(year: number, month: number, date: number): Day {
  return firstDayOf(year * 12 + month - 1) + date - 1
}

const dash = 45
/** 1 January 1970 was a Thursday, three days after a Monday. */
const thursday1970 = 3
const weekDayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
