import { faultsOfAct } from '#core/acts/decide.ts'
import { refusedFor } from '#core/acts/fault-words.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { timelineNow } from './timeline-now.ts'

/**
 * Why a member of staff may not do this in the case as it stands. Programs, imports and the system tell what has happened
 * already: that is measured and never refused (docs/decisions/013).
 */
export async function faultOfAct(
  tx: Transaction,
  store: Store,
  { case_id: caseId, version }: CaseRow,
  act: CaseEvent,
): Promise<Refused | undefined> {
  if (tx.acting.staffId === undefined) return undefined
  const [terms, timeline] = await Promise.all([
    termsNow(tx, store),
    version === 0 ? ownTimeline(caseId, []) : timelineNow(tx, store, caseId),
  ])
  if (isRefused(terms)) return terms
  const { vocabulary } = store
  const [first, ...more] = faultsOfAct({
    vocabulary,
    timeline,
    editions: terms.editions,
    act: { ...act, line: version + 1 },
  })
  return first === undefined ? undefined : refusedFor([first, ...more])
}
