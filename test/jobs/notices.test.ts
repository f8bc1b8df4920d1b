import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Acting } from '#core/people/acting.ts'
import { formatInstant } from '#core/time/instant.ts'
import { giveNotice } from '#store/jobs/notices/give-notice.ts'
import { chooseHowToBeTold, myNotices } from '#store/jobs/notices/my-notices.ts'
import type { WayToBeTold } from '#store/jobs/notices/tell-staff.ts'
import { done, openTestStore } from '../store/databases.ts'
import { ledgerGround, type LedgerGround, letter, reply } from '../store/ledger/ground.ts'
import { zone } from '../core/time/calendars.ts'
import { asOwner } from './ground.ts'

interface Mail {
  readonly recipient: string
  readonly subject: string
  readonly text: string
}

/** A ground with a team of two: its leader and a case officer. */
async function office(): Promise<LedgerGround & { mails(): Promise<readonly Mail[]> }> {
  const ground = await ledgerGround((options) => openTestStore('embedded', options))
  const { url, acting } = ground
  await asOwner(
    url,
    `insert into teams (landlord, team_id, name, changed_at, changed_by) values ($1, 'repairs', 'Repairs', now(), 'test')`,
    [acting.landlord],
  )
  for (const [id, roles] of [
    ['amy', '{case officer}'],
    ['leo', '{team leader}'],
  ])
    await asOwner(
      url,
      `insert into staff (landlord, staff_id, name, email, team_id, roles, changed_at, changed_by)
       values ($1, $2, $2, $2 || '@example.com', 'repairs', $3, now(), 'test')`,
      [acting.landlord, id, roles],
    )
  const mails = () =>
    asOwner<Mail>(url, 'select recipient, subject, text from outbox order by made_at, recipient')
  return { ...ground, mails }
}

const assigned = (holder?: string) => ({
  type: 'case-assigned',
  data: { team: 'repairs', ...(holder !== undefined && { holder }) },
})

function as({ acting }: LedgerGround, staffId: string): Acting {
  return { ...acting, staffId, by: `staff:${staffId}` }
}

async function prefers(ground: LedgerGround, staffId: string, how: WayToBeTold): Promise<void> {
  done(await chooseHowToBeTold(ground.store, as(ground, staffId), how))
}

/** A letter of Thursday 19 March, to be answered within 10 working days: with Good Friday and Easter Monday, by 2 April. */
async function letterDueBeforeEaster(ground: LedgerGround, holder?: string): Promise<string> {
  ground.at('2026-03-19T10:00Z')
  const caseId = await ground.open(letter)
  await ground.record(caseId, assigned(holder))
  return caseId
}

test('what is overdue is told in working hours alone: not at night, on a week-end or over a bank holiday', async () => {
  const ground = await office()
  const caseId = await letterDueBeforeEaster(ground, 'amy')
  await prefers(ground, 'amy', 'at once')
  // Due on Thursday 2 April 2026; Good Friday is the 3rd, Easter Monday the 6th.
  const when = [
    ['2026-04-02T22:30Z', 0, 'in the night of the due date'],
    ['2026-04-03T10:00Z', 0, 'on Good Friday'],
    ['2026-04-04T10:00Z', 0, 'on Saturday'],
    ['2026-04-05T10:00Z', 0, 'on Easter Sunday'],
    ['2026-04-06T10:00Z', 0, 'on Easter Monday'],
    ['2026-04-07T07:59Z', 0, 'on Tuesday a minute before the office opens in summer time'],
    ['2026-04-07T08:00Z', 1, 'on Tuesday when it opens'],
    ['2026-04-07T10:00Z', 0, 'on Tuesday again'],
    ['2026-04-08T10:00Z', 0, 'on Wednesday again'],
  ] as const
  for (const [at, notices, says] of when) {
    ground.at(at)
    const noticed = done(await giveNotice(ground.store, ground.acting))
    assert.equal(noticed.notices, notices, says)
    assert.equal(noticed.mails, notices, says)
  }
  const [mail, ...more] = await ground.mails()
  assert.equal(more.length, 0)
  assert.equal(mail?.recipient, 'amy@example.com')
  assert.equal(mail.subject, 'One promise is overdue')
  assert.match(mail.text, new RegExp(`${caseId} \\(enquiry\\), P-1: was due .*2 April 2026`))
})

