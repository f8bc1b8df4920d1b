import { type Day, firstDayOf, lastDayOf, type Month, monthOf } from '#core/time/civil.ts'
import { padded } from '#core/time/digits.ts'

export { firstDayOf, lastDayOf, type Month, monthOf } from '#core/time/civil.ts'

/** How figures are cut. */
export type By = 'month' | 'quarter' | 'year' | 'all'

/** A stretch of whole months, clipped to the days asked for. */
export interface Period {
  /** `2026-03`, `2026-Q1`, `2026` or `all`. */
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly firstMonth: Month
  readonly lastMonth: Month
}

/** The periods that two days (both included) touch, in order; none where the second comes before the first. */
export function periodsBetween(from: Day, to: Day, by: By): readonly Period[] {
  if (to < from) return []
  if (by === 'all') return [{ name: 'all', from, to, firstMonth: monthOf(from), lastMonth: monthOf(to) }]
  const months = monthsIn[by]
  const periods: Period[] = []
  for (let month = monthOf(from) - (monthOf(from) % months); month <= monthOf(to); month += months) {
    periods.push(clipped(month, month + months - 1, from, to, by))
  }
  return periods
}

function clipped(first: Month, last: Month, from: Day, to: Day, by: keyof typeof monthsIn): Period {
  return {
    name: nameOf(first, by),
    from: Math.max(from, firstDayOf(first)),
    to: Math.min(to, lastDayOf(last)),
    firstMonth: Math.max(first, monthOf(from)),
    lastMonth: Math.min(last, monthOf(to)),
  }
}

function nameOf(month: Month, by: keyof typeof monthsIn): string {
  if (by === 'month') return monthCode(month)
  const year = padded(Math.floor(month / 12), 4)
  return by === 'year' ? year : `${year}-Q${(month % 12) / 3 + 1}`
}

/** A month as addresses, files and reports write it: `2026-03`. */
export function monthCode(month: Month): string {
  return `${padded(Math.floor(month / 12), 4)}-${padded((month % 12) + 1, 2)}`
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const
