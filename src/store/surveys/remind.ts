import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { isAskingHour } from '#core/surveys/asking-hours.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import {
  type Invited,
  type InvitingFrom,
  type Mailed,
  mailedColumns,
  mailedFrom,
  mailInvitation,
  optedOut as optedOutOf,
} from './invite.ts'
import { todayIn } from './today.ts'

/**
 * Asks once more those who have not answered, a batch at a time: by mail at once, by letter through the list to print. Whoever opted out
 * meanwhile, or whose address is gone, is left alone. At night nobody is reminded.
 */
export function remindDue(
  store: Store,
  acting: Acting,
  { origin, atAnyHour }: InvitingFrom,
): Promise<Invited | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    if (!atAnyHour && !isAskingHour(today.zone, store.now())) return { done: 0, more: false }
    const rows = await tx.run(dueToRemind, [acting.landlord, dayText(today.day), batch])
    for (const row of rows) {
      const { channel, reminded, optedOut, email, invitationId, reminders } = row
      const leave = optedOut || row.name === null || (channel === 'e-mail' && email === null)
      const next = !leave && reminded + 1 < reminders ? today.day + row.reminderDays : undefined
      const state = channel === 'letter' && !leave ? 'to print' : 'invited'
      const count = leave ? reminded : reminded + 1
      await tx.run(markReminded, [acting.landlord, invitationId, state, count, dayText(next)])
      if (leave || channel !== 'e-mail') continue
      await mailInvitation(tx, store, { row, origin, again: true, goodUntil: today.day + row.openDays })
    }
    return { done: rows.length, more: rows.length === batch }
  })
}

const batch = 100

interface RemindRow extends Mailed {
  readonly channel: string
  readonly reminded: number
  readonly reminders: number
  readonly reminderDays: number
  readonly openDays: number
  readonly optedOut: boolean
}

const dueToRemind = statement<RemindRow>(
  'survey-reminders-due',
  `select ${mailedColumns}, i.channel, i.reminders as reminded,
      ${optedOutOf} as "optedOut"
    ${mailedFrom}
   where i.landlord = $1 and i.state = 'invited' and i.remind_on <= $2::date and s.state = 'open'
   order by i.remind_on, i.invitation_id limit $3 for update of i skip locked`,
)

const markReminded = statement(
  'mark-survey-reminded',
  `update survey_invitations set state = $3, reminders = $4, remind_on = $5 where landlord = $1 and invitation_id = $2`,
)
