import { isRefused } from '#core/refused.ts'
import { draftDueReports } from '#store/reports/draft-report.ts'
import { findRestatements } from '#store/reports/restate.ts'
import type { Task } from '../task.ts'

/** Drafts the reports whose time is over, and finds those published whose figures no longer hold. */
export const draftingReports: Task = {
  name: 'draft-reports',
  says: 'drafts the reports that are due, and finds published ones whose figures no longer hold',
  comes: { dailyAt: '05:00' },
  async run(store, acting) {
    const drafted = await draftDueReports(store, acting)
    if (isRefused(drafted)) return drafted
    const restated = await findRestatements(store, acting)
    return isRefused(restated) ? restated : undefined
  },
}
