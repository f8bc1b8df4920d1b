import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused, refused } from '#core/refused.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { answerSurvey, readAsked } from '#store/surveys/answer.ts'
import { readSurveyComments } from '#store/surveys/comments.ts'
import { mixAnswered } from '#store/surveys/mix.ts'
import { optOut } from '#store/surveys/opt-out.ts'
import { printSurveyLetters, type SurveyLetter } from '#store/surveys/print-letters.ts'
import { readSurvey } from '#store/surveys/read-surveys.ts'
import { countGroups } from '#store/surveys/results.ts'
import { endRinging, listToRing } from '#store/surveys/ring.ts'
import { eraseCustomer } from '#store/words/erase-customer.ts'
import { asOwner } from '#test/jobs/ground.ts'
import { parseDay } from '#core/time/day.ts'
import { done } from '../databases.ts'
import { addCustomer } from '../masters/people.ts'
import { addCustomers, answering, answers, type SurveyGround, surveyGround } from './ground.ts'

test('A closed complaint invites its complainant once, who answers once; the figures of both promises tell of it', async () => {
  const ground = await surveyGround()
  await addCustomers(ground, 1)
  const caseId = await ground.complain('c-1')
  const before = await figuresOf(ground)
  for (const night of ['2026-03-02T20:00Z', '2026-03-03T00:05Z', '2026-03-03T08:59Z']) {
    await ground.look(night)
    assert.deepEqual(await ground.codes(), [], 'nobody is written to at night')
  }
  const drawn = done(await readSurvey(ground.store, ground.acting, ground.surveyId)).counts
  assert.deepEqual([drawn.toCome, drawn.invited], [1, 0])
  for (const at of ['2026-03-03T09:00Z', '2026-03-03T09:10Z']) await ground.look(at)
  const [code = '', ...more] = await ground.codes()
  assert.deepEqual(more, [], 'looking again invites nobody again')
  const types = await typesOf(ground, caseId)
  assert.deepEqual(types.slice(-1), ['satisfaction-invited'])
  assert.equal(done(await readAsked(ground.store, ground.anybody, { code })).name, 'Complaints')
  done(await answers(ground, code.toLowerCase().replaceAll('-', ' ')))
  const again = await answers(ground, code)
  const never = await answers(ground, '0000-0000-0000-0000')
  assert.deepEqual(again, never, 'a used code and one that never was are told alike')
  assert.equal(isRefused(again) && again.because, 'not found')
  const after = await figuresOf(ground)
  assert.deepEqual(before, { 'P-1': [0, 0], 'P-2': [0, 1] })
  assert.deepEqual(after, { 'P-1': [1, 1], 'P-2': [1, 1] })
  const { counts } = done(await readSurvey(ground.store, ground.acting, ground.surveyId))
  assert.deepEqual([counts.invited, counts.answered, counts.concerned], [1, 1, 1])
  const few = await readSurveyComments(ground.store, ground.acting, {
    surveyId: ground.surveyId,
    round: null,
  })
  assert.equal(isRefused(few) && few.because, 'not valid', 'one answer alone is shown to nobody')
})

test('Nothing in the database joins an answer to a person', async () => {
  const ground = await surveyGround()
  const people = await addCustomers(ground, 3)
  for (const id of people) await ground.complain(id)
  await ground.look('2026-03-03T10:00Z')
  const codes = await ground.codes()
  for (const code of codes) done(await answers(ground, code, { noMore: code === codes[0] }))
  const responses = (await rows(ground, 'select response_id from survey_responses')).map(
    ({ response_id: id }) => String(id),
  )
  assert.equal(responses.length, 3)
  const { store, acting } = ground
  const asStaff = { ...acting, staffId: 'x1' }
  for (const id of responses) assert.equal(isRefused(await readCase(store, asStaff, id)), true)
  const invitations = await rows(ground, 'select * from survey_invitations')
  for (const invitation of invitations) assert.deepEqual(invitation['state'], 'answered')
  const personal = [...people, ...invitations.map((each) => String(each['invitation_id']))]
  const tables = await rows(
    ground,
    `select table_name as name from information_schema.columns where column_name = 'landlord' and table_schema = 'public'`,
  )
  for (const { name } of tables)
    for (const row of await rows(ground, `select to_json(t)::text as row from ${String(name)} t`)) {
      const text = String(row['row'])
      const names = (ids: readonly string[]) => ids.some((id) => text.includes(`"${id}"`))
      assert.equal(names(responses) && names(personal), false, `a row of ${String(name)} names both`)
    }
  assert.deepEqual(await rows(ground, 'select * from survey_tokens'), [])
  // A row also says by which transaction it was written.
  const shared = `select i.xmin from survey_invitations i join survey_responses r on r.xmin = i.xmin
    union all select o.xmin from survey_opt_outs o join survey_responses r on r.xmin = o.xmin`
  assert.equal((await rows(ground, shared)).length, 4)
  done(await mixAnswered(ground.store, ground.acting))
  assert.equal((await rows(ground, shared)).length, 0)
  const [wish] = await rows(ground, `select since::text from survey_opt_outs`)
  assert.equal(wish?.['since'], '2026-03-01', 'the day would tell which answer came with it')
  const apart = await rows(ground, `select distinct xmin::text from survey_invitations`)
  assert.equal(apart.length, 1, 'all of them were written anew together')
})