test('what falls due by the end of the next working day is in the morning’s digest, also over a long week-end', async () => {
  const ground = await office()
  await letterDueBeforeEaster(ground, 'amy')
  const when = [
    ['2026-03-31T08:30Z', 0, 'on Tuesday it is due the day after next'],
    ['2026-04-01T08:30Z', 1, 'on Wednesday it is due tomorrow'],
    ['2026-04-02T08:30Z', 0, 'on Thursday it was told of'],
    ['2026-04-07T08:30Z', 1, 'on Tuesday after Easter it is overdue'],
  ] as const
  for (const [at, notices, says] of when) {
    ground.at(at)
    assert.equal(done(await giveNotice(ground.store, ground.acting)).notices, notices, says)
  }
  assert.deepEqual(
    (await ground.mails()).map(({ subject }) => subject),
    ['One promise is due soon', 'One promise is overdue'],
  )
  assert.deepEqual(
    done(await myNotices(ground.store, as(ground, 'amy'))).map(({ occasion, madeAt }) => [
      occasion,
      formatInstant(madeAt, zone('UTC')).slice(0, 10),
    ]),
    [
      ['overdue', '2026-04-07'],
      ['due', '2026-04-01'],
    ],
  )
})

test('the digest goes out once on a working day, and what comes up after it waits for the next', async () => {
  const ground = await office()
  await letterDueBeforeEaster(ground, 'amy')
  ground.at('2026-04-01T08:05Z')
  assert.equal(done(await giveNotice(ground.store, ground.acting)).mails, 1)
  ground.at('2026-03-19T11:00Z')
  await letterDueBeforeEaster(ground, 'amy')
  ground.at('2026-04-01T12:00Z')
  assert.deepEqual(done(await giveNotice(ground.store, ground.acting)), { notices: 1, mails: 0, more: false })
  ground.at('2026-04-02T08:05Z')
  assert.deepEqual(done(await giveNotice(ground.store, ground.acting)), { notices: 0, mails: 1, more: false })
})

test('a case that nobody holds is told of to the leader of its team, and one of no team to nobody until it has one', async () => {
  const ground = await office()
  await letterDueBeforeEaster(ground)
  ground.at('2026-03-19T10:00Z')
  const nobodys = await ground.open(letter)
  ground.at('2026-04-07T09:00Z')
  assert.equal(done(await giveNotice(ground.store, ground.acting)).notices, 1)
  await ground.record(nobodys, assigned('amy'))
  await prefers(ground, 'amy', 'at once')
  assert.equal(done(await giveNotice(ground.store, ground.acting)).notices, 1)
  assert.deepEqual(
    (await ground.mails()).map(({ recipient }) => recipient),
    ['amy@example.com', 'leo@example.com'],
  )
})

test('who has left is told nothing: the leader is', async () => {
  const ground = await office()
  await letterDueBeforeEaster(ground, 'amy')
  await asOwner(ground.url, `update staff set active = false where staff_id = 'amy'`)
  ground.at('2026-04-07T09:00Z')
  done(await giveNotice(ground.store, ground.acting))
  assert.deepEqual(
    (await ground.mails()).map(({ recipient }) => recipient),
    ['leo@example.com'],
  )
})

test('whoever wants no mail gets none, and finds the notice in the list', async () => {
  const ground = await office()
  await letterDueBeforeEaster(ground, 'amy')
  await prefers(ground, 'amy', 'none')
  ground.at('2026-04-07T09:00Z')
  assert.deepEqual(done(await giveNotice(ground.store, ground.acting)), { notices: 1, mails: 0, more: false })
  assert.equal(done(await myNotices(ground.store, as(ground, 'amy'))).length, 1)
  assert.deepEqual(await ground.mails(), [])
})

test('what was answered in time is no occasion', async () => {
  const ground = await office()
  const caseId = await letterDueBeforeEaster(ground, 'amy')
  await ground.record(caseId, reply)
  ground.at('2026-04-07T09:00Z')
  assert.deepEqual(done(await giveNotice(ground.store, ground.acting)), { notices: 0, mails: 0, more: false })
})

test('many notices are taken up in batches, and told of in one mail', async () => {
  const ground = await office()
  for (let n = 0; n < 5; n++) await letterDueBeforeEaster(ground, 'amy')
  ground.at('2026-04-07T09:00Z')
  const rounds = []
  for (let round = 0; round < 3; round++)
    rounds.push(done(await giveNotice(ground.store, ground.acting, { limit: 2 })))
  assert.deepEqual(
    rounds.map(({ notices, mails, more }) => [notices, mails, more]),
    [
      [2, 0, true],
      [2, 0, true],
      [1, 1, false],
    ],
  )
  assert.equal((await ground.mails())[0]?.subject, '5 promises are overdue')
})
