import { isRefused, refused } from '#core/refused.ts'
import { enqueue } from '#store/jobs/enqueue.ts'
import { type DeliverWith, deliverDue } from '#store/jobs/webhooks/deliver.ts'
import { deliverToWebhook, jobFor } from '#store/jobs/webhooks/notice-recorded.ts'
import type { Task, TaskSaid } from '../task.ts'

/** What is told of it. */
export const deliveringSaid: TaskSaid = {
  name: deliverToWebhook,
  says: 'tells a webhook of recorded events',
}

/** Sends what waits for one webhook. A receiver that fails keeps its deliveries waiting; it does not fail the job. */
export function deliveringToWebhook(by: DeliverWith): Task {
  return {
    ...deliveringSaid,
    async run(store, acting, payload) {
      const webhookId = webhookIn(payload)
      if (webhookId === undefined) return refused('not valid', 'the job names no webhook')
      const went = await deliverDue(store, acting, webhookId, by)
      if (isRefused(went) || !went.more) return isRefused(went) ? went : undefined
      // Others get their turn in between.
      return store.database.transact(acting, 'jobs.write', (tx) => enqueue(tx, jobFor(webhookId)))
    },
  }
}

function webhookIn(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('webhookId' in payload)) return undefined
  return typeof payload.webhookId === 'string' ? payload.webhookId : undefined
}
