import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { isOver } from '../words/retention-over.ts'

/** The kind under which a landlord says for how long invitations name whom they were for. */
const invitationsKept = 'survey-invitation'

/**
 * Lets invitations go whose time is over by the landlord’s rule: whom and which case they were for, and after what they came. What is
 * left is counted, in its round or month, so that response rates stay. None goes while its link is good, before it was parted from
 * its answer, or within the quiet time in which it keeps others from asking again. Gives how many went.
 */
export async function forgetInvitations(
  tx: Transaction,
  upTo: readonly [landlord: number, at: string, most: number],
): Promise<number> {
  return (await tx.run(invitationsOver, upTo)).length
}

// Whoever was still to get a letter or be rung is asked no more.
const invitationsOver = statement(
  'forget-survey-invitations',
  `update survey_invitations t
      set customer_id = null, case_id = null, follows = null, team_id = null, channel = null, invited_on = null, remind_on = null,
          source = 'gone ' || t.invitation_id,
          ask_on = case when t.round is null then date_trunc('month', t.ask_on)::date else t.ask_on end,
          state = case when t.state not in ('to come', 'to print', 'to ring') then t.state
                       when t.reminders > 0 then 'invited' else 'stopped' end
     from (select i.invitation_id from survey_invitations i
             join retention r on r.landlord = i.landlord and r.kind = '${invitationsKept}'
             left join cases c on c.landlord = i.landlord and c.case_id = i.case_id
            where i.landlord = $1 and (i.customer_id is not null or i.case_id is not null) and i.mixed
              and ${isOver("i.ask_on::timestamp at time zone 'utc'")}
              and i.ask_on + coalesce((select max(quiet_days) from surveys where landlord = $1), 0) < ($2::timestamptz at time zone 'utc')::date
              and not exists (select from survey_tokens k where k.landlord = i.landlord and k.invitation_id = i.invitation_id
                                 and k.good_until >= ($2::timestamptz at time zone 'utc')::date)
            order by i.ask_on limit $3 for update of i skip locked) over
    where t.landlord = $1 and t.invitation_id = over.invitation_id
    returning t.invitation_id`,
)
