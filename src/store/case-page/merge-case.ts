import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { newId } from '../new-id.ts'
import type { WordsOfAct } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import { caseOf } from '../ledger/read-case.ts'
import type { Recorded } from '../ledger/write.ts'
import type { Store } from '../store.ts'
import { contractorFault, expected, type Seen } from './take-case.ts'

/** Merges a case into another, which goes on: both must be there, and the other must not lead back. */
export function mergeCase(
  store: Store,
  acting: Acting,
  asked: Seen & { readonly into: string; readonly words?: readonly WordsOfAct[] },
): Promise<Recorded | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const fault = contractorFault(acting)
    if (fault !== undefined) return fault
    const row = await caseOf(tx, asked.caseId)
    if (isRefused(row)) return row
    if (asked.into === asked.caseId)
      return refused('not valid', 'this is the case itself', 'write the reference of the other', '/into')
    const other = await caseOf(tx, asked.into)
    if (isRefused(other)) return refused('not valid', other.refusal, 'check the reference', '/into')
    if (other.merged_into !== null)
      return refused(
        'not valid',
        `${asked.into} was itself merged into ${other.merged_into}`,
        `write ${other.merged_into} instead`,
        '/into',
      )
    const act = {
      type: 'merged-into',
      id: newId(),
      data: { case: asked.into },
      ...(asked.words !== undefined && { words: asked.words }),
    }
    return recordStep(tx, store, { in: asked.caseId, act, ...expected(asked) })
  })
}
