import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { PreparedCase } from './prepare.ts'

/** Puts prepared cases into the ledger with their events and clocks; gives those whose id was not taken. */
export async function insertCases(
  tx: Transaction,
  cases: readonly PreparedCase[],
): Promise<readonly PreparedCase[]> {
  const seen = new Set<string>()
  const firsts = cases.filter(({ loaded: { caseId } }) => !seen.has(caseId) && seen.add(caseId))
  if (firsts.length === 0) return []
  const added = await tx.run(insertNewCases, [JSON.stringify(firsts.map(({ row }) => row))])
  const ids = new Set(added.map(({ case_id }) => case_id))
  const fresh = ids.size === firsts.length ? firsts : firsts.filter(({ loaded }) => ids.has(loaded.caseId))
  await tx.run(insertNewEvents, [JSON.stringify(fresh.flatMap(({ events }) => events))])
  await tx.run(insertNewClocks, [JSON.stringify(fresh.flatMap(({ clocks }) => clocks))])
  return fresh
}

const insertNewCases = statement<{ readonly case_id: string }>(
  'load-cases',
  `insert into cases (landlord, case_id, kind, version, last_digest, first_at, last_at, opened_at, is_open, merged_into,
     customer_id, home_id, team_id, holder_id, contractor_id, terms, computed_at, changes_at, tallied)
   select landlord, case_id, kind, version, last_digest, first_at, last_at, opened_at, is_open, merged_into,
     customer_id, home_id, team_id, holder_id, contractor_id, terms, computed_at, changes_at, tallied
     from json_populate_recordset(null::cases, $1::json) on conflict (landlord, case_id) do nothing returning case_id`,
)

const insertNewEvents = statement(
  'load-events',
  `insert into events (landlord, case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data, digest)
   select landlord, case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data, digest
     from json_populate_recordset(null::events, $1::json)`,
)

const insertNewClocks = statement(
  'load-clocks',
  'insert into clocks select * from json_populate_recordset(null::clocks, $1::json)',
)
