import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { done, openTestStore } from '#test/store/databases.ts'
import { importedFrom } from '#test/store/whole/ground.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import { openTestApi, type TestApi } from '../api.ts'

let api: TestApi
before(async () => {
  api = await openTestApi()
  const body = { kind: 'enquiry', case: 'c1', type: 'contact-received', data: { channel: 'letter' } }
  assert.equal((await api.ask('POST', '/cases', { body })).statusCode, 201)
})
after(() => api.close())

test('The whole landlord comes as NDJSON that another installation takes in', async () => {
  const answer = await api.ask('GET', '/export')
  assert.equal(answer.statusCode, 200, answer.body)
  assert.match(String(answer.headers['content-type']), /^application\/x-ndjson/)
  assert.match(answer.body, /"case_id":"c1"/)
  const other = await openTestStore()
  done(await importedFrom(other.store, answer.body))
})

test('Only who may export can have it', async () => {
  const headers = { authorization: api.keyThat(['cases.read']) }
  assert.equal((await api.ask('GET', '/export', { headers })).statusCode, 403)
})

test('The latest verification is read, once there is one', async () => {
  assert.equal((await api.ask('GET', '/verification')).statusCode, 404)
  done(await verifyLandlord(api.test.store, api.acting))
  const answer = await api.ask('GET', '/verification')
  assert.equal(answer.statusCode, 200, answer.body)
  const { by, cases, differences, listed } = answer.json<Record<string, unknown>>()
  assert.deepEqual([by, cases, differences, listed], ['system', 1, 0, []])
})

test('History comes in a line an event; what cannot be taken in is listed with its line, and the rest is there', async () => {
  const lines = [
    '{"case":"h1","kind":"enquiry","type":"contact-received","at":"2026-03-02T09:00:00+00:00","id":"r1","data":{"channel":"letter"}}',
    'not an event',
    '{"case":"h1","kind":"enquiry","type":"reply-sent","at":"2026-03-05T09:00:00+00:00","recordedAt":"2026-03-06T09:00:00+00:00","id":"a1","data":{"full":true}}',
    '{"case":"h2","kind":"enquiry","type":"contact-recieved","at":"2026-03-02T09:00:00+00:00"}',
    '{"case":"f1","kind":"return","type":"return-recorded","at":"2026-03-02T09:00:00+00:00","data":{"name":"no-such","value":3}}',
  ]
  const send = () =>
    api.ask('POST', '/events', {
      headers: { authorization: api.keyThat(['import']), 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
  const first = await send()
  assert.equal(first.statusCode, 200, first.body)
  const { faults, ...counts } = first.json<{ faults: { line: number; because: string }[] }>()
  assert.deepEqual(counts, { cases: 1, events: 2, waiting: 0, again: 0, rejected: 3 })
  assert.deepEqual(
    faults.map(({ line }) => line),
    [2, 4, 5],
  )
  assert.match(faults[1]?.because ?? '', /contact-received/)
  assert.match(faults[2]?.because ?? '', /no promise takes a figure/)
  const clocks = (await api.ask('GET', '/cases/h1')).json<{ clocks: { outcome: string }[] }>()
  assert.ok(clocks.clocks.every(({ outcome }) => outcome === 'met' || outcome === 'missed'))
  const { cases, events, again } = (await send()).json<Record<string, unknown>>()
  assert.deepEqual([cases, events, again], [0, 0, 2], 'sent again, it is there once')
})
