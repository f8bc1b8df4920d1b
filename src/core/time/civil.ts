/**
 * Days and months of the Gregorian calendar as whole numbers, so that arithmetic on them is addition.
 * The method is Howard Hinnant's: years begin in March, so that the leap day comes last.
 */

/** Days since 1970-01-01. A date of the calendar, never 86,400 seconds (traps.md 9). */
export type Day = number

/** year * 12 + month - 1, so that the next month is one more. */
export type Month = number

const daysIn400Years = 146_097
const daysFromMarchOfYear0To1970 = 719_468

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  const shifted = day + daysFromMarchOfYear0To1970
  const era = Math.floor(shifted / daysIn400Years)
  const dayOfEra = shifted - era * daysIn400Years
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0)
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0
  const dayOfYear = dayOfEra - (yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const monthsSinceMarch = ((5 * dayOfYear + 2) / 153) | 0
  return (era * 400 + yearOfEra) * 12 + 2 + monthsSinceMarch
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  const sinceMarch = month - 2
  const year = Math.floor(sinceMarch / 12)
  const monthsSinceMarch = sinceMarch - year * 12
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = ((153 * monthsSinceMarch + 2) / 5) | 0
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear
  return era * daysIn400Years + dayOfEra - daysFromMarchOfYear0To1970
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1
}

const usualLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days the month (1 to 12) of a year has; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29
  return usualLengths[month - 1] ?? 0
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
