import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { notAbout } from './blind.ts'
import {
  asProgrammeRound,
  type ProgrammeRound,
  type ProgrammeRow,
  programmeColumns,
} from './programme-rows.ts'

/** One observation to be made, or made. */
export interface Sheet {
  readonly sheetId: string
  readonly n: number
  readonly aboutCase: string | null
  readonly place: string | null
  /** What the place is called, where it is an office or a team of ours. */
  readonly placeName: string | null
  readonly dueOn: Day | null
  readonly observerId: string | null
  readonly observerName: string | null
  readonly sentAt: Instant | null
  readonly recordCase: string | null
  /** Something was filled in and kept for later. */
  readonly isBegun: boolean
}

/** A sheet with the programme and the round that it belongs to. */
export interface SheetOfProgramme extends ProgrammeRound {
  readonly sheet: Sheet
}

/**
 * A sheet for whoever fills it in: the observer it was given to, or who types in what an observer wrote on paper. A sheet about
 * oneself is not there, whoever asks.
 */
export async function sheetFor(
  tx: Transaction,
  sheetId: string,
  lock = false,
): Promise<SheetOfProgramme | Refused> {
  const { landlord, staffId = null } = tx.acting
  if (lock) await tx.run(lockSheet, [landlord, sheetId])
  const [row] = await tx.run(sheetById, [landlord, sheetId, staffId])
  if (row === undefined || !isTheirs(tx.acting, row)) return noSuchSheet()
  return asSheetOfProgramme(row)
}

/** A sheet that can still be filled in. */
export async function openSheet(tx: Transaction, sheetId: string): Promise<SheetOfProgramme | Refused> {
  const found = await sheetFor(tx, sheetId, true)
  if (isRefused(found)) return found
  return fillingFault(found) ?? found
}

/** Why nothing more can be written on a sheet. */
function fillingFault({ sheet, round }: SheetOfProgramme): Refused | undefined {
  if (sheet.sentAt !== null)
    return refused('not valid', 'this sheet was sent', 'correct it instead: what was sent stays on record')
  if (round.closedAt !== null)
    return refused('not valid', 'this round is closed', 'ask whoever runs the programme')
  return undefined
}

/** What is not one’s own, about oneself, or another landlord’s is not there. */
function noSuchSheet(): Refused {
  return refused('not found', 'there is no such sheet', 'choose one from your observations')
}

function isTheirs({ staffId, may }: Acting, { observerId }: Pick<Sheet, 'observerId'>): boolean {
  return may.has('returns.write') || (staffId !== undefined && observerId === staffId)
}

/** A row of a sheet with its programme and round. */
export type SheetRow = Sheet & ProgrammeRow

/** A joined row in its three parts. */
export function asSheetOfProgramme(row: SheetRow): SheetOfProgramme {
  const {
    sheetId,
    n,
    aboutCase,
    place,
    placeName,
    dueOn,
    observerId,
    observerName,
    sentAt,
    recordCase,
    isBegun,
    ...rest
  } = row
  const who = { observerId, observerName, sentAt, recordCase, isBegun }
  return { ...asProgrammeRound(rest), sheet: { sheetId, n, aboutCase, place, placeName, dueOn, ...who } }
}

/** The columns of a sheet `s`. */
export const sheetColumns = `s.sheet_id as "sheetId", s.n, s.about_case as "aboutCase", s.place,
  coalesce(o.name, t.name) as "placeName", s.due_on as "dueOn", s.observer_id as "observerId", w.name as "observerName",
  s.sent_at as "sentAt", s.record_case as "recordCase", d.sheet_id is not null as "isBegun"`

/** Sheets `s` with what their columns are taken from. */
export const fromSheets = `observation_sheets s
  join observation_programmes p on p.landlord = s.landlord and p.programme_id = s.programme_id
  join observation_rounds r on r.landlord = s.landlord and r.programme_id = s.programme_id and r.round = s.round
  left join offices o on o.landlord = s.landlord and o.office_id = s.place
  left join teams t on t.landlord = s.landlord and t.team_id = s.place
  left join staff w on w.landlord = s.landlord and w.staff_id = s.observer_id
  left join observation_drafts d on d.landlord = s.landlord and d.sheet_id = s.sheet_id`

const lockSheet = statement(
  'lock-observation-sheet',
  'select 1 from observation_sheets where landlord = $1 and sheet_id = $2 for update',
)

const sheetById = statement<SheetRow>(
  'observation-sheet-by-id',
  `select ${sheetColumns}, ${programmeColumns} from ${fromSheets}
    where s.landlord = $1 and s.sheet_id = $2 and ${notAbout('$3')}`,
)