test('Who opted out, was asked lately, cannot be reached or had the event taken back is not asked, and it is kept why', async () => {
  const ground = await surveyGround()
  const { store, acting } = ground
  await addCustomers(ground, 3)
  await addCustomer(store, acting, 'silent', {
    email: undefined,
    telephone: undefined,
    mobile: undefined,
    address: undefined,
    postcode: undefined,
  })
  await ground.complain('c-1')
  await ground.look('2026-03-02T10:05Z')
  const [code = ''] = await ground.codes()
  done(await optOut(store, ground.anybody, { code }))
  assert.equal(isRefused(await answers(ground, code)), true)
  ground.at('2026-06-01T10:00Z')
  for (const id of ['c-1', 'c-2', 'c-2', 'silent']) await ground.complain(id)
  const taken = await ground.complain('c-3')
  const [closing] = await rows(
    ground,
    `select occurred_at from events where case_id = '${taken}' and type = 'complaint-closed'`,
  )
  const event = `complaint-closed@${new Date(String(closing?.['occurred_at'])).toISOString()}`
  await ground.record(taken, { type: 'event-withdrawn', data: { event, reason: 'mistaken' } })
  await ground.look('2026-06-01T10:05Z')
  const { counts } = done(await readSurvey(store, acting, ground.surveyId))
  assert.deepEqual(
    new Map(counts.notAsked),
    new Map([
      ['asked-lately', 1],
      ['no-way', 1],
      ['opted-out', 1],
      ['taken-back', 1],
    ]),
  )
  const codes = await ground.codes()
  assert.equal(codes.length, 2)
  const why = 'they asked'
  const gone = done(await eraseCustomer(store, acting, { customerId: 'c-2', why }))
  assert.deepEqual([gone.counts['surveyCodes'], gone.counts['surveyInvitations']], [1, 1])
  assert.equal(done(await eraseCustomer(store, acting, { customerId: 'c-1', why })).counts['surveyWishes'], 1)
  for (const each of codes)
    assert.equal(isRefused(await answers(ground, each)), true, 'nobody is there to answer')
})

test('A reminder comes once, to who has not answered; either link is good until one is used', async () => {
  const ground = await surveyGround({ reminderDays: 7 })
  await addCustomers(ground, 2)
  for (const id of ['c-1', 'c-2']) await ground.complain(id)
  await ground.look('2026-03-02T10:05Z')
  const [first = '', second = ''] = await ground.codes()
  done(await answers(ground, first, { noMore: true }))
  for (const night of ['2026-03-08T22:00Z', '2026-03-09T00:05Z', '2026-03-09T08:55Z'])
    await ground.look(night)
  assert.equal((await ground.codes()).length, 2, 'nobody is reminded at night')
  for (const at of ['2026-03-09T10:00Z', '2026-03-16T10:00Z', '2026-03-23T10:00Z']) await ground.look(at)
  const codes = await ground.codes()
  assert.equal(codes.length, 3, 'two invitations and one reminder')
  done(await answers(ground, second))
  assert.equal(isRefused(await answers(ground, codes[2] ?? '')), true)
  ground.at('2026-09-01T10:00Z')
  for (const id of ['c-1', 'c-2']) await ground.complain(id)
  await ground.look('2026-09-01T10:05Z')
  assert.equal((await ground.codes()).length, 4, 'who asked not to be asked is not')
})

