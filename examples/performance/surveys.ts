import { isRefused, type Refused } from '#core/refused.ts'
import { askingFor, eventsFor, nameFor } from '#core/surveys/promised.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { drawInvitations } from '#store/surveys/draw.ts'
import { inviteDue } from '#store/surveys/invite.ts'
import { listSurveys } from '#store/surveys/read-surveys.ts'
import { askEverybody, saveSurvey, setSurveyState, type SurveyTyped } from '#store/surveys/save-survey.ts'
import type { PerformanceGround } from './ground.ts'

/** The surveys that promises speak of, open; and one of everybody with a tenancy, who have just been asked. */
export async function recordSurveys({ store, acting }: PerformanceGround): Promise<Refused | undefined> {
  const list = await listSurveys(store, acting)
  if (isRefused(list)) return list
  for (const promised of list.promised) {
    const opened = await open({
      code: promised.code,
      name: nameFor(promised.code),
      asking: askingFor(promised),
      inviting: { ...usualInviting, after: afterFor(promised.code, eventsFor(promised)), quietDays: 0 },
    })
    if (isRefused(opened)) return opened
  }
  if (list.surveys.some(({ survey }) => survey.code === everybody.code)) return undefined
  const surveyId = await open(everybody)
  if (isRefused(surveyId)) return surveyId
  const begun = await askEverybody(store, acting, surveyId)
  if (isRefused(begun)) return begun
  const drawn = await drawInvitations(store, acting)
  if (isRefused(drawn)) return drawn
  const invited = await inviteDue(store, acting, { origin: 'http://localhost:8020' })
  return isRefused(invited) ? invited : undefined

  async function open(typed: SurveyTyped): Promise<string | Refused> {
    const saved = await saveSurvey(store, acting, { typed })
    if (isRefused(saved)) return saved
    const opened = await setSurveyState(store, acting, { surveyId: saved.surveyId, state: 'open' })
    return isRefused(opened) ? opened : saved.surveyId
  }
}

/** What a promise does not say: after what people are asked. */
function afterFor(code: string, said: readonly string[]): readonly string[] {
  if (said.length > 0) return said
  if (code.startsWith('complain')) return ['complaint-closed']
  return code === 'lettings' ? ['tenancy-started'] : ['repair-completed', 'enquiry-closed']
}

const everybody: SurveyTyped = {
  code: 'everybody',
  name: 'What all of you think of us',
  asking: {
    introduction:
      'Every three years we ask everybody who lives in a home of ours how we keep our promises. It takes five minutes.',
    questions: [
      { code: 'overall', text: 'How satisfied are you with us as your landlord?', scale: 'satisfaction' },
      { code: 'keeps-promises', text: 'Do we do what we say we will?', scale: 'yes-no' },
      { code: 'recommend', text: 'Would you tell a friend to live with us?', scale: 'nought-to-ten' },
      { code: 'better', text: 'What should we do better?', scale: 'words' },
    ],
    bands: ['age-band', 'disability', 'ethnicity'],
  },
  inviting: { ...usualInviting, seed: 'three-yearly', reminders: 2, openDays: 90 },
}
