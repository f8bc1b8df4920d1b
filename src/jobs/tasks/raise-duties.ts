import { isRefused } from '#core/refused.ts'
import { noticeDuties } from '#store/jobs/notices/notice-duties.ts'
import { keepTrainingInStep } from '#store/training/in-step.ts'
import type { Task } from '../task.ts'

/** Raises what the landlord itself has to do every so often, before it is due, and what its staff are to be trained in. */
export const raisingDuties: Task = {
  name: 'raise-duties',
  says: 'raises the landlord’s recurring duties and returns before they are due, and begins and ends records of training',
  comes: { dailyAt: '04:30' },
  async run(store, acting) {
    const inStep = await keepTrainingInStep(store, acting)
    if (isRefused(inStep)) return inStep
    const raised = await noticeDuties(store, acting)
    return isRefused(raised) ? raised : undefined
  },
}
