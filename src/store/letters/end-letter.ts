import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { recordStep } from '../ledger/append.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { noSuchLetter } from './read-letters.ts'

/** The most that are marked at once. */
const mostAtOnce = 200

/** Says that printed letters were posted, or texts sent by hand. Gives how many had been waiting. */
export async function markPosted(
  store: Store,
  acting: Acting,
  letterIds: readonly string[],
): Promise<{ readonly posted: number } | Refused> {
  if (letterIds.length === 0)
    return refused('not valid', 'no letter is chosen', 'choose those that were posted', '/letters')
  if (letterIds.length > mostAtOnce)
    return refused('too many', `no more than ${mostAtOnce} can be marked at once`, 'mark some first')
  return store.database.transact(acting, 'words.write', async (tx) => {
    const marked = await tx.run(markGone, [acting.landlord, letterIds, instantText(store.now()), acting.by])
    return marked.length === 0 ? noSuchLetter() : { posted: marked.length }
  })
}

/** Why a letter is taken back, as codes. */
export const withdrawReasons = {
  'wrong-address': 'It was going to the wrong address',
  'wrong-words': 'It said something wrong',
  'not-needed': 'It is not needed any more',
} as const

/**
 * Takes back a letter that has not gone yet, with its copies. The act it was does not count then, so its promises run
 * again.
 */
export async function withdrawLetter(
  store: Store,
  acting: Acting,
  { letterId, reason }: { readonly letterId: string; readonly reason: string },
): Promise<{ readonly caseId: string } | Refused> {
  if (!Object.hasOwn(withdrawReasons, reason))
    return refused('not valid', 'it is not said why', 'choose a reason', '/reason')
  return store.database.transact(acting, 'words.write', async (tx) => {
    // Locked before they are looked at, so that no mail is handed over in between.
    await tx.run(lockMails, [acting.landlord, letterId])
    const rows = await tx.run(lettersToWithdraw, [acting.landlord, letterId])
    const first = rows.find((row) => row.letter_id === letterId)
    if (first === undefined) return noSuchLetter()
    if (first.copy_of !== null)
      return refused('not valid', 'this is a copy', 'take back the letter that it is a copy of')
    if (rows.some((row) => row.state !== 'waiting' || row.handed_over_at !== null))
      return refused('not valid', 'it has gone already', 'write again to put it right')
    const recorded = await recordStep(tx, store, {
      in: first.case_id,
      act: { type: 'event-withdrawn', data: { event: letterId, reason } },
    })
    if (isRefused(recorded)) return recorded
    await takeBack(tx, rows, store.now())
    return { caseId: first.case_id }
  })
}

/** Where an act that was a letter is withdrawn in its case, what of it has not gone yet must not go. */
export async function takeBackWithAct(tx: Transaction, letterId: string, now: Instant): Promise<void> {
  const { landlord } = tx.acting
  await tx.run(lockMails, [landlord, letterId])
  const rows = await tx.run(lettersToWithdraw, [landlord, letterId])
  const waiting = rows.filter((row) => row.state === 'waiting' && row.handed_over_at === null)
  if (waiting.length > 0) await takeBack(tx, waiting, now)
}

async function takeBack(tx: Transaction, rows: readonly ToWithdraw[], now: Instant): Promise<void> {
  const { landlord, by } = tx.acting
  const at = instantText(now)
  await tx.run(markWithdrawn, [landlord, rows.map((row) => row.letter_id), at, by])
  const mails = rows.flatMap(({ mail_id }) => mail_id ?? [])
  if (mails.length > 0) await tx.run(emptyMails, [landlord, mails, at])
}

interface ToWithdraw {
  readonly letter_id: string
  readonly case_id: string
  readonly copy_of: string | null
  readonly state: string
  readonly mail_id: string | null
  readonly handed_over_at: Instant | null
}

const markGone = statement(
  'mark-letters-posted',
  `update letters set state = 'gone', ended_at = $3, ended_by = $4
    where landlord = $1 and letter_id = any ($2::text[]) and state = 'waiting' and channel <> 'e-mail'
    returning letter_id`,
)

const lockMails = statement(
  'lock-mails-of-letter',
  `select m.mail_id from outbox m
    where m.landlord = $1 and m.mail_id in (select l.mail_id from letters l
      where l.landlord = $1 and (l.letter_id = $2 or l.copy_of = $2)) for update`,
)

const lettersToWithdraw = statement<ToWithdraw>(
  'letters-to-withdraw',
  `select l.letter_id, l.case_id, l.copy_of, l.state, l.mail_id, m.handed_over_at
     from letters l
     left join outbox m on m.landlord = l.landlord and m.mail_id = l.mail_id
    where l.landlord = $1 and (l.letter_id = $2 or l.copy_of = $2) order by l.letter_id limit 20 for update of l`,
)

const markWithdrawn = statement(
  'mark-letters-withdrawn',
  `update letters set state = 'withdrawn', ended_at = $3, ended_by = $4
    where landlord = $1 and letter_id = any ($2::text[])`,
)

const emptyMails = statement(
  'take-mails-back',
  `update outbox set recipient = null, subject = null, text = null, failed_why = null, erased_at = $3
    where landlord = $1 and mail_id = any ($2::text[]) and erased_at is null`,
)
