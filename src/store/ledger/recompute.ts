import type { CaseEvent } from '#core/ledger/event.ts'
import { longestChain } from '#core/ledger/timeline.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Instant } from '#core/time/instant.ts'
import { lookForEntitlements } from '../compensation/look-later.ts'
import type { Transaction } from '../database.ts'
import { oneOf, statement } from '../statement.ts'
import type { Terms } from '../terms/terms-book.ts'
import { instantText } from '../types.ts'
import type { CaseRow } from './case-row.ts'
import {
  type ClockRow,
  type ClockToWrite,
  clockAsWritten,
  clockName,
  clocksOfCases,
  clocksToWrite,
} from './clock-row.ts'
import { eventOf, type EventRow } from './event-row.ts'
import type { CaseToProject } from './projection.ts'
import { project } from './projections.ts'
import { moveTallies } from './tallies.ts'
import { type ToldByCase, type Worked, workOut } from './working.ts'

/** By what cases are worked out again, and as at when. */
export interface Recomputing {
  readonly terms: Terms
  readonly vocabulary: Vocabulary
  readonly asOf: Instant
}

/** A case that was worked out again, and which of its clocks changed. */
export interface Recomputed {
  readonly caseId: string
  readonly worked: Worked
  readonly changed: readonly ClockToWrite[]
}

/**
 * Works out cases from their events, which the caller has locked, and writes what changed: their clocks, their own
 * rows, and the tallies by the difference to what each case added before. What is on record is read, unless the caller has done so.
 */
export async function recompute(
  tx: Transaction,
  cases: readonly CaseRow[],
  by: Recomputing,
  read?: Stored,
): Promise<readonly Recomputed[]> {
  const { landlord } = tx.acting
  const ids = cases.map(({ case_id }) => case_id)
  const { told, clocks } = read ?? (await readStored(tx, ids))
  const stored = Map.groupBy(clocks, ({ case_id }) => case_id)
  const done = cases.map((row) => {
    const worked = workOut(row.case_id, told, by.terms, by.vocabulary, asOfFor(row, by))
    return { row, worked, ...clockChanges(landlord, row, worked, stored.get(row.case_id) ?? []) }
  })
  await Promise.all([
    writeClocks(
      tx,
      done.flatMap(({ changed }) => changed),
      done.flatMap(({ gone }) => gone),
    ),
    tx.run(updateCases, [
      JSON.stringify(done.map(({ row, worked }) => movedCase(landlord, row, worked, by))),
    ]),
    project(
      tx,
      done.map(({ row, worked }) => toProject(row.case_id, worked, told)),
    ),
    lookForEntitlements(
      tx,
      done.map(({ row, worked }) => ({ caseId: row.case_id, tallied: worked.measured.tallied })),
      by,
    ),
    // Last of all, since other writers wait for these rows until we are done.
    moveTallies(
      tx,
      done.map(({ row, worked }) => ({
        caseId: row.case_id,
        before: row.tallied,
        after: worked.measured.tallied,
        teamBefore: row.team_id,
        teamAfter: worked.facts.teamId ?? null,
      })),
    ),
  ])
  return done.map(({ row, worked, changed }) => ({ caseId: row.case_id, worked, changed }))
}

/** What is on record of cases: their events, those of whatever they were merged into, and their clocks. */
export interface Stored {
  readonly told: ToldByCase
  readonly clocks: readonly ClockRow[]
}

/** Reads what is on record of these cases, to work them out again. */
export async function readStored(tx: Transaction, caseIds: readonly string[]): Promise<Stored> {
  const [told, clocks] = await Promise.all([
    readTold(tx, caseIds),
    tx.run(clocksOfCases, [tx.acting.landlord, caseIds]),
  ])
  return { told, clocks }
}

/** A case as the tables that are worked out from some cases need it. */
export function toProject(caseId: string, { events, facts }: Worked, told: ToldByCase): CaseToProject {
  return { caseId, told: told.get(caseId) ?? [], events, mergedInto: facts.mergedInto }
}

/** The clock of a machine may be set back; what was worked out does not go back with it. */
function asOfFor(row: CaseRow, { asOf }: Recomputing): Instant {
  return Math.max(asOf, row.computed_at)
}

/** The events of these cases and of whatever they were merged into. */
export async function readTold(tx: Transaction, caseIds: readonly string[]): Promise<ToldByCase> {
  const told = new Map<string, readonly CaseEvent[]>()
  let wanted = caseIds
  for (let links = 0; wanted.length > 0 && links < longestChain; links++) {
    const rows = await tx.run(eventsOfCases, [tx.acting.landlord, wanted])
    const found = Map.groupBy(rows, ({ case_id }) => case_id)
    for (const id of wanted) told.set(id, (found.get(id) ?? []).map(eventOf))
    wanted = [...new Set(rows.flatMap(mergeIn))].filter((id) => !told.has(id))
  }
  return told
}

