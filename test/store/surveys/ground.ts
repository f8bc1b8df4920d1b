import type { Acting } from '#core/people/acting.ts'
import { publicActing } from '#core/people/acting.ts'
import type { Inviting } from '#core/surveys/survey.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { drawInvitations } from '#store/surveys/draw.ts'
import { type Answering, answerSurvey } from '#store/surveys/answer.ts'
import { inviteDue } from '#store/surveys/invite.ts'
import { remindDue } from '#store/surveys/remind.ts'
import { saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { asOwner } from '#test/jobs/ground.ts'
import { done, openTestStore } from '../databases.ts'
import { type LedgerGround, ledgerGround } from '../ledger/ground.ts'
import { addCustomer } from '../masters/people.ts'

/** A landlord that asks complainants how their complaint was handled. */
export interface SurveyGround extends LedgerGround {
  readonly surveyId: string
  /** Anybody, on the public pages. */
  readonly anybody: Acting
  /** A complaint of this customer’s, taken and closed now. */
  complain(customerId: string): Promise<string>
  /** What the job does, as of this instant. */
  look(at: string): Promise<void>
  /** The codes in the mails that wait, the first queued first. */
  codes(): Promise<readonly string[]>
}

const promises = [
  { survey: { survey: 'complaints', question: 'handling', kept_by: ['very-satisfied', 'fairly-satisfied'] } },
  { survey: { survey: 'complaints', after: 'complaint-closed', invited_by: 'satisfaction-invited' } },
  { recurring: { every: '3 years', duty: 'survey-of-everybody' } },
] as const

/** What the survey asks. */
export const asking = {
  introduction: 'We would like to know how we did.',
  questions: [
    { code: 'handling', text: 'How satisfied are you with how we handled it?', scale: 'satisfaction' },
    { code: 'again', text: 'Would you complain again?', scale: 'yes-no' },
    { code: 'why', text: 'What should we do better?', scale: 'words' },
  ],
  bands: ['age-band'],
} as const

/** Opens it on 2 March 2026, with the survey open. */
export async function surveyGround(inviting: Partial<Inviting> = {}): Promise<SurveyGround> {
  const ground = await ledgerGround((options) => openTestStore('embedded', options), promises)
  const { store, acting, url } = ground
  const typed = {
    code: 'complaints',
    name: 'Complaints',
    asking,
    inviting: { ...usualInviting, after: ['complaint-closed'], ...inviting },
  }
  const { surveyId } = done(await saveSurvey(store, acting, { typed }))
  done(await setSurveyState(store, acting, { surveyId, state: 'open' }))
  return {
    ...ground,
    surveyId,
    anybody: publicActing(acting.landlord),
    async complain(customerId) {
      const data = { customer: customerId, channel: 'letter' }
      const caseId = await ground.open({ type: 'complaint-received', data }, 'complaint')
      await ground.record(caseId, { type: 'complaint-closed' })
      return caseId
    },
    async look(at) {
      ground.at(at)
      const from = { origin: 'https://kept.example.org' }
      done(await drawInvitations(store, acting))
      done(await inviteDue(store, acting, from))
      done(await remindDue(store, acting, from))
    },
    async codes() {
      const rows = await asOwner<{ text: string }>(
        url,
        'select text from outbox where text is not null order by made_at, mail_id',
      )
      return rows.flatMap(({ text }) => /surveys\/([0-9A-Z-]+)\n/.exec(text)?.[1] ?? [])
    },
  }
}

/** Adds customers c-1 to c-n who are reached by mail. */
export async function addCustomers(
  { store, acting }: LedgerGround,
  many: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: many }, (_, n) => `c-${n + 1}`)
  for (const id of ids)
    await addCustomer(store, acting, id, { email: `${id}@example.org`, preferredChannel: 'e-mail' })
  return ids
}

/** Answers by a code, as somebody content. */
export function answering(code: string, more: Partial<Answering> = {}): Answering {
  return {
    named: { code },
    edition: 1,
    channel: 'link',
    answered: {
      answers: [
        { question: 'handling', answer: 'fairly-satisfied' },
        { question: 'again', answer: 'yes' },
      ],
      comments: [{ question: 'why', text: 'Ring me sooner' }],
      bands: [{ strand: 'age-band', value: '35-64' }],
    },
    ...more,
  }
}

/** Whether the code was taken; the result. */
export function answers({ store, anybody }: SurveyGround, code: string, more: Partial<Answering> = {}) {
  return answerSurvey(store, anybody, answering(code, more))
}