test('Letters are printed with a code that staff may type in; people are rung and answer once', async () => {
  const ground = await surveyGround()
  const { store, acting, surveyId } = ground
  const noAddress = { address: undefined, postcode: undefined }
  await addCustomer(store, acting, 'writes', { preferredChannel: 'letter', ...noAddress })
  await addCustomer(store, acting, 'rings', { preferredChannel: 'telephone' })
  await addCustomer(store, acting, 'hangs-up', { preferredChannel: 'telephone' })
  await liveInHome(ground, 'writes')
  const cases = [
    await ground.complain('writes'),
    await ground.complain('rings'),
    await ground.complain('hangs-up'),
  ]
  await ground.look('2026-03-02T10:05Z')
  const printed: SurveyLetter[] = []
  const unprintable = async () => refused('not valid', 'no font has this letter')
  assert.equal(isRefused(await printSurveyLetters(store, acting, { surveyId, print: unprintable })), true)
  const print = async (letters: readonly SurveyLetter[]) => {
    printed.push(...letters)
    return new Uint8Array()
  }
  done(await printSurveyLetters(store, acting, { surveyId, print }))
  const [letter, ...others] = printed
  assert.deepEqual(others, [])
  assert.deepEqual(letter?.address, ['9 Beck Lane', 'LA8 9XX'])
  assert.equal(
    isRefused(await printSurveyLetters(store, acting, { surveyId, print })),
    true,
    'it was printed',
  )
  const staff = { ...acting, by: 'staff:x1', may: new Set(['surveys.enter', 'customers.read'] as const) }
  done(await answerSurvey(store, staff, answering(letter?.code ?? '', { channel: 'paper' })))
  const ring = done(await listToRing(store, staff, surveyId))
  assert.deepEqual(
    ring.map(({ telephone }) => telephone),
    ['01539 900 123', '01539 900 123'],
  )
  const [one, other] = ring.map(({ invitationId }) => invitationId)
  const spoken = answering('', { named: { invitationId: one ?? '' }, channel: 'telephone' })
  done(await answerSurvey(store, staff, spoken))
  assert.equal(isRefused(await answerSurvey(store, staff, spoken)), true)
  done(await endRinging(store, staff, { invitationId: other ?? '', reached: false }))
  assert.deepEqual(done(await listToRing(store, staff, surveyId)), [])
  const invited = async () => {
    const types = await Promise.all(cases.map((caseId) => typesOf(ground, caseId)))
    return types.filter((each) => each.includes('satisfaction-invited')).length
  }
  assert.equal(await invited(), 1, 'told with the answer, the ledger would keep the same moment for both')
  ground.at('2026-03-03T02:40Z')
  done(await mixAnswered(store, acting))
  assert.equal(await invited(), 2)
  const channels = done(await countGroups(store, acting, { surveyId, round: null, by: 'channel' }))
  assert.deepEqual(
    new Set(channels.filter(({ question }) => question === 'handling').map(({ group }) => group)),
    new Set(['paper', 'telephone']),
  )
  const ages = done(await countGroups(store, acting, { surveyId, round: null, by: { strand: 'age-band' } }))
  assert.deepEqual(new Set(ages.map(({ group }) => group)), new Set(['35-64']))
})

async function figuresOf({ store, acting }: SurveyGround) {
  const [from = 0, to = 0] = ['2026-03-01', '2026-03-31'].map((text) => parseDay(text))
  const { promises } = done(await readFigures(store, acting, { from, to, by: 'all' }))
  return Object.fromEntries(
    promises
      .filter(({ promise }) => promise.measure === 'survey')
      .map(({ promise, whole }) => [promise.id, [whole.kept, whole.counted]]),
  )
}

/** Somebody who told us no address of their own. */
async function liveInHome({ url, acting: { landlord } }: SurveyGround, customerId: string): Promise<void> {
  const by = [landlord, '2026-03-01T00:00Z']
  await asOwner(
    url,
    `insert into homes (landlord, home_id, address, postcode, changed_at, changed_by) values ($1, 'h', '9 Beck Lane', 'LA8 9XX', $2, 'test')`,
    by,
  )
  await asOwner(
    url,
    `insert into tenancies (landlord, tenancy_id, home_id, kind, started_on, changed_at, changed_by)
     values ($1, 't', 'h', 'assured', '2020-01-01', $2, 'test')`,
    by,
  )
  await asOwner(
    url,
    `insert into tenancy_customers (landlord, tenancy_id, customer_id, place) values ($1, 't', $2, 1)`,
    [landlord, customerId],
  )
}

async function typesOf({ url }: SurveyGround, caseId: string): Promise<readonly string[]> {
  const found = await asOwner<{ type: string }>(
    url,
    'select type from events where case_id = $1 order by sequence',
    [caseId],
  )
  return found.map(({ type }) => type)
}

function rows({ url }: SurveyGround, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return asOwner(url, sql)
}
