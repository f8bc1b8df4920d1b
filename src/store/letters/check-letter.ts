import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { faultOfAct } from '../acts/fault-of-act.ts'
import { type Act, eventOfAct } from '../ledger/act.ts'
import { lockCases } from '../ledger/case-row.ts'
import { maySee, noSuchCase } from '../ledger/append.ts'
import type { Store } from '../store.ts'

/** Whether an act could be recorded as it is told, with nothing recorded: what a promise asks for and does not find. */
export function checkLetter(
  store: Store,
  acting: Acting,
  { caseId, act }: { readonly caseId: string; readonly act: Act },
): Promise<{ readonly fine: true } | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const [row] = await tx.run(lockCases, [acting.landlord, [caseId]])
    if (row === undefined || !maySee(acting, row)) return noSuchCase(caseId)
    const event = eventOfAct(caseId, row.kind, act, store.vocabulary, store.now())
    if (isRefused(event)) return event
    return (await faultOfAct(tx, store, row, event)) ?? { fine: true }
  })
}
