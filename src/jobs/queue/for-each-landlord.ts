import { systemActing } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { inWords } from '#core/refusal.ts'
import { enqueue } from '#store/jobs/enqueue.ts'
import { landlordsOf } from '#store/landlords.ts'
import type { Store } from '#store/store.ts'

/** The job that gives every landlord a job of its own, when something comes round. */
export const forEachLandlord = 'for-each-landlord'

/**
 * Adds one job of a task for each landlord. Where the one before is still waiting, running or to be tried again, none is
 * added, so that a slow or failing task does not pile up, and its failures are not forgotten.
 */
export async function comeRound(store: Store, task: string): Promise<void> {
  for (const { landlord } of await landlordsOf(store)) {
    const added = await store.database.transact(systemActing(landlord), 'jobs.write', (tx) =>
      enqueue(tx, { task, key: 'comes round', unlessThere: true }),
    )
    if (isRefused(added)) throw new Error(inWords(added))
  }
}
