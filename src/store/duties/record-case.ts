import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { Act } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import type { Recorded } from '../ledger/write.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** Records an act in the record of this name, opening the record with it where there is none. */
export async function recordIn(
  tx: Transaction,
  store: Store,
  { kind, caseId }: { readonly kind: string; readonly caseId: string },
  act: Act,
): Promise<Recorded | Refused> {
  const [there] = await tx.run(kindOfCase, [tx.acting.landlord, caseId])
  if (there !== undefined && there.kind !== kind)
    return refused('already there', `${caseId} is the reference of something else`, 'ask an administrator')
  const step = there === undefined ? { open: { kind, caseId, act } } : { in: caseId, act }
  const recorded = await recordStep(tx, store, step)
  if (!isRefused(recorded) || recorded.because !== 'already there') return recorded
  // Somebody opened it at the same moment.
  return recordStep(tx, store, { in: caseId, act })
}

const kindOfCase = statement<{ readonly kind: string }>(
  'kind-of-record',
  'select kind from cases where landlord = $1 and case_id = $2',
)
