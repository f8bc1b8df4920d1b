import { isRefused } from '#core/refused.ts'
import { remindLateObservers } from '#store/observations/remind.ts'
import type { Task, TaskSaid } from '../task.ts'

/** What is told of it without what it needs. */
export const remindingSaid: TaskSaid = {
  name: 'remind-observers',
  says: 'reminds observers of forms that are overdue, once a week',
  comes: { dailyAt: '08:15' },
}

/** Reminds whoever has observation forms that are overdue. The link in the mail leads to `origin`. */
export function remindingObservers(origin: string): Task {
  return {
    ...remindingSaid,
    async run(store, acting) {
      const reminded = await remindLateObservers(store, acting, { origin })
      // A landlord without an edition observes nothing.
      return isRefused(reminded) && reminded.because !== 'not found' ? reminded : undefined
    },
  }
}
