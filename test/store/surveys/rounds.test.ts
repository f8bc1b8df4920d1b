import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { evidenceOf } from '#store/duties/evidence.ts'
import { readSurvey } from '#store/surveys/read-surveys.ts'
import { askEverybody, saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { asOwner } from '#test/jobs/ground.ts'
import { done } from '../databases.ts'
import { addCustomers, asking, surveyGround } from './ground.ts'

test('Everybody with a tenancy is asked in a round, and that keeps the promise to ask every so often', async () => {
  const ground = await surveyGround()
  const { store, acting } = ground
  const everybody = {
    code: 'three-yearly',
    name: 'All of you',
    asking,
    inviting: usualInviting,
    dutyPromise: 'P-3',
  }
  for (const typed of [
    { ...everybody, dutyPromise: 'P-1' },
    { ...everybody, inviting: { ...usualInviting, after: ['complaint-closed'] } },
  ]) {
    const refused = await saveSurvey(store, acting, { typed })
    assert.equal(isRefused(refused) && refused.field, '/dutyPromise')
  }
  const { surveyId } = done(await saveSurvey(store, acting, { typed: everybody }))
  assert.equal(isRefused(await askEverybody(store, acting, surveyId)), true, 'it is not open')
  done(await setSurveyState(store, acting, { surveyId, state: 'open' }))
  await addCustomers(ground, 2)
  await asOwner(
    ground.url,
    `insert into tenancies (landlord, tenancy_id, kind, started_on, changed_at, changed_by)
     values ($1, 't', 'assured', '2020-01-01', now(), 'test')`,
    [acting.landlord],
  )
  await asOwner(
    ground.url,
    `insert into tenancy_customers (landlord, tenancy_id, customer_id, place) values ($1, 't', 'c-2', 1)`,
    [acting.landlord],
  )
  done(await askEverybody(store, acting, surveyId))
  await ground.look('2026-03-02T11:00Z')
  assert.equal((await ground.codes()).length, 1)
  const shown = done(await evidenceOf(store, acting, 'P-3'))
  assert.deepEqual(
    shown.map(({ papers }) => papers.map(({ text }) => text)),
    [['Round 1 of the survey “All of you” went to everybody with a tenancy: 1 person.']],
  )
})

test('A question that was asked keeps its scale; in other words it is the next edition', async () => {
  const ground = await surveyGround()
  const { store, acting, surveyId } = ground
  const was = done(await readSurvey(store, acting, surveyId)).survey
  const [question, ...others] = asking.questions
  const otherScale = { ...asking, questions: [{ ...question, scale: 'yes-no' as const }, ...others] }
  const refusedScale = await saveSurvey(store, acting, {
    surveyId,
    expected: was.version,
    typed: { ...was, asking: otherScale },
  })
  assert.equal(isRefused(refusedScale) && refusedScale.field, '/questions-0-code')
  const otherWords = { ...asking, questions: [{ ...question, text: 'How did we handle it?' }, ...others] }
  const saved = done(
    await saveSurvey(store, acting, {
      surveyId,
      expected: was.version,
      typed: { ...was, asking: otherWords },
    }),
  )
  assert.equal(saved.edition, 2)
  const { editions } = done(await readSurvey(store, acting, surveyId))
  assert.deepEqual(
    editions.map(({ questions }) => questions[0]?.text),
    ['How did we handle it?', question.text],
  )
})
