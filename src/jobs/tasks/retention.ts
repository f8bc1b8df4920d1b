import { isRefused } from '#core/refused.ts'
import { removeExpiredWords } from '#store/words/retention.ts'
import type { Task } from '../task.ts'

/** Empties words whose time is over by the landlord’s own rules. Facts stay. */
export const retaining: Task = {
  name: 'retention',
  says: 'removes words that are kept no longer',
  comes: { dailyAt: '01:30' },
  async run(store, acting, _payload, signal) {
    while (!signal.aborted) {
      const removed = await removeExpiredWords(store, acting)
      if (isRefused(removed)) return removed
      if (!removed.more) return undefined
    }
    return undefined
  },
}
