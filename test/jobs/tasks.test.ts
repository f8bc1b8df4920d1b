import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCronItems } from 'graphile-worker'
import { isRefused } from '#core/refused.ts'
import { minute } from '#core/time/instant.ts'
import { makeRecordings } from '#http/public/recordings.ts'
import { hold } from '#jobs/mail/hold.ts'
import { cronText, nextAfter, scheduleInWords } from '#jobs/schedule.ts'
import { tasksOf } from '#jobs/tasks/index.ts'
import { webhookSender } from '#jobs/webhooks/send.ts'
import { countJobs, listJobs } from '#store/jobs/list-jobs.ts'
import { listTaskRuns } from '#store/jobs/task-runs.ts'
import { latestVerification } from '#store/verify/kept-verified.ts'
import { openSecretBox } from '#store/people/secret-box.ts'
import { done, openTestStore } from '../store/databases.ts'
import { ledgerGround, letter } from '../store/ledger/ground.ts'
import { add, asOwner, until, work } from './ground.ts'

const webhooks = {
  send: webhookSender({ privateAddresses: false }),
  box: openSecretBox('a secret that is long enough for it'),
}
const tasks = tasksOf({
  carrier: hold,
  webhooks,
  origin: 'http://localhost',
  readAloud: makeRecordings,
})
const named = (name: string) =>
  tasks.find((task) => task.name === name) ?? assert.fail(`there is no task ${name}`)
const goOn = new AbortController().signal

test('every task of a year-old landlord runs clean, twice in a row', async () => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  await ground.open(letter)
  ground.at('2027-03-02T10:00Z')
  for (const round of [1, 2])
    for (const { name, run, comes } of tasks) {
      if (comes === undefined) continue
      const came = await run(ground.store, ground.acting, {}, goOn)
      assert.equal(isRefused(came), false, `${name}, round ${round}: ${JSON.stringify(came)}`)
    }
  const { differences, cases } = done(await latestVerification(ground.store, ground.acting))
  assert.deepEqual([differences, cases], [0, 1])
  const [clock] = await asOwner<{ outcome: string }>(ground.url, 'select outcome from clocks')
  assert.equal(clock?.outcome, 'missed', 'time has passed')
})

test('what checking the ledger finds is told to whoever may check it', async () => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  const caseId = await ground.open(letter)
  await asOwner(
    ground.url,
    `insert into staff (landlord, staff_id, name, email, roles, changed_at, changed_by)
     values ($1, 'pat', 'Pat', 'pat@example.com', '{performance officer}', now(), 'test'),
            ($1, 'cas', 'Cas', 'cas@example.com', '{case officer}', now(), 'test')`,
    [ground.acting.landlord],
  )
  await named('verify').run(ground.store, ground.acting, {}, goOn)
  assert.deepEqual(await asOwner(ground.url, 'select * from outbox'), [])
  await asOwner(ground.url, `update clocks set due_on = due_on + 1`)
  await named('verify').run(ground.store, ground.acting, {}, goOn)
  const mails = await asOwner<{ recipient: string; text: string }>(
    ground.url,
    'select recipient, text from outbox',
  )
  assert.deepEqual(
    mails.map(({ recipient }) => recipient),
    ['pat@example.com'],
  )
  assert.match(mails[0]?.text ?? '', new RegExp(caseId))
})

test('cases are brought to new terms by the job that activating them adds', async (t) => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  await ground.open(letter)
  assert.ok(
    done(await listJobs(ground.store, ground.acting)).some(({ task }) => task === 'bring-cases-to-terms'),
  )
  await work(t, ground, [named('bring-cases-to-terms')])
  await until('it is done', async () =>
    done(await listTaskRuns(ground.store, ground.acting)).some(
      ({ task, runs, failures }) => task === 'bring-cases-to-terms' && runs === 1 && failures === 0,
    ),
  )
})

