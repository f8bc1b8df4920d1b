import type { ClockRow } from '../ledger/clock-row.ts'

/** A case in a list of what is due: its clock that is due first, and how many more it has. */
export interface DueCase {
  readonly caseId: string
  readonly first: ClockRow
  readonly more: number
}

/** One row a case, in the order in which its first clock falls due. The clocks come in that order. */
export function byCase(clocks: readonly ClockRow[]): readonly DueCase[] {
  return [...Map.groupBy(clocks, ({ case_id }) => case_id)].flatMap(([caseId, [first, ...others]]) =>
    first === undefined ? [] : [{ caseId, first, more: others.length }],
  )
}
