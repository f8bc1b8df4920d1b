import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import {
  clockAsWritten,
  clockName,
  type ClockRow,
  clockToWrite,
  type ClockToWrite,
} from '../ledger/clock-row.ts'
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

/** Works out a case from nothing but events, by the terms and as at when it was last worked out, and compares. */
export function checkCase(checking: CaseToCheck, differences: Differences): void {
  const { row, told, terms, vocabulary } = checking
  let worked: Worked
  try {
    worked = workOut(row.case_id, told, terms, vocabulary, row.computed_at)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    differences.add({ case: row.case_id, says: `case ${row.case_id} can no longer be worked out: ${why}` })
    return
  }
  checkRow(checking, worked, differences)
  checkClocks(checking, worked, differences)
  checkProjected(checking, worked, differences)
}

function checkRow(
  { landlord, row, terms, vocabulary }: CaseToCheck,
  worked: Worked,
  differences: Differences,
) {
  const id = row.case_id
  const by = { terms, vocabulary, asOf: row.computed_at }
  const stored = rowAsWritten(landlord, row)
  for (const [column, workedOut] of Object.entries(caseToWrite(landlord, row, worked, by))) {
    const was = stored[column as keyof typeof stored]
    if (JSON.stringify(was) === JSON.stringify(workedOut)) continue
    differences.add(columnDiffers({ case: id }, `case ${id}`, column, was, workedOut))
  }
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

function checkClocks(
  { landlord, row, clocks }: CaseToCheck,
  { facts, measured }: Worked,
  differences: Differences,
): void {
  const stored = new Map(clocks.map((clock) => [clockName(clock), clockAsWritten(landlord, clock)]))
  for (const clock of measured.clocks) {
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
      checkClock(
        { case: row.case_id, promise, n },
        where,
        was,
        clockToWrite(landlord, row.kind, clock, facts),
        differences,
      )
  }
  for (const { promise, n } of stored.values())
    differences.add({
      case: row.case_id,
      promise,
      n,
      says: `case ${row.case_id}, ${promise}, clock ${n}: it is there, and no event starts it`,
    })
}

function checkClock(
  place: Pick<Difference, 'case' | 'promise' | 'n'>,
  where: string,
  stored: ClockToWrite,
  workedOut: ClockToWrite,
  differences: Differences,
): void {
  if (JSON.stringify(stored) === JSON.stringify(workedOut)) return
  for (const column of Object.keys(workedOut) as (keyof ClockToWrite)[]) {
    const [was, is] = [stored[column], workedOut[column]]
    if (JSON.stringify(was) !== JSON.stringify(is))
      differences.add(columnDiffers(place, where, column, was, is))
  }
}

function checkProjected(
  { landlord, row, told, projected }: CaseToCheck,
  worked: Worked,
  differences: Differences,
): void {
  for (const [projection, rows] of projected) {
    const stored = new Map(rows.map((each) => [projection.nameOf(each), each]))
    for (const is of projection.rowsOf(landlord, toProject(row.case_id, worked, told))) {
      const was = stored.get(projection.nameOf(is)) ?? {}
      stored.delete(projection.nameOf(is))
      for (const column of Object.keys(is))
        if (was[column] !== is[column])
          differences.add(
            columnDiffers(
              { case: row.case_id },
              `case ${row.case_id}, ${projection.table}`,
              column,
              was[column],
              is[column],
            ),
          )
    }
    for (const name of stored.keys())
      differences.add({
        case: row.case_id,
        says: `case ${row.case_id}, ${projection.table}: ${name.trim()} is there, and no event says so`,
      })
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
