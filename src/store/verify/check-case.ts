import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import { clockAsWritten, clockName, type ClockRow, clocksToWrite } from '../ledger/clock-row.ts'
import type { ProjectedRow, Projection } from '../ledger/projection.ts'
import { caseToWrite, toProject } from '../ledger/recompute.ts'
import { type ToldByCase, type Worked, workOut } from '../ledger/working.ts'
import type { Terms } from '../terms/terms-book.ts'
import { instantText } from '../types.ts'
import { type Difference, type Differences, shown } from './difference.ts'

/** A case as stored, beside the events it is to be worked out from. */
export interface CaseToCheck {
  readonly landlord: number
  readonly row: CaseRow
  readonly clocks: readonly ClockRow[]
  readonly told: ToldByCase
  readonly terms: Terms
  readonly vocabulary: Vocabulary
  /** Its rows in the tables that are worked out from some cases, each table with its own. */
  readonly projected: ReadonlyMap<Projection, readonly ProjectedRow[]>
}

/**
 * Works out a case from nothing but events, by the terms and as at when it was last worked out, and compares. Gives what it
 * worked out, where it could.
 */
export function checkCase(checking: CaseToCheck, differences: Differences): Worked | undefined {
  const { row, told, terms, vocabulary } = checking
  let worked: Worked
  try {
    worked = workOut(row.case_id, told, terms, vocabulary, row.computed_at)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    differences.add({ case: row.case_id, says: `case ${row.case_id} can no longer be worked out: ${why}` })
    return undefined
  }
  checkRow(checking, worked, differences)
  checkClocks(checking, worked, differences)
  checkProjected(checking, worked, differences)
  return worked
}

function checkRow(
  { landlord, row, terms, vocabulary }: CaseToCheck,
  worked: Worked,
  differences: Differences,
) {
  const id = row.case_id
  const by = { terms, vocabulary, asOf: row.computed_at }
  const workedOut = caseToWrite(landlord, row, worked, by)
  checkColumns({ case: id }, `case ${id}`, { stored: rowAsWritten(landlord, row), workedOut }, differences)
}

/** The row of a case in the words in which it is written. */
function rowAsWritten(landlord: number, row: CaseRow) {
  return {
    ...row,
    landlord,
    first_at: instantText(row.first_at ?? undefined),
    last_at: instantText(row.last_at ?? undefined),
    computed_at: instantText(row.computed_at),
    changes_at: instantText(row.changes_at ?? undefined),
  }
}

function checkClocks({ landlord, row, clocks }: CaseToCheck, worked: Worked, differences: Differences): void {
  const stored = new Map(clocks.map((clock) => [clockName(clock), clockAsWritten(landlord, clock)]))
  for (const clock of clocksToWrite(landlord, row.kind, worked)) {
    const { promise, n } = clock
    const where = `case ${row.case_id}, ${promise}, clock ${n}`
    const was = stored.get(clockName(clock))
    stored.delete(clockName(clock))
    if (was === undefined)
      differences.add({
        case: row.case_id,
        promise,
        n,
        says: `${where}: it is missing, and should be ${clock.outcome}`,
      })
    else
      checkColumns({ case: row.case_id, promise, n }, where, { stored: was, workedOut: clock }, differences)
  }
  for (const { promise, n } of stored.values())
    differences.add({
      case: row.case_id,
      promise,
      n,
      says: `case ${row.case_id}, ${promise}, clock ${n}: it is there, and no event starts it`,
    })
}

function checkProjected(
  { landlord, row, told, projected }: CaseToCheck,
  worked: Worked,
  differences: Differences,
): void {
  const place = { case: row.case_id }
  for (const [projection, rows] of projected) {
    const where = `case ${row.case_id}, ${projection.table}`
    const left = new Map(rows.map((each) => [projection.nameOf(each), each]))
    for (const workedOut of projection.rowsOf(landlord, toProject(row.case_id, worked, told))) {
      const name = projection.nameOf(workedOut)
      checkColumns(place, where, { stored: left.get(name) ?? {}, workedOut }, differences)
      left.delete(name)
    }
    for (const name of left.keys())
      differences.add({ ...place, says: `${where}: ${name.trim()} is there, and no event says so` })
  }
}

/** Names every column of a row that is not as worked out. */
function checkColumns(
  place: Pick<Difference, 'case' | 'promise' | 'n'>,
  where: string,
  { stored, workedOut }: { readonly stored: object; readonly workedOut: object },
  differences: Differences,
): void {
  if (JSON.stringify(stored) === JSON.stringify(workedOut)) return
  const found = new Map<string, unknown>(Object.entries(stored))
  for (const [column, is] of Object.entries(workedOut)) {
    const was = found.get(column)
    if (JSON.stringify(was) !== JSON.stringify(is))
      differences.add(columnDiffers(place, where, column, was, is))
  }
}

function columnDiffers(
  place: Pick<Difference, 'case' | 'promise' | 'n'>,
  where: string,
  column: string,
  was: unknown,
  is: unknown,
): Difference {
  const [stored, workedOut] = [shown(was), shown(is)]
  return {
    ...place,
    column,
    stored,
    workedOut,
    says: `${where}: ${column} is ${stored}, and should be ${workedOut}`,
  }
}
