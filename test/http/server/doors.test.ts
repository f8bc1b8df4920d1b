import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestApi, type TestApi } from '#test/apps/api/api.ts'
import { triedRoutes } from './asked.ts'

let api: TestApi
before(async () => {
  api = await openTestApi({ routes: triedRoutes })
})
after(() => api.close())

const nobody = { authorization: '' }

test('Nobody gets in without a key or a session, except where a route says that anybody may', async () => {
  for (const { method, path, permission } of triedRoutes) {
    const answer = await api.ask(method, path.replaceAll(/\{\w+\}/g, '1'), { headers: nobody })
    const isOpen = typeof permission === 'object'
    assert.equal(answer.statusCode, isOpen ? 200 : 401, `${method} ${path}`)
    if (!isOpen) assert.equal(answer.headers['www-authenticate'], 'Bearer realm="Kept"')
  }
})

test('Who lacks the permission of a route is told which it is, before a word of the body is read', async () => {
  const authorization = api.keyThat(['masters.read'])
  for (const body of [{ name: 'x' }, 'not even JSON']) {
    const answer = await api.ask('POST', '/rooms', { headers: { authorization }, body })
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /read cases, their events and clocks/)
  }
  assert.equal((await api.ask('DELETE', '/mine', { headers: { authorization } })).statusCode, 204)
})

test('With a session, only our own pages may change something; a key may be used from anywhere', async () => {
  const asked = (headers: Record<string, string>) =>
    api.ask('DELETE', '/mine', {
      headers: { ...nobody, cookie: 'session=own', host: 'kept.example', ...headers },
    })
  const refusedFrom: readonly Record<string, string>[] = [
    {},
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://kept.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of refusedFrom) {
    const answer = await asked(headers)
    assert.equal(answer.statusCode, 403, JSON.stringify(headers))
    assert.match(answer.body, /problem-from-another-site/)
  }
  assert.equal((await asked({ origin: 'https://kept.example' })).statusCode, 204)
  assert.equal((await asked({ 'sec-fetch-site': 'same-origin' })).statusCode, 204)
  const headers = { origin: 'https://elsewhere.example' }
  assert.equal((await api.ask('DELETE', '/mine', { headers })).statusCode, 204)
  const read = { ...nobody, cookie: 'session=own' }
  assert.equal((await api.ask('GET', '/rooms/1', { headers: read })).statusCode, 200)
})

test('Every answer tells browsers to run, frame, guess and keep nothing of it', async () => {
  const answers = [
    await api.ask('GET', '/rooms/1'),
    await api.ask('GET', '/nothing'),
    await api.ask('GET', '/broken'),
  ]
  for (const { headers } of answers) {
    assert.match(String(headers['content-security-policy']), /^default-src 'none';/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'no-referrer')
    assert.equal(headers['x-frame-options'], 'DENY')
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(headers['x-powered-by'], undefined)
  }
})

test('The log says which route was asked, for whom and how it went, and nothing of what was sent', async () => {
  const from = api.logged.length
  await api.ask('GET', '/rooms/Mrs-Smith?wing=her-secret')
  const headers = { authorization: 'Bearer wrong-key', cookie: 'session=stolen' }
  await api.ask('POST', '/rooms', { headers, body: { name: 'her-secret' } })
  const lines = api.logged.slice(from)
  assert.deepEqual(
    lines.map(({ method, route, status, landlord, by }) => [method, route, status, landlord, by]),
    [
      ['GET', '/api/v1/rooms/:room', 200, api.acting.landlord, 'system'],
      ['POST', '/api/v1/rooms', 401, undefined, undefined],
    ],
  )
  assert.ok(lines.every(({ milliseconds }) => typeof milliseconds === 'number'))
  assert.doesNotMatch(JSON.stringify(lines), /Smith|secret|wrong-key|stolen|127\.0/)
})

test('Measurements are for this machine alone, unless there is a token, which then is needed', async () => {
  await api.ask('GET', '/rooms/1')
  const own = await api.server.inject('/metrics')
  assert.equal(own.statusCode, 200)
  assert.match(
    own.body,
    /kept_http_request_seconds_count\{method="GET",route="\/api\/v1\/rooms\/:room",status="200"\}/,
  )
  assert.match(own.body, /kept_database_connections\{state="idle"\} \d/)
  assert.match(own.body, /nodejs_eventloop_lag_seconds/)
  const elsewhere = await api.server.inject({ url: '/metrics', remoteAddress: '192.0.2.7' })
  assert.equal(elsewhere.statusCode, 404)
  const handedOn = await api.server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '192.0.2.7' } })
  assert.equal(handedOn.statusCode, 404)
  const withToken = await openTestApi({ routes: [], config: { metricsToken: 'secret-token' } })
  try {
    const asked = (headers: Record<string, string>) => withToken.server.inject({ url: '/metrics', headers })
    assert.equal((await asked({})).statusCode, 404)
    assert.equal((await asked({ authorization: 'Bearer secret-tokem' })).statusCode, 404)
    assert.equal((await asked({ authorization: 'Bearer secret-token' })).statusCode, 200)
  } finally {
    await withToken.close()
  }
})
