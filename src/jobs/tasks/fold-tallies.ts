import { isRefused } from '#core/refused.ts'
import { foldTallies } from '#store/ledger/fold-tallies.ts'
import type { Task } from '../task.ts'

/** Adds up the sums of months that are over, so that figures of years are read from few rows. */
export const foldingTallies: Task = {
  name: 'fold-tallies',
  says: 'adds up the sums of months that are over, so that figures come quickly',
  comes: { dailyAt: '02:45' },
  async run(store, acting) {
    const folded = await foldTallies(store, acting)
    return isRefused(folded) ? folded : undefined
  },
}
