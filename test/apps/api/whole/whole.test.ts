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
