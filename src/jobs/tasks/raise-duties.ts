import { isRefused } from '#core/refused.ts'
import { noticeDuties } from '#store/jobs/notices/notice-duties.ts'
import type { Task } from '../task.ts'

/** Raises what the landlord itself has to do every so often, before it is due. */
export const raisingDuties: Task = {
  name: 'raise-duties',
  says: 'raises the landlord’s recurring duties before they are due',
  comes: { dailyAt: '04:30' },
  async run(store, acting) {
    const raised = await noticeDuties(store, acting)
    return isRefused(raised) ? raised : undefined
  },
}
