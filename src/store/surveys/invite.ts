import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { isAskingHour } from '#core/surveys/asking-hours.ts'
import { type InvitingChannel, reachBy } from '#core/surveys/reach.ts'
import type { Transaction } from '../database.ts'
import { queueMail } from '../jobs/outbox.ts'
import { readTold } from '../ledger/recompute.ts'
import type { ToldByCase } from '../ledger/working.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { invitationMail } from './invitation-mail.ts'
import { recordInvited } from './record-invited.ts'
import { type Today, todayIn } from './today.ts'
import { newCode } from './tokens.ts'

/** Where the links in mails lead. */
export interface InvitingFrom {
  /** The address of this installation: `https://kept.example.org`. */
  readonly origin: string
  /** Does not wait for the day: for a past that is made up, in which nothing is sent. */
  readonly atAnyHour?: true
}

/** How many were asked or found not to be, and whether more wait. */
export interface Invited {
  readonly done: number
  readonly more: boolean
}

/**
 * Asks those whose day has come, a batch at a time: by mail at once, by letter and telephone through the lists of staff. Whoever opted
 * out, was asked lately or cannot be reached is not asked, and it is kept why. At night nobody is: they are in the morning.
 */
export function inviteDue(
  store: Store,
  acting: Acting,
  { origin, atAnyHour }: InvitingFrom,
): Promise<Invited | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    if (!atAnyHour && !isAskingHour(today.zone, store.now())) return { done: 0, more: false }
    const rows = await tx.run(dueToAsk, [acting.landlord, dayText(today.day), batch])
    if (rows.length === 0) return { done: 0, more: false }
    const told = await readTold(
      tx,
      rows.flatMap(({ caseId }) => caseId ?? []),
    )
    for (const row of rows) {
      const why = (await notAskedBecause(tx, row, today)) ?? withdrawnFault(row, told, store)
      const channel = why === undefined ? reachBy(row) : undefined
      if (channel === undefined) await tx.run(dontAsk, [acting.landlord, row.invitationId, why ?? 'no-way'])
      else await ask(tx, store, today, { row, channel, origin })
    }
    return { done: rows.length, more: rows.length === batch }
  })
}

const batch = 100

/** Mail goes at once; the others wait for staff. */
const stateAfter = { 'e-mail': 'invited', letter: 'to print', telephone: 'to ring' } as const

interface Asked {
  readonly row: DueRow
  readonly channel: InvitingChannel
  readonly origin: string
}

async function ask(
  tx: Transaction,
  store: Store,
  today: Today,
  { row, channel, origin }: Asked,
): Promise<void> {
  const state = stateAfter[channel]
  const remindOn = row.reminders > 0 && channel === 'e-mail' ? today.day + row.reminderDays : undefined
  await tx.run(markAsked, [
    tx.acting.landlord,
    row.invitationId,
    state,
    channel,
    dayText(today.day),
    dayText(remindOn),
  ])
  if (channel !== 'e-mail') return
  await mailInvitation(tx, store, { row, origin, again: false, goodUntil: today.day + row.openDays })
  await recordInvited(tx, store, today, row)
}

/** Whom a mail goes to, and what for. */
export interface Mailed {
  readonly invitationId: string
  readonly customerId: string | null
  readonly name: string | null
  readonly email: string | null
  readonly introduction: string
  readonly landlordName: string
  readonly slug: string
}

/** Puts the mail of an invitation into the outbox, with a new code in its link. */
export async function mailInvitation(
  tx: Transaction,
  store: Store,
  {
    row,
    origin,
    again,
    goodUntil,
  }: { readonly row: Mailed; readonly origin: string; readonly again: boolean; readonly goodUntil: number },
): Promise<void> {
  const { customerId, email, name } = row
  if (customerId === null || email === null) throw new Error('only who has an address is asked by e-mail')
  const code = await newCode(tx, row.invitationId, goodUntil)
  const link = `${origin}/public/${row.slug}/surveys/${code}`
  const { introduction, landlordName: landlord } = row
  const mail = { to: email, name: name ?? 'customer', landlord, introduction, link, customerId, again }
  await queueMail(tx, invitationMail(mail), store.now())
}