/** The case an event merges its own into. */
export function mergeIn({ type, data }: Pick<EventRow, 'type' | 'data'>): readonly string[] {
  return type === 'merged-into' && typeof data['case'] === 'string' ? [data['case']] : []
}

function clockChanges(landlord: number, row: CaseRow, worked: Worked, stored: readonly ClockRow[]) {
  const before = new Map(
    stored.map((clock) => [clockName(clock), JSON.stringify(clockAsWritten(landlord, clock))]),
  )
  const changed: ClockToWrite[] = []
  for (const written of clocksToWrite(landlord, row.kind, worked)) {
    const name = clockName(written)
    if (before.get(name) !== JSON.stringify(written)) changed.push(written)
    before.delete(name)
  }
  const gone = stored.filter((clock) => before.has(clockName(clock)))
  return { changed, gone: gone.map(({ case_id, promise, n }) => ({ case_id, promise, n })) }
}

async function writeClocks(
  tx: Transaction,
  changed: readonly ClockToWrite[],
  gone: readonly Pick<ClockRow, 'case_id' | 'promise' | 'n'>[],
): Promise<void> {
  await Promise.all([
    gone.length > 0 && tx.run(deleteClocks, [tx.acting.landlord, JSON.stringify(gone)]),
    changed.length > 0 && tx.run(upsertClocks, [JSON.stringify(changed)]),
  ])
}

/** The row of a case with the end of its chain, as its writer has it. */
function movedCase(landlord: number, row: CaseRow, worked: Worked, by: Recomputing) {
  const { version, last_digest: digest } = row
  return { ...caseToWrite(landlord, row, worked, by), version, last_digest: `\\x${digest.toString('hex')}` }
}

/** The row of a case as it stands after being worked out. */
export function caseToWrite(
  landlord: number,
  row: Pick<CaseRow, 'case_id' | 'computed_at'>,
  { facts, measured }: Worked,
  by: Recomputing,
) {
  return {
    landlord,
    case_id: row.case_id,
    first_at: instantText(measured.firstAt),
    last_at: instantText(facts.lastAt),
    is_open: !facts.isClosed || measured.clocks.some(({ endedAt }) => endedAt === undefined),
    merged_into: facts.mergedInto ?? null,
    customer_id: facts.customerId ?? null,
    home_id: facts.homeId ?? null,
    team_id: facts.teamId ?? null,
    holder_id: facts.holderId ?? null,
    contractor_id: facts.contractorId ?? null,
    channel: facts.channel ?? null,
    terms: by.terms.version,
    computed_at: instantText(Math.max(by.asOf, row.computed_at)),
    changes_at: instantText(measured.changesAt),
    tallied: measured.tallied,
  }
}

/** The told events of cases, each case in its own order. */
export const eventsOfCases = statement<EventRow>(
  'events-of-cases',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data
     from events where landlord = $1 and case_id = ${oneOf('$2')} order by case_id, sequence`,
)

const deleteClocks = statement(
  'delete-clocks',
  `delete from clocks using json_to_recordset($2::json) as gone (case_id text, promise text, n integer)
    where clocks.landlord = $1 and clocks.case_id = gone.case_id and clocks.promise = gone.promise and clocks.n = gone.n`,
)

const upsertClocks = statement(
  'upsert-clocks',
  `insert into clocks select * from json_populate_recordset(null::clocks, $1::json)
   on conflict (landlord, case_id, promise, n) do update set
     kind = excluded.kind, edition = excluded.edition, outcome = excluded.outcome, started_at = excluded.started_at,
     started_by = excluded.started_by, counted_from = excluded.counted_from, due_on = excluded.due_on,
     due_at = excluded.due_at, keeps_until = excluded.keeps_until, stopped_at = excluded.stopped_at,
     stopped_by = excluded.stopped_by, decided_at = excluded.decided_at, ended_at = excluded.ended_at,
     void_reason = excluded.void_reason, length = excluded.length, pauses = excluded.pauses,
     extension = excluded.extension, team_id = excluded.team_id, holder_id = excluded.holder_id,
     contractor_id = excluded.contractor_id, channel = excluded.channel`,
)

const updateCases = statement(
  'update-cases',
  `update cases set version = now.version, last_digest = now.last_digest, first_at = now.first_at,
     last_at = now.last_at, is_open = now.is_open, merged_into = now.merged_into,
     customer_id = now.customer_id, home_id = now.home_id, team_id = now.team_id, holder_id = now.holder_id,
     contractor_id = now.contractor_id, channel = now.channel, terms = now.terms, computed_at = now.computed_at,
     changes_at = now.changes_at, tallied = now.tallied
   from json_populate_recordset(null::cases, $1::json) as now
   where cases.landlord = now.landlord and cases.case_id = now.case_id`,
)
