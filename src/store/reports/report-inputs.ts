import { createHash } from 'node:crypto'
import { canonical } from '#core/reporting/canonical.ts'
import type { ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { Instant } from '#core/time/instant.ts'
import { monthOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/**
 * A digest of what the figures of a period are worked out from: the sums of all months up to its end, and the landlord’s
 * own records. Whoever has the ledger can work it out again.
 */
export async function inputsDigest(tx: Transaction, { to }: ReportPeriod, asOf: Instant): Promise<string> {
  const { landlord } = tx.acting
  const digest = createHash('sha256')
  for (const sum of await tx.run(sumsOfInputs, [landlord, monthOf(to)])) digest.update(`${canonical(sum)}\n`)
  for (const record of await tx.run(recordsOfInputs, [landlord, instantText(asOf)]))
    digest.update(`${canonical(record)}\n`)
  return digest.digest('hex')
}

const sumsOfInputs = statement<Readonly<Record<string, unknown>>>(
  'sums-of-inputs',
  `select promise, month, what, sum(amount) as amount from tallies where landlord = $1 and month <= $2
    group by promise, month, what having sum(amount) <> 0
    order by promise collate "C", month, what collate "C"`,
)

const recordsOfInputs = statement<Readonly<Record<string, unknown>>>(
  'records-of-inputs',
  `select case_id, sequence, type, occurred_at, recorded_at, data
     from events
    where landlord = $1 and recorded_at <= $2 and case_id in (
      select case_id from events where landlord = $1 and type in
        ('evidence-recorded', 'duty-begun', 'duty-ended', 'publication-made', 'publication-withdrawn', 'return-recorded'))
    order by case_id collate "C", sequence`,
)
