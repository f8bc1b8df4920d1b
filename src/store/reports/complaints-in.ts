import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Complaints, ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** No landlord has more complaints in hand and in a year. */
const most = 20_000
const aBatch = 1_000

/** What became of complaints in a period, as known at an instant: what was put right or withdrawn counts as it was put right. */
export async function complaintsIn(
  tx: Transaction,
  { from, to }: ReportPeriod,
  { zone, asOf }: { readonly zone: Zone; readonly asOf: Instant },
): Promise<Complaints> {
  const span = { from: zone.startOf(from), before: zone.startOf(to + 1) }
  const { landlord } = tx.acting
  const found = await tx.run(complaintsToCount, [
    landlord,
    instantText(span.from),
    instantText(span.before),
    most,
  ])
  const ids = found.map(({ case_id }) => case_id)
  const sums = { received: 0, answered: 0, upheld: 0, openAtEnd: 0 }
  for (let first = 0; first < ids.length; first += aBatch) {
    const rows = await tx.run(eventsOfCases, [landlord, ids.slice(first, first + aBatch)])
    for (const told of Map.groupBy(rows.map(eventOf), (event) => event.case).values())
      count(sums, effectiveEvents(told, asOf).events, span)
  }
  return sums
}

type Sums = { -readonly [Name in keyof Complaints]: number }

function count(
  sums: Sums,
  events: readonly CaseEvent[],
  { from, before }: { readonly from: Instant; readonly before: Instant },
): void {
  const received = events.find(({ type }) => type === 'complaint-received')
  if (received === undefined || received.at >= before) return
  if (received.at >= from) sums.received += 1
  const answer = events.find(({ type }) => type === 'complaint-answered')
  if (answer !== undefined && answer.at >= from && answer.at < before) {
    sums.answered += 1
    if (['upheld', 'partly'].some((outcome) => outcome === answer.data['outcome'])) sums.upheld += 1
  }
  if (!events.some(({ type, at }) => ends.has(type) && at < before)) sums.openAtEnd += 1
}

/** After one of these nothing more is owed at that stage. */
const ends: ReadonlySet<string> = new Set(['complaint-answered', 'complaint-redirected', 'complaint-closed'])

const complaintsToCount = statement<{ readonly case_id: string }>(
  'complaints-to-count',
  `select case_id from cases
    where landlord = $1 and kind = 'complaint' and first_at < $3 and (is_open or last_at >= $2)
    order by first_at, case_id limit $4`,
)
