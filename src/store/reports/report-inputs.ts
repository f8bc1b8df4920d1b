import { createHash } from 'node:crypto'
import { canonical } from '#core/reporting/canonical.ts'
import type { Complaints, ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { Instant } from '#core/time/instant.ts'
import { monthOf } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
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

/** What became of complaints in a period. */
export async function complaintsIn(
  tx: Transaction,
  { from, to }: ReportPeriod,
  zone: Zone,
): Promise<Complaints> {
  const [counted] = await tx.run(complaintsOfPeriod, [
    tx.acting.landlord,
    instantText(zone.startOf(from)),
    instantText(zone.startOf(to + 1)),
  ])
  return counted ?? { received: 0, answered: 0, upheld: 0, openAtEnd: 0 }
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

const complaintsOfPeriod = statement<Complaints>(
  'complaints-of-period',
  `select count(*) filter (where first_at >= $2) as received,
          count(*) filter (where answered_at >= $2 and answered_at < $3) as answered,
          count(*) filter (where answered_at >= $2 and answered_at < $3 and outcome in ('upheld', 'partly')) as upheld,
          count(*) filter (where over_at is null or over_at >= $3) as "openAtEnd"
     from (
       select c.first_at,
              min(e.occurred_at) filter (where e.type = 'complaint-answered') as answered_at,
              max(e.data ->> 'outcome') filter (where e.type = 'complaint-answered') as outcome,
              min(e.occurred_at) filter (where e.type in ('complaint-answered', 'complaint-redirected', 'complaint-closed'))
                as over_at
         from cases c join events e on e.landlord = c.landlord and e.case_id = c.case_id
        where c.landlord = $1 and c.kind = 'complaint' and c.first_at < $3
        group by c.case_id, c.first_at) as complaints`,
)
