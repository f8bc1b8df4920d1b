import type { Transaction } from '../database.ts'
import { type CaseRow, lockMergedInto } from '../ledger/case-row.ts'
import { type Recomputing, recompute } from '../ledger/recompute.ts'

/** More links than this in a chain of merges are a mistake. */
const longestChain = 20

/** Works out again the cases on record that were merged into these before these were there to answer them. */
export async function recomputeMergedInto(
  tx: Transaction,
  caseIds: readonly string[],
  by: Recomputing,
): Promise<void> {
  const found = new Map<string, CaseRow>()
  let wanted = caseIds
  for (let links = 0; wanted.length > 0 && links < longestChain; links++) {
    const rows = await tx.run(lockMergedInto, [tx.acting.landlord, wanted])
    wanted = rows.map(({ case_id }) => case_id).filter((id) => !found.has(id))
    for (const row of rows) found.set(row.case_id, row)
  }
  if (found.size > 0) await recompute(tx, [...found.values()], by)
}
