import { isRefused } from '#core/refused.ts'
import { passTime } from '#store/ledger/pass-time.ts'
import type { Task } from '../task.ts'

/** Carries the passing of time into clocks and figures: what fell due without anything happening is missed now. */
export const passingTime: Task = {
  name: 'pass-time',
  says: 'brings clocks and figures up to the present',
  comes: { everyMinutes: 1 },
  async run(store, acting, _payload, signal) {
    while (!signal.aborted) {
      const passed = await passTime(store, acting, { limit: 200 })
      if (isRefused(passed)) return passed
      if (!passed.more) return undefined
    }
    // What is left is done by the next to come round.
    return undefined
  },
}
