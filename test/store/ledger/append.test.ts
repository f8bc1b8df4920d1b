import assert from 'node:assert/strict'
import pg from 'pg'
import { permissionsOf } from '#core/people/role.ts'
import { addLandlord } from '#store/landlords.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { chained, noDigest } from '#store/ledger/chain.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround, letter, refusal, reply } from './ground.ts'

eachDatabase('An act makes an event, and its clock with the due date of the pack', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open({ ...letter, at: '2026-03-02T09:00:00+00:00' })
  const opened = done(await readCase(store, acting, caseId))
  assert.equal(opened.case.version, 1)
  assert.deepEqual(
    opened.clocks.map(({ promise, outcome, keeps_until: until }) => [
      promise,
      outcome,
      new Date(until).toISOString(),
    ]),
    [['P-1', 'running', '2026-03-16T23:59:59.999Z']],
  )
  ground.at('2026-03-10T09:00Z')
  const recorded = done(await recordAct(store, acting, caseId, reply))
  assert.deepEqual(
    recorded.clocks.map(({ promise, ['outcome']: outcome }) => [promise, outcome]),
    [['P-1', 'met']],
  )
})

eachDatabase('What came on Monday and is typed in on Wednesday has both times', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  ground.at('2026-03-04T15:00Z')
  const caseId = await ground.open({ ...letter, at: '2026-03-02T09:00:00+00:00' })
  const { events } = done(await readTimeline(store, acting, caseId))
  assert.deepEqual(
    events.map(({ occurred_at: at, recorded_at: told }) =>
      [at, told].map((each) => new Date(each).toISOString()),
    ),
    [['2026-03-02T09:00:00.000Z', '2026-03-04T15:00:00.000Z']],
  )
})

eachDatabase('A writer who has not seen the latest is told, and nothing is written', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  await ground.record(caseId, { type: 'acknowledgement-sent' })
  const stale = refusal(await recordAct(store, acting, caseId, reply, { expectedVersion: 1 }))
  assert.equal(stale.because, 'changed meanwhile')
  assert.match(stale.refusal, /it now has 2 events/)
  assert.equal(done(await readCase(store, acting, caseId)).case.version, 2)
})

eachDatabase('The same request sent twice is done once, and answered alike', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  const idempotency = { key: 'k1', request: 'the reply' }
  const first = done(await recordAct(store, acting, caseId, reply, { idempotency }))
  const second = done(await recordAct(store, acting, caseId, reply, { idempotency }))
  assert.deepEqual(second, { ...JSON.parse(JSON.stringify(first)), repeated: true })
  assert.equal(done(await readCase(store, acting, caseId)).case.version, 2)
  const other = await recordAct(store, acting, caseId, reply, {
    idempotency: { key: 'k1', request: 'another' },
  })
  assert.match(refusal(other).refusal, /used for another request/)
})

eachDatabase(
  'Twenty at once in one case come one after the other, and are sent once where two are the same',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const caseId = await ground.open(letter)
    const keys = Array.from({ length: 20 }, (_, index) => `k${Math.floor(index / 2)}`)
    const all = await Promise.all(
      keys.map((key) =>
        recordAct(
          store,
          acting,
          caseId,
          { type: 'acknowledgement-sent' },
          { idempotency: { key, request: key } },
        ),
      ),
    )
    assert.deepEqual(
      all.map((each) => done(each).version).toSorted((a, b) => a - b),
      keys.map((_, index) => 2 + Math.floor(index / 2)),
    )
    const { events } = done(await readTimeline(store, acting, caseId))
    assert.deepEqual(
      events.map(({ sequence }) => sequence),
      Array.from({ length: 11 }, (_, index) => index + 1),
    )
  },
)

eachDatabase('Each event is chained to the one before by its digest', async (open) => {
  const { url, ...ground } = await ledgerGround(open)
  const caseId = await ground.open(letter)
  await ground.record(caseId, { type: 'acknowledgement-sent', id: 'a1' })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select *, data::text as letters from events order by sequence')
  await client.end()
  let previous = noDigest
  for (const row of rows) {
    previous = chained(previous, {
      caseId,
      sequence: row.sequence,
      kind: row.kind,
      type: row.type,
      eventId: row.event_id,
      occurredAt: row.occurred_at.getTime(),
      recordedAt: row.recorded_at.getTime(),
      actor: row.actor,
      data: row.letters,
    })
    assert.ok(previous.equals(row.digest), `event ${row.sequence}`)
  }
  assert.equal(rows.length, 2)
})

const refusedActs = [
  { why: 'a slip of the keyboard', act: { type: 'replysent' }, says: /reply-sent/, field: '/type' },
  {
    why: 'a day to come',
    act: { ...reply, at: '2026-04-01T09:00:00Z' },
    says: /in the future/,
    field: '/at',
  },
  { why: 'no offset', act: { ...reply, at: '2026-03-01T09:00:00' }, says: /at /, field: '/at' },
  {
    why: 'not one of the words',
    act: { type: 'contact-received', data: { channel: 'pigeon' } },
    says: /pigeon/,
    field: '/data/channel',
  },
  { why: 'a field it needs', act: { type: 'contact-received', data: {} }, says: /channel/, field: '/data' },
  { why: 'a NUL, which PostgreSQL keeps nowhere', act: { ...reply, id: 'a\0b' }, says: /cannot be kept/ },
  { why: 'half of a surrogate pair', act: { ...reply, data: { note: '\ud800' } }, says: /cannot be kept/ },
]

