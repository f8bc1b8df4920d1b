import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Asking } from '#core/surveys/survey.ts'
import { readCode } from '#core/surveys/token-code.ts'
import type { Transaction } from '../database.ts'
import { digestOfSecret } from '../people/token.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { type Today, todayIn } from './today.ts'

/** By what an invitation is named: the code in its link or on its paper, or its id on the list of whom to ring. */
export type InvitationNamed = { readonly code: string } | { readonly invitationId: string }

interface Found {
  readonly row: InvitationRow
  readonly today: Today
}

/** The invitation that is named, locked, if it may still be answered. */
export async function findIn(
  tx: Transaction,
  store: Store,
  named: InvitationNamed,
): Promise<Found | Refused> {
  const today = await todayIn(tx, store)
  if (isRefused(today)) return today
  const { landlord } = tx.acting
  if ('invitationId' in named) {
    const [row] = await tx.run(invitationToRing, [landlord, named.invitationId])
    return row === undefined ? notToRing : { row, today }
  }
  const code = readCode(named.code)
  if (code === undefined) return noSuchCode
  const [row] = await tx.run(invitationByCode, [landlord, digestOfSecret(code), dayText(today.day)])
  return row === undefined ? noSuchCode : { row, today }
}

/** Anybody answers by their own code; staff type in what came on paper, or was said on the telephone. */
export function leaveFor(named: InvitationNamed, { may }: Acting): Permission {
  return 'invitationId' in named || !may.has('surveys.answer') ? 'surveys.enter' : 'surveys.answer'
}

const noSuchCode: Refused = refused(
  'not found',
  'this survey can no longer be answered with this code',
  'each code works once, and for some weeks. If you did not use it yet, look whether every letter of it is there',
  '/code',
)

const notToRing: Refused = refused(
  'not found',
  'nobody is to be rung for this survey any more under this name',
  'look at the list of whom to ring',
)

/** An invitation with the survey as it is asked now. */
export interface InvitationRow extends Asking {
  readonly invitationId: string
  readonly surveyId: string
  readonly customerId: string | null
  readonly caseId: string | null
  readonly follows: string | null
  readonly teamId: string | null
  readonly round: number | null
  readonly state: string
  readonly code: string
  readonly name: string
  readonly edition: number
}

const columns = `i.invitation_id as "invitationId", i.survey_id as "surveyId", i.customer_id as "customerId",
  i.case_id as "caseId", i.follows, i.team_id as "teamId", i.round, i.state, s.code, s.name, s.edition, e.introduction, e.questions,
  e.bands`

const ofSurvey = `join surveys s on s.landlord = i.landlord and s.survey_id = i.survey_id and s.state = 'open'
  join survey_editions e on e.landlord = s.landlord and e.survey_id = s.survey_id and e.edition = s.edition`

const invitationByCode = statement<InvitationRow>(
  'survey-invitation-by-code',
  `select ${columns} from survey_tokens t
     join survey_invitations i on i.landlord = t.landlord and i.invitation_id = t.invitation_id
     ${ofSurvey}
    where t.landlord = $1 and t.digest = $2 and t.good_until >= $3::date and i.state in ('invited', 'to print')
      for update of i`,
)

const invitationToRing = statement<InvitationRow>(
  'survey-invitation-to-ring',
  `select ${columns} from survey_invitations i ${ofSurvey}
    where i.landlord = $1 and i.invitation_id = $2 and i.state = 'to ring' for update of i`,
)
