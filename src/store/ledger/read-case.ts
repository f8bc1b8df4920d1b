import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { maySee, noSuchCase } from './append.ts'
import type { CaseRow } from './case-row.ts'
import { type ClockRow, clocksOfCases } from './clock-row.ts'
import { type EventRow } from './event-row.ts'
import { eventsOfCases } from './recompute.ts'

/** A case as lists and pages show it. */
export type CaseShown = Omit<CaseRow, 'last_digest' | 'tallied' | 'channel'>

/** A case with its clocks as they stand at `asOf`. */
export interface CaseRead {
  readonly case: CaseShown
  readonly clocks: readonly ClockRow[]
}

/** Reads a case and its clocks; what is another landlord’s is not there. */
export function readCase(store: Store, acting: Acting, caseId: string): Promise<CaseRead | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    const clocks = await tx.run(clocksOfCases, [acting.landlord, [caseId]])
    return { case: row, clocks: clocks.map((clock) => asItStands(clock, store.now())) }
  })
}

/** Every event of a case as it was told, in the order of the ledger: corrected and withdrawn ones too. */
export function readTimeline(
  store: Store,
  acting: Acting,
  caseId: string,
): Promise<{ readonly case: CaseShown; readonly events: readonly EventRow[] } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, caseId)
    if (isRefused(row)) return row
    return { case: row, events: await tx.run(eventsOfCases, [acting.landlord, [caseId]]) }
  })
}

/** The row of a case, where whoever acts may see it. */
export async function caseOf(tx: Transaction, caseId: string): Promise<CaseShown | Refused> {
  const [row] = await tx.run(caseById, [tx.acting.landlord, caseId])
  if (row === undefined || !maySee(tx.acting, row)) return noSuchCase(caseId)
  return (await isKeptFromStaff(tx, row)) ? noSuchCase(caseId) : row
}

/**
 * What is not for staff to look up as a case. What an observer sent: its time and place would tell whoever was observed. What a customer
 * answered: its time would tell who that was. What a colleague was trained in: that is for those who look after the standards.
 */
async function isKeptFromStaff(tx: Transaction, { case_id: id, kind }: CaseShown): Promise<boolean> {
  const { landlord, staffId, may } = tx.acting
  if (staffId === undefined) return false
  if (kind === 'training') return !may.has('returns.write') && !may.has('editions.read')
  if (kind === 'observation') return (await tx.run(sheetOfRecord, [landlord, id])).length > 0
  return kind === 'survey' && (await tx.run(responseOfRecord, [landlord, id])).length > 0
}

/**
 * A clock as it stands now. Its row is as it stood when its case was last worked out; since then only time has passed,
 * and the only thing that time alone does to a running clock is to make it missed.
 */
export function asItStands<Row extends Pick<ClockRow, 'outcome' | 'keeps_until' | 'decided_at'>>(
  clock: Row,
  now: number,
): Row {
  if (clock.outcome !== 'running' || clock.keeps_until >= now) return clock
  return { ...clock, outcome: 'missed', decided_at: clock.keeps_until }
}

/** The columns of a case that are for reading. */
export const caseColumns = `case_id, kind, version, first_at, last_at, opened_at, is_open, merged_into, customer_id, home_id,
  team_id, holder_id, contractor_id, terms, computed_at, changes_at`

// What a customer judged in a survey is an observation without a sheet.
const sheetOfRecord = statement(
  'sheet-of-observation-record',
  `select 1 from observation_sheets where landlord = $1 and record_case = $2
    union all
   select 1 from events where landlord = $1 and case_id = $2 and data ->> 'instrument' = 'survey'
    limit 1`,
)

const responseOfRecord = statement(
  'response-of-survey-record',
  'select 1 from survey_responses where landlord = $1 and response_id = $2 limit 1',
)

const caseById = statement<CaseShown>(
  'case-by-id',
  `select ${caseColumns} from cases where landlord = $1 and case_id = $2`,
)
