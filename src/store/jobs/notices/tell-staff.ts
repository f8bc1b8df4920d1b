import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../../database.ts'
import { statement } from '../../statement.ts'
import { instantText } from '../../types.ts'
import { queueMail } from '../outbox.ts'
import { noticeMail } from './notice-mail.ts'

/** How somebody may want to be told of what is due. */
export const waysToBeTold = ['digest', 'at once', 'none'] as const
export type WayToBeTold = (typeof waysToBeTold)[number]

/** A notice nobody has been told of so far. */
export interface UntoldNotice {
  readonly caseId: string
  readonly promise: string
  readonly n: number
  readonly occasion: 'due' | 'overdue'
  readonly kind: string
  readonly dueOn: Day | null
  readonly keepsUntil: Instant
  readonly staffId: string
  readonly name: string
  readonly email: string | null
  readonly how: WayToBeTold
}

/** Puts what each is to be told now into one mail to each, and gives how many mails those were. */
export async function tellStaff(tx: Transaction, at: Instant, morning: boolean): Promise<number> {
  const untold = await tx.run(untoldNotices, [tx.acting.landlord, mostUntold])
  const now = untold.filter(
    ({ how, occasion }) => how === 'none' || morning || (how === 'at once' && occasion === 'overdue'),
  )
  let mails = 0
  for (const notices of Map.groupBy(now, ({ staffId }) => staffId).values()) {
    const mailId = await mailOf(tx, at, notices)
    if (mailId !== null) mails++
    await tx.run(toldOf, [
      tx.acting.landlord,
      instantText(at),
      mailId,
      notices.map(({ caseId }) => caseId),
      notices.map(({ promise }) => promise),
      notices.map(({ n }) => n),
      notices.map(({ occasion }) => occasion),
    ])
  }
  return mails
}

/** In one round; what is left is told in the next. */
const mostUntold = 20_000

/** One mail to one reader; none to whoever wants none or has no address: they find their notices in Kept. */
async function mailOf(
  tx: Transaction,
  at: Instant,
  notices: readonly UntoldNotice[],
): Promise<string | null> {
  const [first] = notices
  if (first === undefined || first.how === 'none' || first.email === null) return null
  const { subject, text } = noticeMail(first.name, notices)
  return queueMail(tx, { to: first.email, subject, text, about: 'promises due and overdue' }, at)
}

const untoldNotices = statement<UntoldNotice>(
  'untold-notices',
  `select n.case_id as "caseId", n.promise, n.n, n.occasion, n.kind, n.due_on as "dueOn", n.keeps_until as "keepsUntil",
          n.staff_id as "staffId", s.name, s.email, coalesce(p.how, 'digest') as how
     from notices n
     join staff s on s.landlord = n.landlord and s.staff_id = n.staff_id
     left join notice_preferences p on p.landlord = n.landlord and p.staff_id = n.staff_id
    where n.landlord = $1 and n.told_at is null
    order by n.staff_id, n.keeps_until, n.case_id, n.promise, n.n limit $2 for update of n skip locked`,
)

const toldOf = statement(
  'told-of-notices',
  `update notices set told_at = $2, mail_id = $3
     from unnest($4::text[], $5::text[], $6::integer[], $7::text[]) as t (case_id, promise, n, occasion)
    where notices.landlord = $1 and notices.case_id = t.case_id and notices.promise = t.promise
      and notices.n = t.n and notices.occasion = t.occasion`,
)
