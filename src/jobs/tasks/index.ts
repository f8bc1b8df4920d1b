import type { MailCarrier } from '#store/jobs/hand-over.ts'
import type { DeliverWith } from '#store/jobs/webhooks/deliver.ts'
import type { Task } from '../task.ts'
import { bringingCasesToTerms } from './bring-cases-to-terms.ts'
import { deliveringToWebhook } from './deliver-to-webhook.ts'
import { expiring } from './expire.ts'
import { handingOverMail } from './hand-over-mail.ts'
import { passingTime } from './pass-time.ts'
import { retaining } from './retention.ts'

/** What tasks need of the world outside. */
export interface Equipment {
  readonly carrier: MailCarrier
  readonly webhooks: DeliverWith
}

/** Every task there is, in the order in which they are listed. */
export function tasksOf({ carrier, webhooks }: Equipment): readonly Task[] {
  return [
    passingTime,
    bringingCasesToTerms,
    deliveringToWebhook(webhooks),
    handingOverMail(carrier),
    retaining,
    expiring,
  ]
}
