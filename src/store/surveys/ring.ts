import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { recordInvited } from './record-invited.ts'
import { surveyIn } from './survey-row.ts'
import { findIn } from './find-invitation.ts'

/** Somebody to ring about a survey. */
export interface ToRing {
  readonly invitationId: string
  readonly name: string
  readonly telephone: string
  readonly since: Day
}

/** Whom to ring for a survey, who has waited longest first; the reading is written down. */
export function listToRing(
  store: Store,
  acting: Acting,
  surveyId: string,
): Promise<readonly ToRing[] | Refused> {
  if (!acting.may.has('surveys.enter'))
    return Promise.resolve(
      refused('not allowed', 'people are rung by who types in answers', 'ask an administrator'),
    )
  return store.database.transact(acting, 'customers.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    const rows = await tx.run(peopleToRing, [acting.landlord, surveyId, mostListed])
    const customerIds = rows.map(({ customerId }) => customerId)
    if (rows.length > 0)
      await logAccess(tx, { what: 'contact details', customerIds, why: `to ring for the survey ${surveyId}` })
    return rows.map(({ invitationId, name, telephone, since }) => ({ invitationId, name, telephone, since }))
  })
}

const mostListed = 50

/** Keeps that somebody was rung and did not want to answer, or could not be reached; nobody rings them again. */
export function endRinging(
  store: Store,
  acting: Acting,
  { invitationId, reached }: { readonly invitationId: string; readonly reached: boolean },
): Promise<{ readonly surveyId: string } | Refused> {
  return store.database.transact(acting, 'surveys.enter', async (tx) => {
    const found = await findIn(tx, store, { invitationId })
    if (isRefused(found)) return found
    const { row, today } = found
    if (reached) await recordInvited(tx, store, today, row)
    const why = reached ? null : 'not-reached'
    await tx.run(endRung, [acting.landlord, invitationId, reached ? 'invited' : 'not asked', why])
    return { surveyId: row.surveyId }
  })
}

const peopleToRing = statement<ToRing & { readonly customerId: string }>(
  'survey-people-to-ring',
  `select i.invitation_id as "invitationId", i.customer_id as "customerId", n.name,
      coalesce(d.telephone, d.mobile, d.other_telephone) as telephone, i.ask_on as since
     from survey_invitations i
     join customer_names n on n.landlord = i.landlord and n.customer_id = i.customer_id
     join contact_details d on d.landlord = i.landlord and d.customer_id = i.customer_id
    where i.landlord = $1 and i.survey_id = $2 and i.state = 'to ring' and coalesce(d.telephone, d.mobile, d.other_telephone) is not null
    order by i.ask_on, i.invitation_id limit $3`,
)

const endRung = statement(
  'end-survey-ringing',
  `update survey_invitations set state = $3, why = $4 where landlord = $1 and invitation_id = $2`,
)
