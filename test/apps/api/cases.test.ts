import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { permissionsOf } from '#core/people/role.ts'
import { openTestApi, type TestApi } from './api.ts'

// Monday 2 March 2026, ten o’clock.
const now = Date.parse('2026-03-02T10:00:00Z')

let api: TestApi
before(async () => {
  api = await openTestApi({ now: () => now })
})
after(() => api.close())

const letter = { kind: 'enquiry', type: 'contact-received', data: { channel: 'letter', customer: 'c1' } }

interface Recorded {
  readonly case: string
  readonly version: number
  readonly clocks: readonly { readonly promise: string; readonly dueOn: string | null }[]
  readonly repeated: boolean
}

interface Paged {
  readonly rows: readonly { readonly case: string; readonly promise?: string; readonly n?: number }[]
  readonly next: string | null
}

async function opened(body: object = letter): Promise<Recorded> {
  const answer = await api.ask('POST', '/cases', { body })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json<Recorded>()
}

test('A case that is opened has its clocks at once, and can be read where the answer says it is', async () => {
  const answer = await api.ask('POST', '/cases', { body: letter })
  assert.equal(answer.statusCode, 201)
  assert.equal(answer.headers.etag, '"1"')
  const { case: id, clocks } = answer.json<Recorded>()
  assert.equal(answer.headers.location, `/api/v1/cases/${id}`)
  assert.equal(clocks.find(({ promise }) => promise === 'LIN-39')?.dueOn, '2026-03-16')
  const read = await api.ask('GET', `/cases/${id}`)
  assert.equal(read.headers.etag, '"1"')
  assert.deepEqual(read.json<{ clocks: unknown }>().clocks, clocks)
})

test('An act is recorded only where nobody recorded anything since', async () => {
  const { case: id } = await opened()
  const act = (ifMatch: string, type: string, data: object) =>
    api.ask('POST', `/cases/${id}/acts`, { headers: { 'if-match': ifMatch }, body: { type, data } })
  const first = await act('"1"', 'reply-sent', { channel: 'letter', full: true })
  assert.equal(first.statusCode, 201, first.body)
  assert.equal(first.headers.etag, '"2"')
  const second = await act('"1"', 'reply-sent', { channel: 'letter', full: true })
  assert.equal(second.statusCode, 412)
  assert.match(second.body, /problem-changed-meanwhile/)
  assert.equal((await act('"2"', 'contact-received', { channel: 'telephone' })).statusCode, 201)
})

test('The same request with the same key is done once, and another one with that key is refused', async () => {
  const headers = { 'idempotency-key': 'a-key-of-mine' }
  const first = await api.ask('POST', '/cases', { headers, body: letter })
  const again = await api.ask('POST', '/cases', { headers, body: letter })
  assert.equal(again.statusCode, 201)
  assert.equal(again.json<Recorded>().case, first.json<Recorded>().case)
  assert.deepEqual(
    [first, again].map((answer) => answer.json<Recorded>().repeated),
    [false, true],
  )
  const other = await api.ask('POST', '/cases', { headers, body: { ...letter, case: 'another' } })
  assert.equal(other.statusCode, 422, other.body)
  assert.match(other.body, /Idempotency-Key/)
  const { case: id } = await opened()
  const body = { type: 'contact-received', data: { channel: 'telephone' } }
  const acts = []
  for (let n = 0; n < 2; n++)
    acts.push(await api.ask('POST', `/cases/${id}/acts`, { headers: { 'idempotency-key': 'b' }, body }))
  assert.deepEqual(
    acts.map((answer) => answer.json<Recorded>().version),
    [2, 2],
  )
})

test('What a promise asks of staff is told with the problem, in its own words; a program is not refused', async () => {
  const complaint = { type: 'complaint-received', data: { channel: 'letter', about: 'repair' } }
  const officer = permissionsOf(['complaints officer'])
  const authorization = api.keyThat([...officer], { by: 'staff:s1', staffId: 's1' })
  const body = { kind: 'complaint', ...complaint }
  const answer = await api.ask('POST', '/cases', { headers: { authorization }, body })
  assert.equal(answer.statusCode, 422, answer.body)
  const { asks, errors } = answer.json<Asking>()
  assert.deepEqual(
    asks.map(({ promise, fields }) => ({ promise, fields })),
    [{ promise: 'LIN-46', fields: [['complainant']] }],
  )
  assert.match(asks[0]?.says ?? '', /^You may complain if/)
  assert.equal(errors[0]?.pointer, '/data/complainant')
  const overrides = { ...complaint.data, overrides: { 'LIN-46': 'not-known' } }
  const told = await api.ask('POST', '/cases', {
    headers: { authorization },
    body: { ...body, data: overrides },
  })
  assert.equal(told.statusCode, 201, told.body)
  assert.equal((await api.ask('POST', '/cases', { body })).statusCode, 201)
})

