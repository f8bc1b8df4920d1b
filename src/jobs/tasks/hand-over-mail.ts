import { isRefused } from '#core/refused.ts'
import { enqueue } from '#store/jobs/enqueue.ts'
import { handOverDueMail, type MailCarrier } from '#store/jobs/hand-over.ts'
import { handOverMail } from '#store/jobs/outbox.ts'
import type { Task, TaskSaid } from '../task.ts'

/** What is told of it. */
export const handingOverSaid: TaskSaid = {
  name: handOverMail,
  says: 'hands over mail from the outbox',
  comes: { everyMinutes: 5 },
}

/** Gives the outbox to whoever carries mail. What fails is kept and tried again; it does not fail the job. */
export function handingOverMail(carrier: MailCarrier): Task {
  return {
    ...handingOverSaid,
    async run(store, acting, _payload, signal) {
      for (;;) {
        const went = await handOverDueMail(store, acting, carrier)
        if (isRefused(went)) return went
        if (!went.more) return undefined
        if (signal.aborted) {
          const later = { task: handOverMail, key: 'now' }
          return store.database.transact(acting, 'jobs.write', (tx) => enqueue(tx, later))
        }
      }
    },
  }
}
