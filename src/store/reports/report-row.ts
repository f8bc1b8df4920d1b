import type { ReportKind } from '#core/reporting/report-kind.ts'
import { type Day, longDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Figure } from '#core/promises/figure.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** How far a report has come. */
export type ReportState = 'drafted' | 'to be checked' | 'published'

/** One version of a report. */
export interface ReportRow {
  readonly reportId: string
  readonly kind: ReportKind
  readonly period: string
  readonly fromOn: Day
  readonly toOn: Day
  readonly dueOn: Day
  readonly version: number
  readonly state: ReportState
  readonly restates: string | null
  readonly because: string | null
  /** Keys of what is fulfilled by publishing it (`Fulfilment`). */
  readonly fulfils: readonly string[]
  readonly revision: number
  readonly draftedAt: Instant
  readonly draftedBy: string
  readonly sentAt: Instant | null
  readonly sentBy: string | null
  /** Who last said why it is restated, or what is fulfilled by it. */
  readonly changedBy: string | null
}

/** The figures as they were when it was sent to be checked. */
export interface SentFigures {
  readonly figures: readonly Figure[]
}

/** The days a report speaks of. */
export function periodOfRow({ period, fromOn, toOn }: ReportRow): ReportPeriod {
  return { name: period, from: fromOn, to: toOn }
}

/** A version of a report, whatever has become of it. */
export async function reportById(tx: Transaction, reportId: string): Promise<ReportRow | Refused> {
  const [row] = await tx.run(rowOfReport, [tx.acting.landlord, reportId])
  return row ?? noSuchReport()
}

/** The same, with nobody else changing it until the transaction is over. */
export async function lockReport(tx: Transaction, reportId: string): Promise<ReportRow | Refused> {
  const [row] = await tx.run(lockedReport, [tx.acting.landlord, reportId])
  return row ?? noSuchReport()
}

/** What is another landlord’s is not there. */
export function noSuchReport(): Refused {
  return refused('not found', 'there is no such report', 'see the list of reports')
}

/** A report of a period that is not over has figures that change by themselves: it is neither checked nor published. */
export function notYetOver({ to }: ReportPeriod): Refused {
  return refused('not valid', 'its time is not over', `send it from ${longDay(to + 1)} on`)
}

/** What of a row is read. */
export const reportColumns = `r.report_id as "reportId", r.kind, r.period, r.from_on as "fromOn", r.to_on as "toOn",
  r.due_on as "dueOn", r.version, r.state, r.restates, r.because, r.fulfils, r.revision,
  r.drafted_at as "draftedAt", r.drafted_by as "draftedBy", r.sent_at as "sentAt", r.sent_by as "sentBy",
  r.changed_by as "changedBy"`

const rowOfReport = statement<ReportRow>(
  'report-by-id',
  `select ${reportColumns} from reports r where r.landlord = $1 and r.report_id = $2`,
)

const lockedReport = statement<ReportRow>(
  'lock-report',
  `select ${reportColumns} from reports r where r.landlord = $1 and r.report_id = $2 for update`,
)
