import { type Day, monthNames, partsOf } from '#core/time/day.ts'
import { padded } from '#core/time/digits.ts'
import { firstDayOf, lastDayOf, type Month, monthCode, monthOf } from '#core/time/period.ts'
import type { ReportPeriod } from './frozen-report.ts'
import type { ReportDefinition } from './report-kind.ts'

/** The landlord’s year of reports begins in April where it has not said otherwise (1 is January). */
export const usualYearBegins = 4

/** When the landlord’s years of reports begin. */
export interface ReportYears {
  /** The month in which its year begins: 1 is January. */
  readonly yearBegins: number
  /** A year in which three years of a three-yearly report begin: with the landlord’s own year. */
  readonly threeYearsFrom: number
}

/** How many months each report comes round in. */
const monthsOf = { month: 1, quarter: 3, 'half year': 6, year: 12, 'three years': 36 } as const

/**
 * The period of a report that a month lies in. Months and quarters are those of the calendar, as figures have them; half
 * years and years begin with the landlord’s own year, and every third of those begins three years.
 */
export function periodWith(definition: ReportDefinition, years: ReportYears, month: Month): ReportPeriod {
  const { yearBegins, threeYearsFrom } = years
  const length = monthsOf[definition.every]
  const ownYear = length > 3 ? yearBegins - 1 : 0
  const begins = length > 12 ? threeYearsFrom * 12 + ownYear : ownYear
  const first = month - modulo(month - begins, length)
  const last = first + length - 1
  const from = definition.yearToDate === true ? last - modulo(last - (yearBegins - 1), 12) : first
  return { name: nameOf(definition, from, last), from: firstDayOf(from), to: lastDayOf(last) }
}

/** The periods of a report that ended within these days, the oldest first; of no more than ten years. */
export function periodsEnded(
  definition: ReportDefinition,
  years: ReportYears,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly ReportPeriod[] {
  const length = monthsOf[definition.every]
  const periods: ReportPeriod[] = []
  for (let month = monthOf(from); month <= Math.min(monthOf(to), monthOf(from) + 120); month += length) {
    const period = periodWith(definition, years, month)
    if (period.to >= from && period.to <= to) periods.push(period)
  }
  return periods
}

/** By when a report is to be out. */
export function dueOn({ dueInDays }: ReportDefinition, { to }: ReportPeriod): Day {
  return to + dueInDays
}

/** The days of a period in words: “March 2026”, “January to March 2026”, “April 2025 to March 2026”. */
export function periodWords({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): string {
  const [first, last] = [partsOf(from), partsOf(to)]
  const end = `${monthNames[last.month - 1]} ${last.year}`
  if (monthOf(from) === monthOf(to)) return end
  const start = `${monthNames[first.month - 1]}`
  return first.year === last.year ? `${start} to ${end}` : `${start} ${first.year} to ${end}`
}

function nameOf({ every, yearToDate }: ReportDefinition, first: Month, last: Month): string {
  const [year, ends] = [Math.floor(first / 12), Math.floor(last / 12)]
  if (yearToDate === true || every === 'half year' || every === 'three years')
    return `${monthCode(first)} to ${monthCode(last)}`
  if (every === 'month') return monthCode(first)
  if (every === 'quarter') return `${padded(year, 4)}-Q${(first % 12) / 3 + 1}`
  return year === ends ? padded(year, 4) : `${padded(year, 4)}/${padded(ends % 100, 2)}`
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by
}