test('a duty of the landlord is raised before it is due and when it is overdue, each once', async () => {
  const ground = await ledgerGround(
    (options) => openTestStore('embedded', options),
    [{ recurring: { every: '3 months', duty: 'newsletter' } }],
  )
  const { url, store, acting } = ground
  await asOwner(
    url,
    `insert into staff (landlord, staff_id, name, email, roles, changed_at, changed_by)
     values ($1, 'pat', 'Pat', 'pat@example.com', '{performance officer}', now(), 'test')`,
    [acting.landlord],
  )
  await ground.open(letter)
  const raised = []
  for (const at of ['2026-03-10T04:30Z', '2026-05-20T04:30Z', '2026-05-21T04:30Z', '2026-06-09T04:30Z']) {
    ground.at(at)
    await named('raise-duties').run(store, acting, {}, goOn)
    const rows = await asOwner<{ occasion: string }>(
      url,
      'select occasion from notices order by made_at, occasion',
    )
    raised.push(rows.map(({ occasion }) => occasion))
  }
  assert.deepEqual(raised, [[], ['due'], ['due'], ['due', 'overdue']])
  ground.at('2026-06-09T09:00Z')
  await named('notices').run(store, acting, {}, goOn)
  const mails = await asOwner<{ recipient: string }>(url, 'select recipient from outbox')
  assert.deepEqual(mails, [{ recipient: 'pat@example.com' }])
})

test('what is of no use any more is dropped when its time has come, and nothing else is', async () => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  const { url, store, acting } = ground
  for (const days of [6, 8])
    await asOwner(
      url,
      `insert into idempotency_keys values ($1, 'test', $2::integer::text, '', '{}', timestamptz '2026-03-02T10:00Z' - make_interval(days => $2::integer))`,
      [acting.landlord, days],
    )
  for (const days of [29, 31, null])
    await asOwner(
      url,
      `insert into outbox (landlord, mail_id, recipient, subject, text, about, message_id, made_at, next_at, handed_over_at)
       values ($1, $2, 'a@example.com', 's', 't', 'a test', 'm', '2026-01-01Z', '2026-01-01Z',
               timestamptz '2026-03-02T10:00Z' - make_interval(days => $3::integer))`,
      [acting.landlord, `m${days}`, days],
    )
  await named('expire').run(store, acting, {}, goOn)
  assert.deepEqual(await asOwner(url, 'select key from idempotency_keys'), [{ key: '6' }])
  assert.deepEqual(await asOwner(url, 'select mail_id, recipient from outbox order by mail_id'), [
    { mail_id: 'm29', recipient: 'a@example.com' },
    { mail_id: 'm31', recipient: null },
    { mail_id: 'mnull', recipient: 'a@example.com' },
  ])
})

test('mail is held where nobody carries it, and the outbox keeps it', async (t) => {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  await asOwner(ground.url, 'delete from graphile_worker._private_jobs')
  await work(t, ground, [named('hand-over-mail')])
  await add(ground.store, ground.acting, { task: 'hand-over-mail' })
  await until('the job is done', async () => {
    const counts = done(await countJobs(ground.store, ground.acting))
    return Object.values(counts).every((jobs) => jobs === 0)
  })
})

test('each task comes round when its schedule says, as the library reads it and as we tell it', () => {
  const at = Date.parse('2026-03-28T23:58:30Z')
  for (const { name, comes } of tasks) {
    if (comes === undefined) continue
    const [item] = parseCronItems([{ task: name, match: cronText(comes), identifier: name }])
    assert.ok(item)
    const matches = Array.from(
      { length: 2 * 24 * 60 },
      (_, n) => new Date((Math.floor(at / minute) + 1 + n) * minute),
    )
    const first = matches.find((date) =>
      item.match({
        min: date.getUTCMinutes(),
        hour: date.getUTCHours(),
        date: date.getUTCDate(),
        month: date.getUTCMonth() + 1,
        dow: date.getUTCDay(),
      }),
    )
    assert.equal(nextAfter(comes, at), first?.getTime(), `${name}, ${scheduleInWords(comes)}`)
  }
})
