import type { Transaction } from '../database.ts'
import { project } from '../ledger/projections.ts'
import { caseSearchRow, putSearchRows } from '../search/search-row.ts'
import { insertMany } from '../text-columns.ts'
import type { PreparedCase } from './prepare.ts'

/** Puts prepared cases into the ledger with their events and clocks; gives those whose id was not taken. */
export async function insertCases(
  tx: Transaction,
  cases: readonly PreparedCase[],
): Promise<readonly PreparedCase[]> {
  const seen = new Set<string>()
  const firsts = cases.filter(({ loaded: { caseId } }) => !seen.has(caseId) && seen.add(caseId))
  if (firsts.length === 0) return []
  const added = await tx.run(newCases.statement, newCases.values(firsts.map(({ row }) => row)))
  const ids = new Set(added.map(({ case_id }) => case_id))
  const fresh = ids.size === firsts.length ? firsts : firsts.filter(({ loaded }) => ids.has(loaded.caseId))
  const events = fresh.flatMap((each) => each.events)
  if (events.length > 0) await tx.run(newEvents.statement, newEvents.values(events))
  const clocks = fresh.flatMap((each) => each.clocks)
  if (clocks.length > 0) await tx.run(newClocks.statement, newClocks.values(clocks))
  await project(
    tx,
    fresh.map(({ projected }) => projected),
  )
  await putSearchRows(tx, added.map(caseSearchRow))
  return fresh
}

const newCases = insertMany<{ readonly case_id: string; readonly kind: string }>(
  'load-cases',
  'cases',
  {
    landlord: 'integer',
    case_id: 'text',
    kind: 'text',
    version: 'integer',
    last_digest: 'bytea',
    first_at: 'timestamptz',
    last_at: 'timestamptz',
    opened_at: 'timestamptz',
    is_open: 'boolean',
    merged_into: 'text',
    customer_id: 'text',
    home_id: 'text',
    team_id: 'text',
    holder_id: 'text',
    contractor_id: 'text',
    channel: 'text',
    terms: 'integer',
    computed_at: 'timestamptz',
    changes_at: 'timestamptz',
    tallied: 'json',
  },
  'on conflict (landlord, case_id) do nothing returning case_id, kind',
)

const newEvents = insertMany('load-events', 'events', {
  landlord: 'integer',
  case_id: 'text',
  sequence: 'integer',
  kind: 'text',
  type: 'text',
  event_id: 'text',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  actor: 'text',
  data: 'json',
  digest: 'bytea',
})

const newClocks = insertMany('load-clocks', 'clocks', {
  landlord: 'integer',
  case_id: 'text',
  promise: 'text',
  n: 'integer',
  kind: 'text',
  edition: 'text',
  outcome: 'text',
  started_at: 'timestamptz',
  started_by: 'text',
  counted_from: 'timestamptz',
  due_on: 'date',
  due_at: 'timestamptz',
  keeps_until: 'timestamptz',
  stopped_at: 'timestamptz',
  stopped_by: 'text',
  decided_at: 'timestamptz',
  ended_at: 'timestamptz',
  void_reason: 'text',
  length: 'integer',
  pauses: 'json',
  extension: 'json',
  team_id: 'text',
  holder_id: 'text',
  contractor_id: 'text',
  channel: 'text',
})
