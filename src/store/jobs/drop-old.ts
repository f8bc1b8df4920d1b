import { type Instant, utcDay } from '#core/time/instant.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { dropOldResets } from '../people/reset.ts'
import { dropOldSessions } from '../people/sessions.ts'
import { dropOldTries } from '../people/tries.ts'
import { dropOldPresences } from '../presence/presence.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** How many rows of each sort went. */
export type Dropped = Readonly<Record<string, number>>

/** Rows in one transaction, so that none holds locks for long. */
const batch = 5_000
/** Beyond this the rest is for tomorrow. */
const mostBatches = 200

/** Drops what is of no use any more: none of it is a fact, and each sort is kept for as long as it may be asked for. */
export async function dropOld(store: Store, acting: Acting): Promise<Dropped | Refused> {
  const dropped: Record<string, number> = {}
  for (const { what, days, drop } of sorts) {
    const before = store.now() - days * utcDay
    for (let batches = 0; batches < mostBatches; batches++) {
      const went = await store.database.transact(acting, 'jobs.write', (tx) => drop(tx, before))
      if (isRefused(went)) return went
      dropped[what] = (dropped[what] ?? 0) + went
      if (went < batch) break
    }
  }
  return dropped
}

interface Sort {
  readonly what: string
  readonly days: number
  readonly drop: (tx: Transaction, before: Instant) => Promise<number>
}

const ofIdempotencyKeys = statement(
  'drop-idempotency-keys',
  `delete from idempotency_keys where landlord = $1 and ctid = any(array(
     select ctid from idempotency_keys where landlord = $1 and made_at < $2 limit $3)) returning 1`,
)

const ofDeliveries = statement(
  'drop-deliveries',
  `delete from webhook_deliveries where landlord = $1 and delivery_id = any(array(
     select delivery_id from webhook_deliveries where landlord = $1 and state = 'delivered' and ended_at < $2 limit $3))
   returning 1`,
)

const ofNotices = statement(
  'drop-notices',
  `delete from notices where landlord = $1 and ctid = any(array(
     select ctid from notices where landlord = $1 and made_at < $2 limit $3)) returning 1`,
)

const ofMail = statement(
  'erase-old-mail',
  `update outbox set recipient = null, subject = null, text = null, failed_why = null, erased_at = handed_over_at
    where landlord = $1 and mail_id = any(array(
      select mail_id from outbox
       where landlord = $1 and handed_over_at < $2 and erased_at is null limit $3)) returning 1`,
)

const ofInvitations = statement(
  'erase-invitations-never-handed-over',
  `update outbox set recipient = null, subject = null, text = null, failed_why = null, erased_at = now()
    where landlord = $1 and mail_id = any(array(
      select mail_id from outbox
       where landlord = $1 and about = 'survey' and handed_over_at is null and erased_at is null and made_at < $2
       limit $3)) returning 1`,
)

const ofDrafts = statement(
  'drop-old-contact-drafts',
  `delete from contact_drafts where landlord = $1 and ctid = any(array(
     select ctid from contact_drafts where landlord = $1 and kept_at < $2 limit $3)) returning 1`,
)

const ofLetterDrafts = statement(
  'drop-old-letter-drafts',
  `delete from letter_drafts where landlord = $1 and ctid = any(array(
     select ctid from letter_drafts where landlord = $1 and saved_at < $2 limit $3)) returning 1`,
)

const ofCopies = statement(
  'drop-old-access-copies',
  `delete from access_copies where landlord = $1 and case_id = any(array(
     select case_id from access_copies where landlord = $1 and gathered_at < $2 limit $3)) returning 1`,
)

const sorts: readonly Sort[] = [
  { what: 'idempotency keys', days: 7, drop: rowsOf(ofIdempotencyKeys) },
  { what: 'deliveries', days: 90, drop: rowsOf(ofDeliveries) },
  { what: 'words of mail', days: 30, drop: rowsOf(ofMail) },
  // Longer than any link in one is good: handed over now, it would lead nowhere.
  { what: 'invitations that were never handed over', days: 366, drop: rowsOf(ofInvitations) },
  { what: 'drafts of contacts', days: 30, drop: rowsOf(ofDrafts) },
  { what: 'drafts of letters', days: 90, drop: rowsOf(ofLetterDrafts) },
  // A copy of a file holds words beyond their own time: for as long as somebody may complain of what they were given.
  { what: 'copies of files', days: 366, drop: rowsOf(ofCopies) },
  // Longer than a clock is looked back for, so that none is told of twice.
  { what: 'notices', days: 400, drop: rowsOf(ofNotices) },
  { what: 'sessions', days: 0, drop: dropOldSessions },
  { what: 'password resets', days: 1, drop: dropOldResets },
  { what: 'tries', days: 30, drop: dropOldTries },
  { what: 'presences', days: 1, drop: (tx, before) => dropOldPresences(tx, before, batch) },
]

function rowsOf(rows: Statement<never>): Sort['drop'] {
  return async (tx, before) => (await tx.run(rows, [tx.acting.landlord, instantText(before), batch])).length
}