interface Asking {
  readonly asks: readonly { readonly promise: string; readonly says: string; readonly fields: unknown }[]
  readonly errors: readonly { readonly pointer: string }[]
}

test('Of many acts, each has its own outcome, and sending them again records none twice', async () => {
  const { case: id } = await opened()
  const acts = [
    { case: id, type: 'contact-received', data: { channel: 'telephone' } },
    { case: 'nowhere', type: 'contact-received', data: { channel: 'telephone' } },
    { case: 'made-here', ...letter },
    { case: 'made-here', kind: 'enquiry', type: 'reply-sent', data: { channel: 'letter', full: true } },
    { case: id, type: 'contact-recieved' },
  ]
  const headers = { 'idempotency-key': 'bulk-1' }
  const answer = await api.ask('POST', '/acts', { headers, body: acts })
  assert.equal(answer.statusCode, 200, answer.body)
  const { outcomes, ...counts } = answer.json<Bulk>()
  assert.deepEqual(counts, { recorded: 3, refused: 2 })
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    [201, 404, 201, 201, 422],
  )
  assert.match(outcomes[4]?.fix ?? '', /contact-received/)
  const lines = acts.map((act) => JSON.stringify(act)).join('\n')
  const asLines = { ...headers, 'content-type': 'application/x-ndjson' }
  const again = await api.ask('POST', '/acts', { headers: asLines, body: lines })
  assert.deepEqual(again.json<Bulk>().outcomes, outcomes)
  assert.equal((await api.ask('GET', '/cases/made-here')).headers.etag, '"2"')
})

interface Bulk {
  readonly recorded: number
  readonly refused: number
  readonly outcomes: readonly { readonly status: number; readonly fix: string | null }[]
}

test('More than a thousand acts at once are refused whole', async () => {
  const body = Array.from({ length: 1_001 }, () => ({ case: 'x', type: 'contact-received' }))
  const answer = await api.ask('POST', '/acts', { body })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /at most 1000|1000 at the most/)
})

test('Page by page, every case and every open clock comes once', async () => {
  for (let n = 0; n < 7; n++) await opened()
  for (const path of ['/cases', '/worklist']) {
    const whole = (await api.ask('GET', `${path}?limit=200`)).json<Paged>()
    assert.ok(whole.rows.length >= 7 && whole.next === null)
    const seen: string[] = []
    let from = ''
    for (let pages = 0; pages < 100; pages++) {
      const { rows, next } = (await api.ask('GET', `${path}?limit=3${from}`)).json<Paged>()
      seen.push(...rows.map((row) => `${row.case} ${row.promise} ${row.n}`))
      if (next === null) break
      from = `&after=${next}`
    }
    assert.deepEqual(
      seen,
      whole.rows.map((row) => `${row.case} ${row.promise} ${row.n}`),
    )
    assert.equal(new Set(seen).size, seen.length)
  }
})

test('A cursor that is none of ours is refused with what to do', async () => {
  const cursors = [
    'x',
    'bm90IGpzb24',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('["a",{}]').toString('base64url'),
  ]
  for (const path of ['/cases', '/worklist', '/figures/LIN-39/clocks'])
    for (const cursor of cursors) {
      const answer = await api.ask('GET', `${path}?after=${cursor}`)
      assert.equal(answer.statusCode, 400, `${path} ${cursor}`)
      assert.match(answer.body, /leave `after` out/)
    }
})

