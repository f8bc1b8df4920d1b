import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** Something told after a report was published that may have changed its figures. */
export interface LateFact {
  readonly caseId: string
  readonly type: string
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}

/** What of a period was told, corrected or withdrawn after an instant: the latest first, and no more than a page of it. */
export function lateFacts(
  tx: Transaction,
  { period, zone, since }: { readonly period: ReportPeriod; readonly zone: Zone; readonly since: Instant },
): Promise<readonly LateFact[]> {
  const over = zone.startOf(period.to + 1)
  return tx.run(factsTold, [tx.acting.landlord, instantText(since), instantText(over)])
}

// The day of entry has an index. What puts an event of the period right is told later, and what it puts right happened before the period was over.
const factsTold = statement<LateFact>(
  'late-facts',
  `select e.case_id as "caseId", e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt"
     from events e
     join cases c on c.landlord = e.landlord and c.case_id = e.case_id
    where e.landlord = $1 and e.recorded_at > $2 and e.entered_on >= ($2::timestamptz at time zone 'utc')::date
      and (e.occurred_at < $3 or (e.type in ('event-corrected', 'event-withdrawn') and c.first_at < $3))
    order by e.recorded_at desc, e.case_id, e.sequence limit 50`,
)
