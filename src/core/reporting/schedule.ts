import type { Day } from '#core/time/day.ts'
import { monthOf } from '#core/time/period.ts'
import type { ReportPeriod } from './frozen-report.ts'
import { reportDefinitions, type ReportKind } from './report-kind.ts'
import { dueOn, periodsEnded, periodWith, type ReportYears } from './report-period.ts'

/** A report of a period. */
export interface ReportOf {
  readonly kind: ReportKind
  readonly period: ReportPeriod
}

/** A report that is still to be drafted. */
export interface ComingReport extends ReportOf {
  /** The day on which it is drafted by itself: the first after its period. */
  readonly draftedOn: Day
  readonly dueOn: Day
}

/** Which reports come round, and how far back one is drafted that was not. */
export interface Schedule {
  readonly kinds: readonly ReportKind[]
  readonly years: ReportYears
  readonly from: Day
  readonly today: Day
}

/** Every report whose period is over, and that is drafted by itself where it is not there. */
export function reportsEnded({ kinds, years, from, today }: Schedule): readonly ReportOf[] {
  return kinds.flatMap((kind) =>
    periodsEnded(reportDefinitions[kind], years, { from, to: today - 1 }).map((period) => ({ kind, period })),
  )
}

/** What comes next of each report, the first first; what was drafted already is not among it. */
export function comingReports(
  schedule: Schedule,
  isThere: (report: ReportOf) => boolean,
): readonly ComingReport[] {
  const { kinds, years, today } = schedule
  const now = kinds.map((kind) => ({
    kind,
    period: periodWith(reportDefinitions[kind], years, monthOf(today)),
  }))
  return [...reportsEnded(schedule), ...now]
    .filter((report) => !isThere(report))
    .map(({ kind, period }) => ({
      kind,
      period,
      draftedOn: Math.max(period.to + 1, today),
      dueOn: dueOn(reportDefinitions[kind], period),
    }))
    .toSorted((a, b) => a.draftedOn - b.draftedOn || a.dueOn - b.dueOn)
}
