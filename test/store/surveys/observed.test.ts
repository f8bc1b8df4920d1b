import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicActing } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { askingFor } from '#core/surveys/promised.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { dayFrom } from '#core/time/day.ts'
import { factsBehind } from '#store/comparisons/facts-behind.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { answerSurvey } from '#store/surveys/answer.ts'
import { drawInvitations } from '#store/surveys/draw.ts'
import { inviteDue } from '#store/surveys/invite.ts'
import { listSurveys, readSurvey } from '#store/surveys/read-surveys.ts'
import { saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { asOwner } from '#test/jobs/ground.ts'
import { done, openTestStore } from '../databases.ts'
import { ledgerGround } from '../ledger/ground.ts'
import { addCustomer } from '../masters/people.ts'

const judged = [
  { check: { item: 'carried-identity-card', instruments: ['survey'] } },
  { check: { item: 'listened-to', instruments: ['mystery-shop', 'survey'] } },
  { check: { item: 'office-tidy', instruments: ['audit'] } },
] as const

test('What customers judge in a survey is counted by the promises that observers judge, and by no other', async () => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options), judged)
  const { store, acting } = ground
  await addCustomer(store, acting, 'c-1', { email: 'c-1@example.org', preferredChannel: 'e-mail' })
  const [promised] = done(await listSurveys(store, acting)).promised
  assert.ok(promised)
  const asking = askingFor(promised)
  assert.deepEqual(
    asking.questions.map(({ code, scale }) => [code, scale]),
    [
      ['carried-identity-card', 'yes-no'],
      ['listened-to', 'yes-no'],
      ['in-your-words', 'words'],
    ],
  )
  const inviting = { ...usualInviting, after: ['repair-completed'] }
  const typed = { code: 'repairs', name: 'Repairs', asking, inviting }
  const { surveyId } = done(await saveSurvey(store, acting, { typed }))
  done(await setSurveyState(store, acting, { surveyId, state: 'open' }))
  assert.deepEqual(
    done(await readSurvey(store, acting, surveyId)).promised?.promises.map(({ promise }) => promise),
    ['P-1', 'P-2'],
    'whichever survey asks it',
  )
  const repair = await ground.open(
    { type: 'repair-reported', data: { customer: 'c-1', priority: 'routine' } },
    'repair',
  )
  await ground.record(repair, { type: 'repair-completed' })
  ground.at('2026-03-02T11:00Z')
  done(await drawInvitations(store, acting))
  done(await inviteDue(store, acting, { origin: 'https://kept.example.org' }))
  const [mail] = await asOwner<{ text: string }>(ground.url, 'select text from outbox where text is not null')
  const code = /surveys\/([0-9A-Z-]+)\n/.exec(mail?.text ?? '')?.[1] ?? ''
  const answers = [
    { question: 'carried-identity-card', answer: 'yes' },
    { question: 'listened-to', answer: 'no' },
  ]
  const answered = { answers, comments: [], bands: [] }
  const answering = { named: { code }, edition: 1, channel: 'link', answered } as const
  done(await answerSurvey(store, publicActing(acting.landlord), answering))
  const [record] = await asOwner<{ caseId: string }>(
    ground.url,
    `select case_id as "caseId" from cases where kind = 'observation'`,
  )
  const lookedUp = await readCase(store, { ...acting, staffId: 'staff-1' }, record?.caseId ?? '')
  assert.equal(isRefused(lookedUp) && lookedUp.because, 'not found', 'its time would tell who answered')
  const days = { from: dayFrom(2026, 3, 1), to: dayFrom(2026, 3, 31) }
  const behind = done(await factsBehind(store, acting, { promise: 'P-1', ...days }))
  assert.deepEqual(behind.facts, [], 'answers are shown in sums alone')
  const { promises } = done(await readFigures(store, acting, { by: 'all' }))
  assert.deepEqual(
    promises.map(({ promise, whole }) => [promise.id, whole.kept, whole.counted]),
    [
      ['P-1', 1, 1],
      ['P-2', 0, 1],
      ['P-3', 0, 0],
    ],
  )
})
