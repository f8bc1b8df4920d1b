import type { Edition } from '#core/promises/edition.ts'
import { firstDayOf, lastDayOf, monthOf } from '#core/time/period.ts'
import type { ReportYears } from './report-period.ts'

/** What a landlord chose for its reports. */
export interface ReportSettings {
  /** The month in which its year begins: 1 is January. */
  readonly yearBegins: number
  /** A year in which the three years of a three-yearly report begin; null where it has not said. */
  readonly threeYearsFrom: number | null
}

/** The years of its reports: three years are counted from the year its standards came into force, unless it says otherwise. */
export function yearsOf(
  { yearBegins, threeYearsFrom }: ReportSettings,
  editions: readonly Edition[],
): ReportYears {
  return { yearBegins, threeYearsFrom: threeYearsFrom ?? firstYear(editions, yearBegins) }
}

function firstYear(editions: readonly Edition[], yearBegins: number): number {
  const first = Math.min(...editions.map(({ pack }) => pack.inForceFrom))
  return Number.isFinite(first) ? Math.floor((monthOf(first) - (yearBegins - 1)) / 12) : 0
}

/** The three years that begin in a year, as the days of a report. */
export function threeYearsIn(year: number, yearBegins: number) {
  const from = year * 12 + yearBegins - 1
  return { from: firstDayOf(from), to: lastDayOf(from + 35) }
}
