import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'
import { enqueue } from './enqueue.ts'

/** A mail to be sent. Its address, subject and text are words, and are removed once it has been handed over. */
export interface MailToSend {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** What sort of mail it is, in a few words that name nobody: `password reset`. */
  readonly about: string
  /** Whom it concerns, where that is a customer, so that erasing their words finds it. */
  readonly customerId?: string
  readonly caseId?: string
}

/** The task that hands mail over. */
export const handOverMail = 'hand-over-mail'

/**
 * Puts a mail into the outbox, with the transaction: rolled back with it, and otherwise never lost. Gives its id. Long
 * subjects are cut, since a mail about a long name is better than none.
 */
export async function queueMail(
  tx: Transaction,
  mail: MailToSend,
  at: Instant = Date.now(),
): Promise<string> {
  const mailId = newId()
  await tx.run(insertMail, [
    tx.acting.landlord,
    mailId,
    mail.to,
    mail.subject.replaceAll(/\s+/g, ' ').slice(0, 300),
    mail.text,
    mail.about,
    mail.customerId ?? null,
    mail.caseId ?? null,
    `${mailId.toLowerCase()}.${tx.acting.landlord}@kept`,
    instantText(at),
  ])
  await enqueue(tx, { task: handOverMail, key: 'now' })
  return mailId
}

/**
 * Removes the words of all mail about a customer or to them, handed over or not; what is left says that there was mail.
 * Gives how many were emptied.
 */
export async function eraseMailOf(tx: Transaction, customerId: string, at: Instant): Promise<number> {
  return (await tx.run(eraseOfCustomer, [tx.acting.landlord, customerId, instantText(at)])).length
}

const insertMail = statement(
  'insert-mail',
  `insert into outbox
     (landlord, mail_id, recipient, subject, text, about, customer_id, case_id, message_id, made_at, next_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
)

const eraseOfCustomer = statement<{ readonly mail_id: string }>(
  'erase-mail-of-customer',
  `update outbox set recipient = null, subject = null, text = null, failed_why = null, erased_at = $3
    where landlord = $1 and erased_at is null
      and (customer_id = $2
        or mail_id in (select mail_id from letters where landlord = $1 and recipient_id = $2 and mail_id is not null))
    returning mail_id`,
)