eachDatabase(
  'An act that will not do is refused with its place and the fix, and nothing is written',
  async (open) => {
    const { store, acting, url, ...ground } = await ledgerGround(open)
    const caseId = await ground.open(letter)
    for (const { why, act, says, field } of refusedActs) {
      const { refusal: words, fix, field: place } = refusal(await recordAct(store, acting, caseId, act))
      assert.match(`${words}; ${fix}`, says, why)
      if (field !== undefined) assert.equal(place, field, why)
      assert.equal(refusal(await openCase(store, acting, { kind: 'enquiry', act })).because, 'not valid', why)
    }
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query(
      'select (select count(*) from cases) as cases, (select count(*) from events) as events',
    )
    await client.end()
    assert.deepEqual(rows, [{ cases: '1', events: '1' }])
  },
)

eachDatabase('A case is opened once under an id of another system', async (open) => {
  const { store, acting } = await ledgerGround(open)
  done(await openCase(store, acting, { kind: 'enquiry', caseId: 'HD-1', act: letter }))
  const again = refusal(await openCase(store, acting, { kind: 'enquiry', caseId: 'HD-1', act: letter }))
  assert.equal(again.because, 'already there')
  const unknown = refusal(await openCase(store, acting, { kind: 'inquiry', act: letter }))
  assert.match(unknown.fix ?? '', /did you mean enquiry/)
})

eachDatabase('A merged case is answered by the one that goes on, and takes no further acts', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const [first, second] = [await ground.open(letter), await ground.open(letter)]
  await ground.record(second, { type: 'merged-into', data: { case: first } })
  assert.match(refusal(await recordAct(store, acting, second, reply)).fix ?? '', new RegExp(first))
  ground.at('2026-03-05T10:00Z')
  await ground.record(first, reply)
  for (const caseId of [first, second]) {
    const { clocks } = done(await readCase(store, acting, caseId))
    assert.deepEqual(
      clocks.map(({ outcome }) => outcome),
      ['met'],
      'one answer keeps both promises (trap 26)',
    )
  }
})

eachDatabase(
  'Whoever may not, does not: complaints are answered by those who answer complaints',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    const received = {
      type: 'complaint-received',
      data: { about: 'repairs', channel: 'telephone', complainant: 'customer' },
    }
    const contactOfficer = { ...acting, by: 'staff:c1', may: permissionsOf(['contact officer']) }
    const taken = done(await openCase(store, contactOfficer, { kind: 'complaint', act: received }))
    const closing = await recordAct(store, contactOfficer, taken.caseId, { type: 'complaint-closed' })
    assert.equal(refusal(closing).because, 'not allowed')
    const auditor = { ...acting, by: 'staff:a1', may: permissionsOf(['auditor']) }
    assert.equal(
      refusal(await openCase(store, auditor, { kind: 'enquiry', act: letter })).because,
      'not allowed',
    )
    assert.ok(await ground.open(letter))
  },
)

eachDatabase('A contractor sees its own jobs alone; others are not there', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  const [own, other] = [await ground.open(letter), await ground.open(letter)]
  await ground.record(own, { type: 'case-assigned', data: { contractor: 'plumbers' } })
  const contractor = {
    ...acting,
    by: 'staff:p1',
    contractorId: 'plumbers',
    may: permissionsOf(['contractor']),
  }
  assert.equal(done(await readCase(store, contractor, own)).case.contractor_id, 'plumbers')
  assert.ok(
    done(await recordAct(store, contractor, own, { type: 'progress-told', data: { action: 'visit' } })),
  )
  assert.equal(refusal(await readCase(store, contractor, other)).because, 'not found')
  assert.equal(refusal(await recordAct(store, contractor, other, reply)).because, 'not found')
})

eachDatabase('A date that no calendar holds is refused, and nothing of it stays', async (open) => {
  const kept = {
    clock: { starts: 'commitment-made', stops: 'commitment-kept', by: 'by', grace: '10 working days' },
  }
  const { store, acting } = await ledgerGround(open, [kept])
  const act = { type: 'commitment-made', data: { by: '2100-12-31' } }
  const refused = refusal(await openCase(store, acting, { kind: 'enquiry', act }))
  assert.equal(refused.because, 'not valid')
  assert.match(refused.refusal, /cannot be counted/)
  assert.deepEqual(done(await listCases(store, acting, {})), [])
})

eachDatabase('A landlord without an edition is told so, whatever is asked', async (open) => {
  const { store } = await open()
  const acting = done(await addLandlord(store, { slug: 'new-one', name: 'New One' }))
  for (const asked of [
    openCase(store, acting, { kind: 'enquiry', act: letter }),
    readFigures(store, acting, { by: 'all' }),
    readPromises(store, acting),
  ])
    assert.match(refusal(await asked).refusal, /has no edition yet/)
})
