import type { Acting } from '#core/people/acting.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { saveSurvey, setSurveyState, type SurveyTyped } from '#store/surveys/save-survey.ts'
import type { Store } from '#store/store.ts'
import { done } from '#test/store/databases.ts'
import { asOwner } from './as-owner.ts'

/** Invitations of A’s to be rung about: each can be ended once. */
export const ringing = ['1', '2', '3'].map((n) => ({ invitationId: `ring-${n}` }))

/** A survey under this name, of everybody with a tenancy. */
export function surveyOf(name: string): SurveyTyped {
  return {
    code: 'everybody',
    name,
    asking: {
      introduction: `${name} asks`,
      questions: [{ code: 'overall', text: `How is ${name}?`, scale: 'satisfaction' }],
      bands: [],
    },
    inviting: usualInviting,
  }
}

/** A survey of A’s that is open, with people to ring. */
export async function surveyOfA(
  store: Store,
  a: Acting,
  { url, customerId, mark }: { readonly url: string; readonly customerId: string; readonly mark: string },
): Promise<string> {
  const { surveyId } = done(await saveSurvey(store, a, { typed: surveyOf(`${mark}’s survey`) }))
  done(await setSurveyState(store, a, { surveyId, state: 'open' }))
  for (const { invitationId } of ringing)
    await asOwner(
      url,
      `insert into survey_invitations (landlord, invitation_id, survey_id, source, customer_id, state, channel, ask_on)
       values (${a.landlord}, '${invitationId}', '${surveyId}', '${invitationId}', '${customerId}', 'to ring', 'telephone', '2026-03-02')`,
    )
  return surveyId
}
