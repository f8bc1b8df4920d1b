import { byAttention, type StandingPromise } from '#core/promises/attention.ts'
import type { Measured } from '#core/report.ts'
import type { ReportPeriod } from './frozen-report.ts'
import { type ReportKind, reportDefinitions } from './report-kind.ts'
import { promisesOfReport } from './report-promises.ts'

/** Charts show the months up to the end of the period: two years of them. */
export const chartMonths = 24

/**
 * The figures of a report as they stand: each promise over the whole period under the period’s own name, and the months up
 * to its end. For a panel, what needs attention comes first; otherwise the order is that of the pack.
 */
export function draftFigures(
  kind: ReportKind,
  period: ReportPeriod,
  { whole, months }: { readonly whole: Measured; readonly months: Measured },
): readonly StandingPromise[] {
  const definition = reportDefinitions[kind]
  const shown = new Set(
    promisesOfReport(
      definition,
      whole.promises.map(({ promise }) => promise),
    ).map(({ id }) => id),
  )
  const courses = new Map(months.promises.map(({ promise, byPeriod }) => [promise.id, byPeriod]))
  const promises = whole.promises
    .filter(({ promise }) => shown.has(promise.id))
    .map((each) => ({
      ...each,
      whole: { ...each.whole, period: period.name },
      byPeriod: courses.get(each.promise.id) ?? [],
    }))
  const standing = byAttention({ ...whole, promises })
  if (definition.readers === 'panel') return standing
  const place = new Map(promises.map(({ promise }, index) => [promise.id, index]))
  return standing.toSorted((a, b) => (place.get(a.promise.id) ?? 0) - (place.get(b.promise.id) ?? 0))
}