async function notAskedBecause(tx: Transaction, row: DueRow, today: Today): Promise<string | undefined> {
  if (row.customerId === null || row.name === null) return 'nobody-known'
  if (row.optedOut) return 'opted-out'
  if (row.quietDays === 0) return undefined
  // Read again for each: whoever is in this batch twice is asked once.
  const since = dayText(today.day - row.quietDays)
  const [lately] = await tx.run(askedLately, [tx.acting.landlord, row.customerId, since])
  return lately === undefined ? undefined : 'asked-lately'
}

/** What was taken back meanwhile did not happen. */
function withdrawnFault({ caseId, follows }: DueRow, told: ToldByCase, store: Store): string | undefined {
  if (caseId === null || follows === null) return undefined
  const { events } = effectiveEvents(told.get(caseId) ?? [], store.now())
  return events.some(({ type }) => type === follows) ? undefined : 'taken-back'
}

interface DueRow extends Mailed {
  readonly code: string
  readonly caseId: string | null
  readonly follows: string | null
  readonly quietDays: number
  readonly reminders: number
  readonly reminderDays: number
  readonly openDays: number
  readonly preferredChannel: string | null
  readonly hasEmail: boolean
  readonly hasTelephone: boolean
  readonly hasAddress: boolean
  readonly optedOut: boolean
}

/** What a mail of an invitation is made of, of invitations `i`, surveys `s` and customers `c`. */
export const mailedColumns = `i.invitation_id as "invitationId", i.customer_id as "customerId", n.name, d.email, e.introduction,
  l.name as "landlordName", l.slug, s.code, i.case_id as "caseId", i.follows, s.reminders, s.reminder_days as "reminderDays",
  s.open_days as "openDays"`

/** Where those stand. */
export const mailedFrom = `from survey_invitations i
  join surveys s on s.landlord = i.landlord and s.survey_id = i.survey_id
  join survey_editions e on e.landlord = s.landlord and e.survey_id = s.survey_id and e.edition = s.edition
  join landlords l on l.landlord = i.landlord
  left join customers c on c.landlord = i.landlord and c.customer_id = i.customer_id and c.erased_at is null
  left join customer_names n on n.landlord = c.landlord and n.customer_id = c.customer_id
  left join contact_details d on d.landlord = c.landlord and d.customer_id = c.customer_id`

/** Whether somebody, `c`, has an address of their own or lives in a home of ours. */
const hasAddress = `(d.address is not null or exists (
  select from tenancy_customers h
    join tenancies t on t.landlord = h.landlord and t.tenancy_id = h.tenancy_id
   where h.landlord = c.landlord and h.customer_id = c.customer_id and t.home_id is not null))`

/** How customers `c` with contact details `d` may be reached. */
export const reachColumns = `c.preferred_channel as "preferredChannel", d.email is not null as "hasEmail",
  coalesce(d.telephone, d.mobile) is not null as "hasTelephone", coalesce(${hasAddress}, false) as "hasAddress"`

/** Whether whoever is in `i` asked not to be asked. */
export const optedOut = `exists (select from survey_opt_outs o
  where o.landlord = i.landlord and o.customer_id = i.customer_id)`

const dueToAsk = statement<DueRow>(
  'survey-invitations-due',
  `select ${mailedColumns}, s.quiet_days as "quietDays", ${reachColumns}, ${optedOut} as "optedOut"
    ${mailedFrom}
   where i.landlord = $1 and i.state = 'to come' and i.ask_on <= $2::date and s.state = 'open'
   order by i.ask_on, i.invitation_id limit $3 for update of i skip locked`,
)

const askedLately = statement<{ readonly one: number }>(
  'survey-asked-lately',
  `select 1 as one from survey_invitations
    where landlord = $1 and customer_id = $2 and invited_on > $3::date limit 1`,
)

const markAsked = statement(
  'mark-survey-asked',
  `update survey_invitations set state = $3, channel = $4, invited_on = $5, remind_on = $6
    where landlord = $1 and invitation_id = $2`,
)

const dontAsk = statement(
  'mark-survey-not-asked',
  `update survey_invitations set state = 'not asked', why = $3 where landlord = $1 and invitation_id = $2`,
)
