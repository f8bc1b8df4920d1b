import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { type InvitedIn, recordInvited } from './record-invited.ts'
import { type Today, todayIn } from './today.ts'

/**
 * Parts what is kept of persons from the answers they gave, once a day and all of it together: records in their cases that those who
 * were rung were asked, and writes invitations and wishes not to be asked anew. PostgreSQL keeps with every row by which
 * transaction it was written: until then, that of an answer could be told by it. Removes codes that are past their day as well.
 */
export function mixAnswered(store: Store, acting: Acting): Promise<{ readonly mixed: number } | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const { landlord } = acting
    await tx.run(dropOldTokens, [landlord, dayText(today.day)])
    const unmixed = await tx.run(answeredSince, [landlord])
    if (unmixed.length === 0) return { mixed: 0 }
    for (const row of unmixed) if (row.channel === 'telephone') await recordRung(tx, store, today, row)
    const from = dayText(today.day - daysMixed)
    const rows = await tx.run(mixAll, [landlord, from])
    await tx.run(mixOthers, [landlord, from])
    await tx.run(putWishes, [landlord, JSON.stringify(await tx.run(takeWishes, [landlord]))])
    return { mixed: rows.length }
  })
}

/** At the end of the day on which they were rung: this is done in the night after it. */
async function recordRung(tx: Transaction, store: Store, today: Today, row: AnsweredRow): Promise<void> {
  const begins = today.zone.startOf(today.day)
  const isOlder = row.invitedOn !== null && row.invitedOn < today.day
  await recordInvited(tx, store, today, isOlder ? { ...row, at: begins - 1 } : row)
}

/** Longer than anybody can answer, so that those who answered today are written among many. */
const daysMixed = 400

interface AnsweredRow extends InvitedIn {
  readonly channel: string | null
  readonly invitedOn: Day | null
}

const answeredSince = statement<AnsweredRow>(
  'survey-invitations-not-mixed',
  `select i.case_id as "caseId", i.follows, s.code, i.channel, i.invited_on as "invitedOn"
     from survey_invitations i join surveys s on s.landlord = i.landlord and s.survey_id = i.survey_id
    where i.landlord = $1 and not i.mixed order by i.invitation_id limit 20000`,
)

// All that were answered in the survey, and not the latest alone: these could be few.
const mixAll = statement<{ readonly one: number }>(
  'mix-survey-invitations',
  `update survey_invitations set mixed = true
    where landlord = $1 and state = 'answered' and (ask_on > $2::date or not mixed)
      and survey_id in (select survey_id from survey_invitations u where u.landlord = $1 and not u.mixed)
    returning 1 as one`,
)

// Who wished in their answer not to be asked again had other invitations stopped with it.
const mixOthers = statement(
  'mix-stopped-survey-invitations',
  `update survey_invitations set mixed = true
    where landlord = $1 and state in ('invited', 'stopped') and ask_on > $2::date
      and customer_id in (select customer_id from survey_opt_outs where landlord = $1)`,
)

const takeWishes = statement<Readonly<Record<string, unknown>>>(
  'take-survey-opt-outs',
  `delete from survey_opt_outs where landlord = $1
    returning customer_id, to_char(since, 'YYYY-MM-DD') as since, told_by`,
)

const putWishes = statement(
  'put-survey-opt-outs',
  `insert into survey_opt_outs (landlord, customer_id, since, told_by)
   select $1, r.customer_id, r.since, r.told_by
     from json_to_recordset($2::json) as r (customer_id text, since date, told_by text) order by r.customer_id`,
)

const dropOldTokens = statement(
  'drop-old-survey-tokens',
  'delete from survey_tokens where landlord = $1 and good_until < $2::date',
)
