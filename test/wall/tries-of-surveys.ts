import { answerSurvey, readAsked } from '#store/surveys/answer.ts'
import { readSurveyComments } from '#store/surveys/comments.ts'
import { drawInvitations } from '#store/surveys/draw.ts'
import { inviteDue } from '#store/surveys/invite.ts'
import { mixAnswered } from '#store/surveys/mix.ts'
import { optOut } from '#store/surveys/opt-out.ts'
import { printSurveyLetters } from '#store/surveys/print-letters.ts'
import { listSurveys, readSurvey } from '#store/surveys/read-surveys.ts'
import { remindDue } from '#store/surveys/remind.ts'
import { countAnswers, countGroups, listAnswers } from '#store/surveys/results.ts'
import { endRinging, listToRing } from '#store/surveys/ring.ts'
import { askEverybody, saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { whoToAsk } from '#store/surveys/who-to-ask.ts'
import { readSurveyWish, setSurveyWish } from '#store/surveys/wishes.ts'
import { ringing, surveyOf } from './surveys-across.ts'
import type { Try } from './try.ts'

const [first = { invitationId: '' }, second = first, third = first] = ringing
const from = { origin: 'http://localhost' }
const answered = {
  answers: [{ question: 'overall', answer: 'neither' }],
  comments: [{ question: 'why', text: 'Ours' }],
  bands: [],
}

/** Takes the id of something of A’s. What ends something comes last. */
export const foundOfSurveys: Readonly<Record<string, Try>> = {
  readSurvey: ({ store, ids }, acting) => readSurvey(store, acting, ids.survey),
  countAnswers: ({ store, ids }, acting) => countAnswers(store, acting, ids.survey),
  countGroups: ({ store, ids }, acting) =>
    countGroups(store, acting, { surveyId: ids.survey, round: null, by: 'team' }),
  listAnswers: ({ store, ids }, acting) => listAnswers(store, acting, { surveyId: ids.survey, round: null }),
  readSurveyComments: ({ store, ids }, acting) =>
    readSurveyComments(store, acting, { surveyId: ids.survey, round: null }),
  listToRing: ({ store, ids }, acting) => listToRing(store, acting, ids.survey),
  printSurveyLetters: ({ store, ids }, acting) =>
    printSurveyLetters(store, acting, { surveyId: ids.survey, print: async () => new Uint8Array() }),
  whoToAsk: ({ store, ids }, acting) => whoToAsk(store, acting, ids.survey),
  askEverybody: ({ store, ids }, acting) => askEverybody(store, acting, ids.survey),
  readAsked: ({ store }, acting) => readAsked(store, acting, first),
  endRinging: ({ store }, acting) => endRinging(store, acting, { ...first, reached: true }),
  answerSurvey: ({ store }, acting) =>
    answerSurvey(store, acting, { named: second, edition: 1, channel: 'telephone', answered }),
  optOut: ({ store }, acting) => optOut(store, acting, third),
  readSurveyWish: ({ store, ids }, acting) => readSurveyWish(store, acting, ids.customers),
  setSurveyWish: ({ store, ids }, acting) =>
    setSurveyWish(store, acting, { customerId: ids.customers, isAsked: true }),
  setSurveyState: ({ store, ids }, acting) =>
    setSurveyState(store, acting, { surveyId: ids.survey, state: 'closed' }),
}

/** Lists, and what is free for every landlord. */
export const shownOfSurveys: Readonly<Record<string, Try>> = {
  listSurveys: ({ store }, acting) => listSurveys(store, acting),
  saveSurvey: ({ store }, acting) => saveSurvey(store, acting, { typed: surveyOf('Ours') }),
  drawInvitations: ({ store }, acting) => drawInvitations(store, acting),
  inviteDue: ({ store }, acting) => inviteDue(store, acting, from),
  remindDue: ({ store }, acting) => remindDue(store, acting, from),
  mixAnswered: ({ store }, acting) => mixAnswered(store, acting),
}
