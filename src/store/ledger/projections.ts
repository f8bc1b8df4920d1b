import { appointmentRows, appointmentStaffRows } from '../diaries/appointment-rows.ts'
import { diaryRows } from '../diaries/diary-rows.ts'
import { visitRows } from '../diaries/visit-rows.ts'
import type { Transaction } from '../database.ts'
import type { CaseToProject, Projection } from './projection.ts'

/** Every table that is worked out from the events of some cases, beside clocks and the case’s own row. */
export const projections: readonly Projection[] = [
  appointmentRows,
  appointmentStaffRows,
  visitRows,
  diaryRows,
]

/**
 * Brings the rows of these cases up to date in every table that is worked out from such events. A case with none of the
 * events that a table is about costs a look at the names of its events, and no statement.
 */
export async function project(tx: Transaction, cases: readonly CaseToProject[]): Promise<void> {
  await Promise.all(
    projections.map(async (projection) => {
      const concerned = cases.filter(({ told }) => told.some(({ type }) => projection.types.has(type)))
      if (concerned.length > 0) await projection.project(tx, concerned)
    }),
  )
}
