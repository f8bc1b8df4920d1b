import type { MailCarrier } from '#store/jobs/hand-over.ts'
import type { DeliverWith } from '#store/jobs/webhooks/deliver.ts'
import type { Task } from '../task.ts'
import { bringingCasesToTerms } from './bring-cases-to-terms.ts'
import { sealingDays } from './daily-root.ts'
import { deliveringToWebhook } from './deliver-to-webhook.ts'
import { expiring } from './expire.ts'
import { handingOverMail } from './hand-over-mail.ts'
import { givingNotice } from './notices.ts'
import { passingTime } from './pass-time.ts'
import { retaining } from './retention.ts'
import { verifying } from './verify.ts'

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
    givingNotice,
    deliveringToWebhook(webhooks),
    handingOverMail(carrier),
    sealingDays,
    verifying,
    retaining,
    expiring,
  ]
}
