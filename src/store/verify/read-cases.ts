import type { CaseEvent } from '#core/ledger/event.ts'
import type { Transaction } from '../database.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import { type ClockRow, clocksOfCases } from '../ledger/clock-row.ts'
import { eventOf, type EventRow } from '../ledger/event-row.ts'
import type { ProjectedRow, Projection } from '../ledger/projection.ts'
import { projections } from '../ledger/projections.ts'
import { readTold } from '../ledger/recompute.ts'
import { mergesIn, type ToldByCase } from '../ledger/working.ts'
import { statement } from '../statement.ts'

/** An event with its data as stored, letter for letter, and its place in the chain. */
export type SealedRow = Omit<EventRow, 'data'> & { readonly text: string; readonly digest: Buffer }

/** Some cases with all that is stored of them. */
export interface CasesRead {
  readonly cases: readonly CaseRow[]
  readonly eventsOf: ReadonlyMap<string, readonly SealedRow[]>
  readonly clocksOf: ReadonlyMap<string, readonly ClockRow[]>
  /** Their events as told, and those of whatever they were merged into. */
  readonly told: ToldByCase
  /** Their rows in the tables that are worked out from some cases. */
  readonly projectedOf: ReadonlyMap<Projection, ReadonlyMap<string, readonly ProjectedRow[]>>
}

const casesABatch = 200

/** Every case of the landlord in batches, so that memory holds one of them. */
export async function* casesInBatches(tx: Transaction): AsyncGenerator<CasesRead, void> {
  const { landlord } = tx.acting
  for (let after = ''; ; ) {
    const cases = await tx.run(casesToVerify, [landlord, after, casesABatch])
    if (cases.length > 0) yield await readWhole(tx, cases)
    after = cases.at(-1)?.case_id ?? ''
    if (cases.length < casesABatch) return
  }
}

async function readWhole(tx: Transaction, cases: readonly CaseRow[]): Promise<CasesRead> {
  const { landlord } = tx.acting
  const ids = cases.map(({ case_id }) => case_id)
  const eventsOf = Map.groupBy(await tx.run(eventsToVerify, [landlord, ids]), ({ case_id }) => case_id)
  const clocksOf = Map.groupBy(await tx.run(clocksOfCases, [landlord, ids]), ({ case_id }) => case_id)
  const told = new Map<string, readonly CaseEvent[]>()
  for (const id of ids) told.set(id, (eventsOf.get(id) ?? []).map(eventAsStored))
  const wanted = new Set([...told.values()].flatMap(mergesIn).filter((id) => !told.has(id)))
  const survivors = wanted.size === 0 ? [] : await readTold(tx, [...wanted])
  const projectedOf = await readProjected(tx, ids)
  return { cases, eventsOf, clocksOf, told: new Map([...survivors, ...told]), projectedOf }
}

async function readProjected(tx: Transaction, ids: readonly string[]): Promise<CasesRead['projectedOf']> {
  const found = new Map<Projection, ReadonlyMap<string, readonly ProjectedRow[]>>()
  for (const projection of projections) {
    const rows = await projection.stored(tx, ids)
    found.set(
      projection,
      Map.groupBy(rows, (row) => String(row['case_id'])),
    )
  }
  return found
}

/** Data that somebody has made into something else than fields is no reason to stop: the chain will tell of it. */
function eventAsStored({ text, ...row }: SealedRow): CaseEvent {
  const data: unknown = JSON.parse(text)
  const isFields = typeof data === 'object' && data !== null && !Array.isArray(data)
  return eventOf({ ...row, data: isFields ? (data as EventRow['data']) : {} })
}

const casesToVerify = statement<CaseRow>(
  'cases-to-verify',
  'select * from cases where landlord = $1 and case_id > $2 order by case_id limit $3',
)

const eventsToVerify = statement<SealedRow>(
  'events-to-verify',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data::text as text, digest
     from events where landlord = $1 and case_id = any($2::text[]) order by case_id, sequence`,
)
