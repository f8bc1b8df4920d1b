import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { enqueue } from './enqueue.ts'
import { handOverMail } from './outbox.ts'
import { shortReason } from './short-reason.ts'

/** A mail as its carrier gets it. */
export interface Mail {
  readonly mailId: string
  /** The same in every try, so that a mail handed over twice is known as one. */
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly madeAt: Instant
}

/** Takes mail out of the house. */
export interface MailCarrier {
  readonly name: string
  /** Whether it takes mail at all; what it does not take stays in the outbox. */
  readonly takesMail: boolean
  /** Takes one mail; throws where it cannot, and is asked again later. */
  carry(mail: Mail): Promise<void>
}

/** How a round of handing over went. */
export interface HandedOver {
  readonly handedOver: number
  readonly failed: number
  /** Whether more are waiting already. */
  readonly more: boolean
}

/**
 * Hands over what is due, up to a limit. Each mail is locked while it is carried, so that two rounds never carry the
 * same; if we die after it was carried, it is carried again under the same Message-ID. What fails is tried again, with
 * waits that grow to six hours; nothing is ever given up.
 */
export async function handOverDueMail(
  store: Store,
  acting: Acting,
  carrier: MailCarrier,
  limit = 100,
): Promise<HandedOver | Refused> {
  let [handedOver, failed] = [0, 0]
  if (!carrier.takesMail) return { handedOver, failed, more: false }
  for (let done = 0; done < limit; done++) {
    const went = await store.database.transact(acting, 'jobs.write', (tx) => handOverNext(tx, store, carrier))
    if (isRefused(went)) return went
    if (went === 'none') {
      await store.database.transact(acting, 'jobs.write', (tx) => tryAgainLater(tx, store.now()))
      return { handedOver, failed, more: false }
    }
    if (went === 'handed over') handedOver++
    else failed++
  }
  return { handedOver, failed, more: true }
}

async function handOverNext(tx: Transaction, store: Store, carrier: MailCarrier) {
  const { landlord } = tx.acting
  const [row] = await tx.run(nextMail, [landlord, instantText(store.now())])
  if (row === undefined) return 'none'
  const fault = await carried(carrier, row)
  const at = store.now()
  if (fault === undefined) {
    await tx.run(mailHandedOver, [landlord, row.mail_id, instantText(at)])
    return 'handed over'
  }
  const next = at + waitAfter(row.tries + 1)
  await tx.run(mailFailed, [landlord, row.mail_id, instantText(at), fault, instantText(next)])
  return 'failed'
}

async function carried(carrier: MailCarrier, row: MailRow): Promise<string | undefined> {
  const { mail_id: mailId, message_id: messageId, recipient: to, subject, text, made_at: madeAt } = row
  try {
    await carrier.carry({ mailId, messageId, to, subject, text, madeAt })
    return undefined
  } catch (error) {
    return shortReason(error)
  }
}

/** One minute, then about three times as long each time, up to six hours. */
function waitAfter(tries: number): number {
  return Math.min(minute * 3 ** (tries - 1), 6 * hour)
}

/** Comes back when the first of those that failed is due again. What is due now, and locked, is another round’s. */
async function tryAgainLater(tx: Transaction, now: Instant): Promise<void> {
  const [next] = await tx.run(nextDue, [tx.acting.landlord, instantText(now)])
  if (next !== undefined && next.next_at !== null)
    await enqueue(tx, { task: handOverMail, key: 'later', runAt: next.next_at })
}

interface MailRow {
  readonly mail_id: string
  readonly message_id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly made_at: Instant
  readonly tries: number
}

const nextMail = statement<MailRow>(
  'next-mail',
  `select mail_id, message_id, recipient, subject, text, made_at, tries from outbox
    where landlord = $1 and handed_over_at is null and erased_at is null and next_at <= $2
    order by next_at, mail_id limit 1 for update skip locked`,
)

const mailHandedOver = statement(
  'mail-handed-over',
  `update outbox set handed_over_at = $3, tries = tries + 1, failed_why = null
    where landlord = $1 and mail_id = $2`,
)

const mailFailed = statement(
  'mail-failed',
  `update outbox set tries = tries + 1, failed_at = $3, failed_why = $4, next_at = $5
    where landlord = $1 and mail_id = $2`,
)

const nextDue = statement<{ readonly next_at: Instant | null }>(
  'next-mail-due',
  `select min(next_at) as next_at from outbox
    where landlord = $1 and handed_over_at is null and erased_at is null and next_at > $2`,
)
