import { isRefused } from '#core/refused.ts'
import { findEntitlements } from '#store/compensation/find-entitlements.ts'
import type { Task } from '../task.ts'

/** Finds who is owed compensation because a promise was broken and they were not told, and opens a case for each. */
export const findingEntitlements: Task = {
  name: 'find-entitlements',
  says: 'finds customers who are owed compensation for a broken promise',
  comes: { everyMinutes: 5 },
  async run(store, acting, _payload, signal) {
    while (!signal.aborted) {
      const looked = await findEntitlements(store, acting)
      if (isRefused(looked)) return looked.because === 'not found' ? undefined : looked
      if (!looked.more) return undefined
    }
    return undefined
  },
}
