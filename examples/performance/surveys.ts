import { isRefused, type Refused } from '#core/refused.ts'
import { askingFor, eventsFor, nameFor } from '#core/surveys/promised.ts'
import { answersFrom } from '#core/surveys/answers.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { answerSurvey, readAsked } from '#store/surveys/answer.ts'
import { drawInvitations } from '#store/surveys/draw.ts'
import { inviteDue } from '#store/surveys/invite.ts'
import { mixAnswered } from '#store/surveys/mix.ts'
import { listSurveys } from '#store/surveys/read-surveys.ts'
import { listToRing } from '#store/surveys/ring.ts'
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
  // Whoever tries the demonstration at night finds them asked too.
  const invited = await inviteDue(store, acting, { origin: 'http://localhost:8020', atAnyHour: true })
  return isRefused(invited) ? invited : answerSome({ store, acting }, surveyId)

  async function open(typed: SurveyTyped): Promise<string | Refused> {
    const saved = await saveSurvey(store, acting, { typed })
    if (isRefused(saved)) return saved
    const opened = await setSurveyState(store, acting, { surveyId: saved.surveyId, state: 'open' })
    return isRefused(opened) ? opened : saved.surveyId
  }
}

/** Most of those who would rather be rung have been, and answered; the rest, and letters, are still to do. */
async function answerSome(
  { store, acting }: Pick<PerformanceGround, 'store' | 'acting'>,
  surveyId: string,
): Promise<Refused | undefined> {
  const people = await listToRing(store, acting, surveyId)
  if (isRefused(people)) return people
  for (const [index, { invitationId }] of people.slice(2).entries()) {
    const named = { invitationId }
    const asked = await readAsked(store, acting, named)
    if (isRefused(asked)) return asked
    const answered = answersFrom(asked.asking, (name) => sayingOf(name, index))
    if (!('answers' in answered)) throw new Error('the demonstration answers what is asked')
    const { edition } = asked
    const kept = await answerSurvey(store, acting, { named, edition, answered, channel: 'telephone' })
    if (isRefused(kept)) return kept
  }
  const mixed = await mixAnswered(store, acting)
  return isRefused(mixed) ? mixed : undefined
}

/** What the nth of them said to a question: most are content. */
function sayingOf(question: string, nth: number): string {
  const answers = saidTo[question]
  return answers?.[nth % answers.length] ?? ''
}

const saidTo: Readonly<Record<string, readonly string[]>> = {
  overall: ['fairly-satisfied', 'very-satisfied', 'fairly-satisfied', 'fairly-dissatisfied', 'neither'],
  'keeps-promises': ['yes', 'yes', 'no', 'yes', 'yes'],
  recommend: ['8', '9', '7', '4', '10', '8'],
  better: ['', 'Ring me when the repair is put off.', '', '', 'Nothing. You were kind.', ''],
  'band-age-band': ['35-64', '65-or-over', 'under-35', '65-or-over'],
}

/** What a promise does not say: after what people are asked. */
function afterFor(code: string, said: readonly string[]): readonly string[] {
  if (said.length > 0) return said
  if (code.startsWith('complain')) return ['complaint-closed']
  if (code === 'lettings') return ['tenancy-started']
  // After something of its own, so that nobody is asked twice for the same reason.
  return code === 'service-quality'
    ? ['appointment-started', 'visitor-left']
    : ['repair-completed', 'enquiry-closed']
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
