import type { CaseEvent } from '#core/ledger/event.ts'
import { longestChain } from '#core/ledger/timeline.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { noticeRecorded, tellWebhooks } from '../jobs/webhooks/notice-recorded.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { type CaseRow, lockCases, lockMergedInto } from './case-row.ts'
import type { ClockToWrite } from './clock-row.ts'
import { rowsToInsert, type Told } from './event-row.ts'
import { mergeIn, readStored, recompute } from './recompute.ts'

/** What recording events came to. */
export interface Recorded {
  readonly caseId: string
  /** How many events the case now has; the next writer names it, to be told of changes in between. */
  readonly version: number
  readonly events: readonly RecordedEvent[]
  /** The clocks that were started, moved or decided by it. */
  readonly clocks: readonly ClockToWrite[]
  /** True where the same request had been done before, and this is what was answered then. */
  readonly repeated?: true
}

export interface RecordedEvent {
  readonly sequence: number
  readonly type: string
  readonly id: string | undefined
}

/** Appends events to a case that this transaction has locked, and brings its clocks and figures up to date. */
export async function write(
  tx: Transaction,
  store: Store,
  row: CaseRow,
  told: readonly Told[],
): Promise<Recorded | Refused> {
  const { landlord } = tx.acting
  // Whoever merges a case into another waits for that one's writers, so that neither misses the other's events.
  const into = told.flatMap(mergeIn)
  if (into.length > 0) await tx.run(lockCases, [landlord, into])
  const after = { version: row.version, digest: row.last_digest }
  const { rows, digest, version } = rowsToInsert(landlord, row.case_id, after, told)
  const now = store.now()
  const [terms, , webhooks, merged, read] = await Promise.all([
    termsNow(tx, store),
    tx.run(insertEvents, [JSON.stringify(rows)]),
    noticeRecorded(tx, rows, now),
    mergedInto(tx, row.case_id),
    readStored(tx, [row.case_id]),
  ])
  if (isRefused(terms)) return terms
  const moved = { ...row, version, last_digest: digest }
  const by = { terms, vocabulary: store.vocabulary, asOf: now }
  const done = await recompute(tx, [moved, ...merged], by, merged.length === 0 ? read : undefined)
  await tellWebhooks(tx, webhooks)
  const events = rows.map(({ sequence, type, event_id }) => ({ sequence, type, id: event_id ?? undefined }))
  return { caseId: row.case_id, version, events, clocks: done.flatMap(({ changed }) => changed) }
}

/** Cases merged into this one, and into those, so far as a chain of merges may go. */
async function mergedInto(tx: Transaction, caseId: string): Promise<readonly CaseRow[]> {
  const found = new Map<string, CaseRow>()
  let wanted: readonly string[] = [caseId]
  for (let links = 0; wanted.length > 0 && links < longestChain; links++) {
    const rows = await tx.run(lockMergedInto, [tx.acting.landlord, wanted])
    wanted = rows.map(({ case_id }) => case_id).filter((id) => id !== caseId && !found.has(id))
    for (const row of rows) if (row.case_id !== caseId) found.set(row.case_id, row)
  }
  return [...found.values()]
}

/** An event as it is told by whoever acts. */
export function toldBy(actor: string, { kind, type, id, at, recordedAt, data }: CaseEvent): Told {
  return { kind, type, id, at, recordedAt, actor, data }
}

const insertEvents = statement(
  'insert-events',
  `insert into events (landlord, case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data, digest)
   select landlord, case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data, digest
     from json_populate_recordset(null::events, $1::json)`,
)