test('Lists are of whom and of when they are asked for', async () => {
  const { case: id } = await opened()
  const body = { type: 'case-assigned', data: { team: 'letters', holder: 'x1' } }
  assert.equal((await api.ask('POST', `/cases/${id}/acts`, { body })).statusCode, 201)
  const mine = api.keyThat(['cases.read'], { staffId: 'x1', by: 'staff:x1' })
  const cases = async (path: string, authorization = mine) => {
    const answer = await api.ask('GET', path, { headers: { authorization } })
    assert.equal(answer.statusCode, 200, answer.body)
    return new Set(answer.json<Paged>().rows.map((row) => row.case))
  }
  assert.deepEqual(await cases('/worklist?of=mine'), new Set([id]))
  assert.deepEqual(await cases('/worklist?of=team&team=letters'), new Set([id]))
  assert.deepEqual(await cases('/worklist?of=unassigned&team=letters'), new Set())
  assert.deepEqual(await cases('/worklist?due=overdue'), new Set())
  for (const due of ['today', 'this%20week']) {
    const { rows } = (await api.ask('GET', `/worklist?of=team&team=letters&due=${due}`)).json<Paged>()
    assert.deepEqual(
      rows.map((row) => row.promise),
      ['LIN-41'],
    )
  }
  assert.deepEqual(await cases('/cases?holder=x1'), new Set([id]))
  assert.deepEqual(await cases('/cases?kind=repair'), new Set())
  assert.ok((await cases('/cases?customer=c1&open=true')).has(id))
  assert.equal((await api.ask('GET', '/worklist?of=mine')).statusCode, 422)
  assert.equal((await api.ask('GET', '/worklist?of=team')).statusCode, 422)
})

test('The timeline and the working show what was told, and how each clock was counted', async () => {
  const { case: id } = await opened()
  const words = [{ kind: 'note', text: 'She rang as well.' }]
  const act = { type: 'contact-received', id: 'rang', data: { channel: 'telephone' }, words }
  const acted = await api.ask('POST', `/cases/${id}/acts`, { body: act })
  assert.equal(acted.statusCode, 201, acted.body)
  const timeline = await api.ask('GET', `/cases/${id}/timeline`)
  const { events } = timeline.json<{
    events: readonly { type: string; id: string | null; data: { words?: unknown } }[]
  }>()
  assert.deepEqual(
    events.map((event) => [event.type, event.id]),
    [
      ['contact-received', null],
      ['contact-received', 'rang'],
    ],
  )
  assert.doesNotMatch(timeline.body, /She rang/)
  assert.ok(Array.isArray(events[1]?.data.words))
  const working = await api.ask('GET', `/cases/${id}/clocks?promise=LIN-39`)
  const { promises } = working.json<{
    promises: readonly { clocks: readonly { lines: readonly string[]; days: readonly unknown[] }[] }[]
  }>()
  assert.equal(promises.length, 1)
  assert.ok(promises[0]?.clocks[0]?.lines.includes('Due by the end of Monday 16 March 2026.'))
  assert.equal(promises[0]?.clocks[0]?.days.length, 14)
})

test('An act needs what its kind asks for, whatever else a key may do', async () => {
  const { case: id } = await opened({
    kind: 'complaint',
    type: 'complaint-received',
    data: { channel: 'letter' },
  })
  const acted = (permission: 'cases.write' | 'complaints.write') =>
    api.ask('POST', `/cases/${id}/acts`, {
      headers: { authorization: api.keyThat([permission]) },
      body: { type: 'complaint-acknowledged', data: { channel: 'letter' } },
    })
  assert.equal((await acted('cases.write')).statusCode, 403)
  const answer = await acted('complaints.write')
  assert.equal(answer.statusCode, 201, answer.body)
})

test('A contractor sees and works on the contractor’s own jobs, and another landlord’s are not there', async () => {
  const { case: id } = await opened()
  const contractor = { contractorId: 'k1', by: 'staff:k' }
  const authorization = api.keyThat(['cases.read', 'cases.write'], contractor)
  const landlord = { authorization: api.keyOf(await api.test.addLandlord('another-landlord')) }
  const paths = [`/cases/${id}`, `/cases/${id}/timeline`, `/cases/${id}/clocks`]
  for (const headers of [{ authorization }, landlord])
    for (const path of paths) assert.equal((await api.ask('GET', path, { headers })).statusCode, 404, path)
  const act = { headers: landlord, body: { type: 'contact-received', data: { channel: 'letter' } } }
  assert.equal((await api.ask('POST', `/cases/${id}/acts`, act)).statusCode, 404)
  assert.deepEqual((await api.ask('GET', '/cases', { headers: landlord })).json<Paged>().rows, [])
  const body = { type: 'case-assigned', data: { contractor: 'k1' } }
  assert.equal((await api.ask('POST', `/cases/${id}/acts`, { body })).statusCode, 201)
  for (const path of paths)
    assert.equal((await api.ask('GET', path, { headers: { authorization } })).statusCode, 200, path)
  const all = (await api.ask('GET', '/worklist', { headers: { authorization } })).json<Paged>().rows
  assert.deepEqual(new Set(all.map((row) => row.case)), new Set([id]))
})
