import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { mergedTimeline, ownTimeline, type Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import { streamed } from '../cursor.ts'
import type { Transaction } from '../database.ts'
import { readTold } from '../ledger/recompute.ts'
import { mergesIn } from '../ledger/working.ts'
import { gatherCases } from './gather-cases.ts'

/** What is heard of the cases of a landlord, one after another. */
export interface CaseHearer {
  readonly onCase: (timeline: Timeline) => void
  /** After each batch; says whether to go on. */
  readonly onBatch: (soFar: SoFar) => Promise<boolean>
}

export interface SoFar {
  readonly cases: number
  readonly events: number
}

/** How many cases that were merged are worked out at a time. */
const mergedABatch = 200

/**
 * Tells every case of the landlord as it was known at an instant, with its effective events in order. Cases that were merged are
 * held back by their ids alone and told last with what answered them (docs/decisions/007), so that memory holds one batch.
 * Gives what was read, or nothing where it was stopped.
 */
export async function tellEveryCase(
  tx: Transaction,
  asOf: Instant,
  { onCase, onBatch }: CaseHearer,
): Promise<SoFar | undefined> {
  const merged: string[] = []
  let cases = 0
  let events = 0
  const tell = (id: string, told: readonly CaseEvent[]) => {
    cases += 1
    events += told.length
    if (mergesIn(told).length > 0) merged.push(id)
    else onCase(ownTimeline(id, effectiveEvents(told, asOf).events))
  }
  const gathering = gatherCases(tell)
  for await (const rows of readAhead(tx, everyEvent, [tx.acting.landlord])) {
    for (const row of rows) gathering.add(eventFrom(row, gathering.heldOf(row.case_id) + 1))
    if (!(await onBatch({ cases, events }))) return undefined
  }
  gathering.end()
  await tellMerged(tx, merged, asOf, onCase)
  return { cases, events }
}

async function tellMerged(
  tx: Transaction,
  ids: readonly string[],
  asOf: Instant,
  onCase: CaseHearer['onCase'],
): Promise<void> {
  for (let from = 0; from < ids.length; from += mergedABatch) {
    const some = ids.slice(from, from + mergedABatch)
    const told = await readTold(tx, some)
    const known = new Map([...told].map(([id, events]) => [id, effectiveEvents(events, asOf).events]))
    for (const id of some) onCase(mergedTimeline(id, known))
  }
}

/** While one batch is worked on, the database already makes the next. */
async function* readAhead<Row>(
  tx: Transaction,
  { declare, fetch, close, rowsAFetch }: ReturnType<typeof streamed<Row>>,
  values: readonly unknown[],
): AsyncGenerator<readonly Row[], void> {
  await tx.run(declare, values)
  let coming = tx.run(fetch)
  for (;;) {
    const rows = await coming
    const isLast = rows.length < rowsAFetch
    if (!isLast) {
      coming = tx.run(fetch)
      // Whoever stops listening leaves a batch that nobody waits for.
      coming.catch(() => {})
    }
    if (rows.length > 0) yield rows
    if (isLast) break
  }
  await tx.run(close)
}

/** As little of an event as promises read, in what is quickest to make and to read: seconds as a number, for one. */
interface SlimRow {
  readonly case_id: string
  readonly kind: string
  readonly type: string
  readonly event_id: string | null
  readonly seconds: number
  /** How much later we were told; most often at once. */
  readonly told_after: number
  readonly data: EventData
}

/** Its line is its place among the events of its case, as they were told. */
function eventFrom(row: SlimRow, line: number): CaseEvent {
  const at = Math.floor(row.seconds * 1000 + 0.001)
  return {
    case: row.case_id,
    kind: row.kind,
    type: row.type,
    id: row.event_id ?? undefined,
    at,
    recordedAt: row.told_after === 0 ? at : at + Math.round(row.told_after * 1000),
    line,
    data: row.data,
  }
}

const rowsABatch = 4_000

const everyEvent = streamed<SlimRow>(
  'every-event',
  `select case_id, kind, type, event_id, date_part('epoch', occurred_at) as seconds,
      case when recorded_at = occurred_at then 0
           else date_part('epoch', recorded_at) - date_part('epoch', occurred_at) end as told_after, data
     from events where landlord = $1 order by case_id, sequence`,
  rowsABatch,
)
