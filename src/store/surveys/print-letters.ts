import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import { recordInvited } from './record-invited.ts'
import { surveyIn } from './survey-row.ts'
import { todayIn } from './today.ts'
import { newCode } from './tokens.ts'

/** A letter that invites somebody, with the code on it. */
export interface SurveyLetter {
  readonly name: string
  readonly address: readonly string[]
  readonly introduction: string
  /** As it is typed in on the page, or by staff: `4F7K-2MPX-9QAB-CDEF`. */
  readonly code: string
  readonly again: boolean
}

/** The most letters that are printed at once. */
const mostLetters = 40

/** What is made of letters, and refused where one of them cannot be. */
export interface LettersPrinted {
  readonly surveyId: string
  /** With the address of the office that they come from and go back to, where there is one. */
  readonly print: (
    letters: readonly SurveyLetter[],
    office: string | undefined,
  ) => Promise<Uint8Array | Refused>
}

/**
 * Prints the letters of a survey that wait, each with a new code, and counts them as sent; where they cannot be printed, they still wait.
 * The codes are kept nowhere, so a letter that is lost cannot be printed again; its reader gets a reminder, with another.
 */
export function printSurveyLetters(
  store: Store,
  acting: Acting,
  { surveyId, print }: LettersPrinted,
): Promise<Uint8Array | Refused> {
  if (!acting.may.has('surveys.enter'))
    return Promise.resolve(
      refused('not allowed', 'letters are printed by who types in answers', 'ask an administrator'),
    )
  return store.database.transact(acting, 'customers.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const rows = await tx.run(lettersToPrint, [acting.landlord, surveyId, mostLetters])
    if (rows.length === 0) return refused('not valid', 'no letter waits to be printed', 'look again tomorrow')
    const letters: SurveyLetter[] = []
    for (const row of rows) {
      const code = await newCode(tx, row.invitationId, today.day + survey.openDays)
      const next = row.reminders < survey.reminders ? today.day + survey.reminderDays : undefined
      await tx.run(markPrinted, [acting.landlord, row.invitationId, dayText(today.day), dayText(next)])
      if (row.reminders === 0) await recordInvited(tx, store, today, { ...row, code: survey.code })
      const { name, address, reminders } = row
      const lines = address.split('\n')
      letters.push({
        name,
        address: lines,
        introduction: survey.introduction,
        code,
        again: reminders > 0,
      })
    }
    const customerIds = rows.map(({ customerId }) => customerId)
    await logAccess(tx, { what: 'contact details', customerIds, why: `letters of the survey ${surveyId}` })
    const [office] = await tx.run(officeOf, [acting.landlord, acting.staffId ?? null])
    return print(letters, office?.address)
  })
}

interface LetterRow {
  readonly invitationId: string
  readonly customerId: string
  readonly caseId: string | null
  readonly follows: string | null
  readonly reminders: number
  readonly name: string
  readonly address: string
}

const lettersToPrint = statement<LetterRow>(
  'survey-letters-to-print',
  `select i.invitation_id as "invitationId", i.customer_id as "customerId", i.case_id as "caseId", i.follows, i.reminders, n.name,
      case when d.landlord is null then home.address else concat_ws(E'\\n', d.address, d.postcode) end as address
     from survey_invitations i
     join customer_names n on n.landlord = i.landlord and n.customer_id = i.customer_id
     left join contact_details d on d.landlord = i.landlord and d.customer_id = i.customer_id and d.address is not null
     left join lateral (
       select concat_ws(E'\\n', h.address, h.postcode) as address from tenancy_customers x
         join tenancies t on t.landlord = x.landlord and t.tenancy_id = x.tenancy_id
         join homes h on h.landlord = t.landlord and h.home_id = t.home_id
        where x.landlord = i.landlord and x.customer_id = i.customer_id
        order by t.ended_on desc nulls first, t.started_on desc limit 1) home on true
    where i.landlord = $1 and i.survey_id = $2 and i.state = 'to print' and d.landlord is null and home.address is not null
       or i.landlord = $1 and i.survey_id = $2 and i.state = 'to print' and d.landlord is not null
    order by i.ask_on, i.invitation_id limit $3 for update of i`,
)

// The office of whoever prints them, or else the first by name.
const officeOf = statement<{ readonly address: string }>(
  'office-of-survey-letters',
  `select concat_ws(E'\\n', o.address, o.postcode) as address from offices o
     left join staff w on w.landlord = o.landlord and w.staff_id = $2 and w.office_id = o.office_id
    where o.landlord = $1 and o.address is not null and o.ended_on is null
    order by w.staff_id is null, o.name, o.office_id limit 1`,
)

const markPrinted = statement(
  'mark-survey-letter-printed',
  `update survey_invitations set state = 'invited', invited_on = $3, remind_on = $4 where landlord = $1 and invitation_id = $2`,
)
