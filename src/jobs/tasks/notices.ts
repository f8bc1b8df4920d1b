import { isRefused } from '#core/refused.ts'
import { giveNotice } from '#store/jobs/notices/give-notice.ts'
import type { Task } from '../task.ts'

/** Notices what is due and overdue, and tells whoever has the case. */
export const givingNotice: Task = {
  name: 'notices',
  says: 'tells staff what is due and overdue, in working hours',
  comes: { everyMinutes: 5 },
  async run(store, acting, _payload, signal) {
    while (!signal.aborted) {
      const noticed = await giveNotice(store, acting)
      if (isRefused(noticed)) return noticed
      if (!noticed.more) return undefined
    }
    return undefined
  },
}
