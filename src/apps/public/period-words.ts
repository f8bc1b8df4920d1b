import { periodText } from '#core/promises/in-words.ts'
import type { ReportPeriod } from '#core/reporting/frozen-report.ts'
import { dayText } from '#http/page/dates.ts'

/** The period of a report in few words: “October to December 2025”, or its days where it has no shorter name. */
export function periodWords({ name, from, to }: ReportPeriod): string {
  return /^\d{4}(-Q?\d+)?$/.test(name) ? periodText(name) : `${dayText(from)} to ${dayText(to)}`
}
