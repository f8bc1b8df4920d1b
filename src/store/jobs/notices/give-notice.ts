import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../../database.ts'
import { latestTerms } from '../../ledger/case-row.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import { dayText, instantText } from '../../types.ts'
import { tellStaff } from './tell-staff.ts'
import { type WorkingMoment, workingMoment } from './working-time.ts'

/** What a round of notices came to. */
export interface Noticed {
  readonly notices: number
  readonly mails: number
  /** Whether there may be more to notice. */
  readonly more: boolean
}

const nothing: Noticed = { notices: 0, mails: 0, more: false }

/** What has been overdue for longer than this is no news. */
const lookBack = 31 * utcDay

/**
 * Notices what falls due by the end of the next working day and what is overdue, for whoever has the case: its holder, or
 * else the leader of its team. Tells them by the morning's digest, or at once of what is overdue, as each of them
 * chose. Only in the landlord’s working hours; each once for a clock and an occasion.
 */
export function giveNotice(
  store: Store,
  acting: Acting,
  { limit = 2_000 }: { readonly limit?: number } = {},
): Promise<Noticed | Refused> {
  return store.database.transact(acting, 'jobs.write', async (tx) => {
    const [latest] = await tx.run(latestTerms, [acting.landlord])
    if (latest === undefined || latest.terms === 0) return nothing
    const { editions } = await store.terms.at(tx, store.vocabulary, latest.terms)
    const at = store.now()
    const moment = workingMoment(editions, at)
    if (moment === undefined) return nothing
    const noticed = await tx.run(noticeClocks, [
      acting.landlord,
      instantText(at),
      instantText(at - lookBack),
      instantText(moment.soon),
      limit,
    ])
    const more = noticed.length === limit
    // The digest is for when all is known that goes into it.
    const mails = more ? 0 : await tellStaff(tx, at, await isMorning(tx, moment, at))
    return { notices: noticed.length, mails, more }
  })
}

/** Whether today’s digests are still to go out: the first to ask on a working day is told so. */
async function isMorning(tx: Transaction, { today }: WorkingMoment, at: number): Promise<boolean> {
  const begun = await tx.run(beginDay, [tx.acting.landlord, dayText(today), instantText(at)])
  return begun.length > 0
}

const beginDay = statement(
  'begin-digest-day',
  `insert into digest_days (landlord, day, sent_at) values ($1, $2, $3) on conflict do nothing returning 1`,
)

// Whoever has nobody to be told is noticed once somebody has it.
const noticeClocks = statement(
  'notice-clocks',
  `insert into notices (landlord, case_id, promise, n, occasion, staff_id, kind, keeps_until, due_on, made_at)
   select c.landlord, c.case_id, c.promise, c.n, o.occasion, who.staff_id, c.kind, c.keeps_until, c.due_on, $2
     from clocks c
     cross join lateral (select case when c.keeps_until < $2 then 'overdue' else 'due' end as occasion) o
     cross join lateral (
       select s.staff_id from staff s
        where s.landlord = $1 and s.active
          and (s.staff_id = c.holder_id or (s.team_id = c.team_id and 'team leader' = any(s.roles)))
        order by s.staff_id = c.holder_id desc nulls last, s.staff_id limit 1) who
    where c.landlord = $1 and c.ended_at is null and c.outcome in ('running', 'missed')
      and c.keeps_until > $3 and c.keeps_until <= $4
      and not exists (
        select from notices n
         where n.landlord = $1 and n.case_id = c.case_id and n.promise = c.promise and n.n = c.n
           and n.occasion = o.occasion)
    order by c.keeps_until limit $5
   on conflict do nothing returning 1`,
)
