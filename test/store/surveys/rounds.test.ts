import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { usualInviting } from '#core/surveys/survey.ts'
import { evidenceOf } from '#store/duties/evidence.ts'
import { parseDay } from '#core/time/day.ts'
import { readSurveyComments } from '#store/surveys/comments.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import { readSurvey } from '#store/surveys/read-surveys.ts'
import { countAnswers, countGroups, listAnswers } from '#store/surveys/results.ts'
import { removeExpiredWords, setRetention } from '#store/words/retention.ts'
import { mixAnswered } from '#store/surveys/mix.ts'
import { askEverybody, saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { setSurveyWish } from '#store/surveys/wishes.ts'
import { whoToAsk } from '#store/surveys/who-to-ask.ts'
import { asOwner } from '#test/jobs/ground.ts'
import { done } from '../databases.ts'
import { addCustomer } from '../masters/people.ts'
import { addCustomers, answers, asking, type SurveyGround, surveyGround } from './ground.ts'

test('Everybody with a tenancy is asked in a round, and that keeps the promise to ask every so often', async () => {
  const ground = await surveyGround()
  const { store, acting } = ground
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
  await addTenants(ground)
  await tellsWho(ground, surveyId)
  const late = await askEverybody(store, acting, surveyId, 2)
  assert.equal(isRefused(late) && late.because, 'changed meanwhile', 'who asks twice asks once')
  done(await askEverybody(store, acting, surveyId, 1))
  await ground.look('2026-03-02T11:00Z')
  const lately = done(await whoToAsk(store, acting, surveyId))
  assert.deepEqual([lately.asked.size, [...lately.notAsked]], [0, [['asked-lately', 11]]])
  const first = await ground.codes()
  assert.equal(first.length, 11)
  const shown = done(await evidenceOf(store, acting, 'P-3'))
  assert.deepEqual(
    shown.map(({ papers }) => papers.map(({ text }) => text)),
    [['Round 1 of the survey “All of you” went to everybody with a tenancy: 11 people.']],
  )
  await standApart(ground, surveyId, first)
})

/** Before anybody is asked, it is said how many would be, and how many could not be reached or asked not to be. */
async function tellsWho({ store, acting, url }: SurveyGround, surveyId: string): Promise<void> {
  const by = [acting.landlord]
  const noWay = { email: undefined, telephone: undefined, mobile: undefined, address: undefined }
  await addCustomer(store, acting, 'c-99', { ...noWay, postcode: undefined })
  await asOwner(
    url,
    `insert into tenancy_customers (landlord, tenancy_id, customer_id, place) values ($1, 't', 'c-99', 13)`,
    by,
  )
  done(await setSurveyWish(store, acting, { customerId: 'c-2', isAsked: false }))
  const who = done(await whoToAsk(store, acting, surveyId))
  assert.deepEqual([who.round, [...who.asked], who.more], [1, [['e-mail', 10]], false])
  assert.deepEqual(
    new Map(who.notAsked),
    new Map([
      ['opted-out', 1],
      ['no-way', 1],
    ]),
  )
  done(await setSurveyWish(store, acting, { customerId: 'c-2', isAsked: true }))
  await asOwner(url, `delete from tenancy_customers where landlord = $1 and customer_id = 'c-99'`, by)
}

/** What the first round answered is not added to what the second does, and two answers are shown to nobody. */
async function standApart(ground: SurveyGround, surveyId: string, first: readonly string[]): Promise<void> {
  const { store, acting } = ground
  for (const code of first.slice(0, 10)) done(await answers(ground, code))
  ground.at('2026-04-20T10:00Z')
  done(await askEverybody(store, acting, surveyId))
  await ground.look('2026-04-20T11:00Z')
  const second = (await ground.codes()).slice(11)
  for (const code of second.slice(0, 2)) done(await answers(ground, code))
  done(await answers(ground, first[10] ?? ''))
  const counted = done(await countAnswers(store, acting, surveyId))
  assert.deepEqual(
    counted.map(({ round, responses, counts }) => [
      round,
      responses,
      counts.filter(({ question }) => question === 'again').map(({ count }) => count),
    ]),
    [
      [2, 2, [2]],
      [1, 11, [11]],
    ],
    'who answers what they were asked in the round before answers in that',
  )
  const { rounds, latest, counts } = done(await readSurvey(store, acting, surveyId))
  assert.deepEqual(
    rounds.map(({ round, beganOn, counts: { invited, answered } }) => [round, beganOn, invited, answered]),
    [
      [2, parseDay('2026-04-20'), 11, 2],
      [1, parseDay('2026-03-02'), 11, 11],
    ],
  )
  assert.deepEqual([latest.invited, counts.invited], [11, 22])
  const of = (round: number) => ({ surveyId, round })
  const groups = done(await countGroups(store, acting, { ...of(2), by: { strand: 'age-band' } }))
  assert.equal(groups.find(({ question }) => question === 'again')?.count, 2)
  for (const read of [listAnswers, readSurveyComments]) {
    const few = await read(store, acting, of(2))
    assert.equal(isRefused(few) && few.because, 'not valid', 'two answers are shown to nobody')
  }
  assert.equal(done(await listAnswers(store, acting, of(1))).length, 22)
  assert.equal(done(await readSurveyComments(store, acting, of(1))).comments.length, 11)
  await goInTime(ground, surveyId)
}

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

/** Whom a survey asked is kept as long as the landlord says; how many it asked, and what they answered, for good. */
async function goInTime(ground: SurveyGround, surveyId: string): Promise<void> {
  const { store, acting, url } = ground
  const before = done(await readSurvey(store, acting, surveyId)).rounds
  const named = async () => {
    const asked = await asOwner<{ round: number; source: string }>(
      url,
      'select round, source from survey_invitations where customer_id is not null',
    )
    return asked.map(({ round }) => round)
  }
  const expired = async () => done(await removeExpiredWords(store, acting))
  done(await mixAnswered(store, acting))
  ground.at('2027-06-01T10:00Z')
  assert.deepEqual(new Set(await named()), new Set([1, 2]))
  assert.equal((await expired()).surveyInvitations, 0, 'without a rule nothing goes')
  for (const kind of ['survey-invitation', 'survey-comment'])
    done(await setRetention(store, acting, { kind, months: 1 }))
  ground.at('2026-05-18T10:00Z')
  assert.equal((await expired()).surveyInvitations, 11)
  assert.deepEqual(new Set(await named()), new Set([2]), 'these keep others from asking again')
  ground.at('2026-07-25T10:00Z')
  assert.deepEqual(await expired(), {
    words: 3,
    attachments: 0,
    importedRows: 0,
    surveyInvitations: 11,
    more: false,
  })
  const left = await asOwner(url, 'select to_json(i)::text as row from survey_invitations i')
  assert.equal(JSON.stringify(left).includes('c-'), false)
  assert.deepEqual(done(await readSurvey(store, acting, surveyId)).rounds, before)
  ground.at('2027-04-22T10:00Z')
  done(await dropOld(store, acting))
  assert.deepEqual(await ground.codes(), [], 'a mail whose link is good no more is not kept for handing over')
}

const everybody = {
  code: 'three-yearly',
  name: 'All of you',
  asking,
  inviting: { ...usualInviting, reminders: 0 },
  dutyPromise: 'P-3',
}

/** Of twelve customers, all but the first live in a home of ours. */
async function addTenants(ground: SurveyGround): Promise<void> {
  await addCustomers(ground, 12)
  const by = [ground.acting.landlord]
  await asOwner(
    ground.url,
    `insert into tenancies (landlord, tenancy_id, kind, started_on, changed_at, changed_by)
     values ($1, 't', 'assured', '2020-01-01', now(), 'test')`,
    by,
  )
  await asOwner(
    ground.url,
    `insert into tenancy_customers (landlord, tenancy_id, customer_id, place)
     select $1, 't', 'c-' || n, n from generate_series(2, 12) n`,
    by,
  )
}
