import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { findIn, type InvitationNamed, leaveFor } from './find-invitation.ts'
import { dropCodes } from './tokens.ts'

/** Keeps that whoever has this invitation is not to be asked again, by any survey, and ends the invitation. */
export function optOut(
  store: Store,
  acting: Acting,
  named: InvitationNamed,
): Promise<{ readonly surveyId: string } | Refused> {
  return store.database.transact(acting, leaveFor(named, acting), async (tx) => {
    const found = await findIn(tx, store, named)
    if (isRefused(found)) return found
    const { row, today } = found
    if (row.customerId !== null) await optOutIn(tx, row.customerId, today.day)
    await dropCodes(tx, row.invitationId)
    await tx.run(stopOne, [acting.landlord, row.invitationId])
    return { surveyId: row.surveyId }
  })
}

/** The same within another transaction; what waits for them in other surveys is stopped. */
export async function optOutIn(tx: Transaction, customerId: string, on: Day): Promise<void> {
  const { landlord, by } = tx.acting
  await tx.run(insertOptOut, [landlord, customerId, dayText(on), by])
  await tx.run(stopOthers, [landlord, customerId])
}

const insertOptOut = statement(
  'insert-survey-opt-out',
  `insert into survey_opt_outs (landlord, customer_id, since, told_by) values ($1, $2, $3, $4) on conflict do nothing`,
)

const stopOne = statement(
  'stop-survey-invitation',
  `update survey_invitations set state = 'stopped', remind_on = null where landlord = $1 and invitation_id = $2`,
)

// Reminders come no more either.
const stopOthers = statement(
  'stop-survey-invitations-of',
  `update survey_invitations set remind_on = null,
      state = case when state in ('to print', 'to ring') then 'stopped' else state end
    where landlord = $1 and customer_id = $2 and invited_on is not null and state in ('to print', 'to ring', 'invited')`,
)
