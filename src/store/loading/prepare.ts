import type { CaseEvent } from '#core/ledger/event.ts'
import type { TallyPart } from '#core/promises/case-measuring.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { instantText } from '../types.ts'
import { clocksToWrite, type ClockToWrite } from '../ledger/clock-row.ts'
import { atTheBeginning, rowsToInsert } from '../ledger/event-row.ts'
import type { CaseToProject } from '../ledger/projection.ts'
import { caseToWrite, type Recomputing } from '../ledger/recompute.ts'
import { type ToldByCase, type Worked, workOut } from '../ledger/working.ts'
import { toldBy } from '../ledger/write.ts'
import type { CaseToLoad, RejectedEvents } from './case-to-load.ts'
import { unkeepableCase } from './keepable.ts'

/** Whose ledger a case goes into, by whom, and by what it is worked out. */
export interface Preparing extends Recomputing {
  readonly landlord: number
  /** Who told us. */
  readonly actor: string
  /** Whether figures of other systems count though nobody checked them: whoever runs the machine brings in a past. */
  readonly returnsCount: boolean
}

/** A case worked out from nothing, with every row it comes to. */
export interface PreparedCase {
  readonly loaded: CaseToLoad
  readonly row: Readonly<Record<string, unknown>>
  readonly events: ReturnType<typeof rowsToInsert>['rows']
  readonly clocks: readonly ClockToWrite[]
  readonly tallied: readonly TallyPart[]
  readonly teamId: string | null
  readonly projected: CaseToProject
}

/** A case as its rows, or why it cannot be taken in. `told` has its events, and those of the cases it was merged into. */
export function prepare(loaded: CaseToLoad, told: ToldByCase, by: Preparing): PreparedCase | RejectedEvents {
  const because = unkeepableCase(loaded.caseId, loaded.events) ?? uncheckedReturn(loaded, by)
  if (because !== undefined) return { ...loaded, because }
  const worked = workedOut(loaded, told, by)
  return 'refusal' in worked ? { ...loaded, because: worked } : rowsOf(loaded, worked, by)
}

/** A figure that counts has an author and a checker, and what brings it in is neither. */
function uncheckedReturn({ events }: CaseToLoad, { returnsCount }: Preparing): Refusal | undefined {
  if (returnsCount || !events.some(isFigure)) return undefined
  return refuse(
    'a figure of another system counts once a second person has checked it',
    'put it down to be checked',
  )
}

/** A figure counts by its event alone, whatever kind of case it names. */
function isFigure({ kind, type }: CaseEvent): boolean {
  return kind === 'return' || type === 'return-recorded'
}

/** A date so far off that no calendar holds it is a fault of its case, not the end of the load. */
function workedOut({ caseId }: CaseToLoad, told: ToldByCase, by: Preparing): Worked | Refusal {
  try {
    return workOut(caseId, told, by.terms, by.vocabulary, by.asOf)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse(`the case cannot be counted: ${error.message}`, 'check its dates')
  }
}

function rowsOf(loaded: CaseToLoad, worked: Worked, by: Preparing): PreparedCase {
  const { caseId, events } = loaded
  const { landlord, actor, asOf } = by
  const kind = events[0]?.kind ?? ''
  const inserted = rowsToInsert(
    landlord,
    caseId,
    atTheBeginning,
    events.map((event) => toldBy(actor, event)),
  )
  const row = {
    ...caseToWrite(landlord, { case_id: caseId, computed_at: asOf }, worked, by),
    kind,
    version: inserted.version,
    last_digest: `\\x${inserted.digest.toString('hex')}`,
    opened_at: instantText(asOf),
  }
  const { facts, measured } = worked
  const clocks = clocksToWrite(landlord, kind, worked)
  const projected = { caseId, told: events, events: worked.events, mergedInto: facts.mergedInto }
  return {
    loaded,
    row,
    events: inserted.rows,
    clocks,
    tallied: measured.tallied,
    teamId: row.team_id,
    projected,
  }
}
