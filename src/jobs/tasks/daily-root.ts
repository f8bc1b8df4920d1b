import { isRefused } from '#core/refused.ts'
import { sealDays } from '#store/verify/seal-days.ts'
import type { Task } from '../task.ts'

/** Gives every day that is over its root, so that nothing can be added to it unnoticed. */
export const sealingDays: Task = {
  name: 'daily-root',
  says: 'seals the ledger’s days that are over',
  comes: { dailyAt: '00:15' },
  async run(store, acting) {
    const sealed = await sealDays(store, acting)
    return isRefused(sealed) ? sealed : undefined
  },
}
