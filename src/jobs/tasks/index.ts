import type { MailCarrier } from '#store/jobs/hand-over.ts'
import type { DeliverWith } from '#store/jobs/webhooks/deliver.ts'
import type { Task, TaskSaid } from '../task.ts'
import { invitingSaid, invitingToSurveys, mixingAnswered } from './ask-customers.ts'
import { beginningAbsences } from './begin-absences.ts'
import { bringingCasesToTerms } from './bring-cases-to-terms.ts'
import { sealingDays } from './daily-root.ts'
import { deliveringSaid, deliveringToWebhook } from './deliver-to-webhook.ts'
import { draftingReports } from './draft-reports.ts'
import { expiring } from './expire.ts'
import { handingOverMail, handingOverSaid } from './hand-over-mail.ts'
import { findingEntitlements } from './find-entitlements.ts'
import { foldingTallies } from './fold-tallies.ts'
import { givingNotice } from './notices.ts'
import { passingTime } from './pass-time.ts'
import { raisingDuties } from './raise-duties.ts'
import { type ReadAloud, readingAloud, readingAloudSaid } from './read-aloud.ts'
import { remindingObservers, remindingSaid } from './remind-observers.ts'
import { retaining } from './retention.ts'
import { tryingDraft } from './try-draft.ts'
import { verifying } from './verify.ts'

/** What tasks need of the world outside. */
export interface Equipment {
  readonly carrier: MailCarrier
  readonly webhooks: DeliverWith
  /** The address of this installation, for links in mails to customers. */
  readonly origin: string
  readonly readAloud: ReadAloud
}

/** Tasks that need nothing beside the store. */
const byThemselves: readonly Task[] = [
  passingTime,
  beginningAbsences,
  findingEntitlements,
  bringingCasesToTerms,
  tryingDraft,
  raisingDuties,
  draftingReports,
  givingNotice,
  mixingAnswered,
  sealingDays,
  verifying,
  retaining,
  foldingTallies,
  expiring,
]

/** Every task there is. */
export function tasksOf({ carrier, webhooks, origin, readAloud }: Equipment): readonly Task[] {
  return [
    ...byThemselves,
    invitingToSurveys(origin),
    remindingObservers(origin),
    readingAloud(readAloud),
    deliveringToWebhook(webhooks),
    handingOverMail(carrier),
  ]
}

/** What is told of every task, in the order in which they are listed. */
export const tasksSaid: readonly TaskSaid[] = [
  ...byThemselves,
  invitingSaid,
  remindingSaid,
  readingAloudSaid,
  deliveringSaid,
  handingOverSaid,
]
