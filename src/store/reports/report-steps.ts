import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** Something somebody did with a report. */
export interface ReportStep {
  readonly step: 'drafted' | 'sent' | 'sent back' | 'published'
  readonly at: Instant
  readonly by: string
  readonly because: string | null
}

/** Writes down what was done with a report, and by whom. */
export async function recordReportStep(
  tx: Transaction,
  at: Instant,
  {
    reportId,
    step,
    because,
  }: { readonly reportId: string; readonly step: ReportStep['step']; readonly because?: string },
): Promise<void> {
  const { landlord, by } = tx.acting
  await tx.run(insertStep, [landlord, reportId, step, instantText(at), by, because ?? null])
}

/** What was done with a report, in order. */
export function stepsOf(tx: Transaction, reportId: string): Promise<readonly ReportStep[]> {
  return tx.run(stepsOfReport, [tx.acting.landlord, reportId])
}

const insertStep = statement(
  'insert-report-step',
  `insert into report_steps (landlord, report_id, n, step, at, by, because)
   select $1, $2, 1 + coalesce(max(n), 0), $3, $4, $5, $6 from report_steps where landlord = $1 and report_id = $2`,
)

const stepsOfReport = statement<ReportStep>(
  'steps-of-report',
  `select step, at, by, because from report_steps where landlord = $1 and report_id = $2 order by n limit 500`,
)
