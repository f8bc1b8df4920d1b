import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { type LockedImport, lockImport } from './lock-import.ts'
import { planAnew } from './plan-anew.ts'
import { type ImportReport, readImport } from './report.ts'

/** An import whose turn it is, and the line from which its next rows are. */
export interface Turn extends LockedImport {
  readonly importId: string
  readonly from: number
}

/**
 * Goes through the rows of an import from a line on, a batch in each transaction. A batch gives the line from which the next one goes on;
 * nothing where none is left: looking from the beginning each time would pass over all that is done.
 */
export async function inBatches(
  store: Store,
  acting: Acting,
  { importId, from: first }: { readonly importId: string; readonly from: number },
  batch: (tx: Transaction, turn: Turn) => Promise<{ readonly next: number | undefined } | Refused>,
): Promise<ImportReport | Refused> {
  for (let next: number | undefined = first; next !== undefined; ) {
    const from: number = next
    const done = await store.database.transact(acting, 'masters.import', async (tx) => {
      await planAnew(tx)
      const found = await lockImport(tx, importId)
      return isRefused(found) ? found : batch(tx, { ...found, importId, from })
    })
    if (isRefused(done)) return done
    next = done.next
  }
  return readImport(store, acting, importId)
}
