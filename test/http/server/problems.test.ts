import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { ProblemDetails } from '#http/server/problem.ts'
import { openTestApi, type TestApi } from '#test/apps/api/api.ts'
import { triedRoutes } from './asked.ts'

let api: TestApi
before(async () => {
  api = await openTestApi({ routes: triedRoutes })
})
after(() => api.close())

type Answered = Awaited<ReturnType<TestApi['ask']>>

/** The problem, once it is seen to be one. */
function problemIn(answer: Answered, status: number, kind: string): ProblemDetails {
  assert.equal(answer.statusCode, status, answer.body)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const problem = answer.json<ProblemDetails>()
  assert.equal(problem.type, `/api/v1/docs#problem-${kind}`)
  assert.equal(problem.status, status)
  assert.match(problem.detail, /^[A-Z“].*[.!?]$/su)
  assert.match(problem.instance, /^[\w-]{12}$/)
  return problem
}

test('Every fault of a body is named at once, with its field and its fix', async () => {
  const body = { colour: 'gren', size: 0, on: '2026-02-30', at: 'now', beside: { dor: 'x' }, nam: 'x' }
  const problem = problemIn(await api.ask('POST', '/rooms', { body }), 422, 'not-valid')
  assert.deepEqual(
    new Map(problem.errors?.map(({ pointer, fix }) => [pointer, fix])),
    new Map([
      ['/name', 'give “name”: what it is called'],
      ['/nam', 'did you mean “name”?'],
      ['/colour', 'did you mean “green”?'],
      ['/size', 'send a larger number'],
      ['/on', 'write it as year, month and day, such as 2026-03-02'],
      ['/at', 'write it with its offset, such as 2026-03-02T09:00:12+00:00'],
      ['/beside/door', 'give “door”'],
      ['/beside/dor', 'did you mean “door”?'],
    ]),
  )
})

test('A parameter is read as what it is, and refused with its fix where it is not that', async () => {
  const good = await api.ask('GET', '/rooms/a%2Fb?open=true&floor=2&wing=x&wing=y')
  assert.deepEqual(JSON.parse(good.json<{ got: string }>().got), {
    params: { room: 'a/b' },
    query: { open: true, floor: 2, wing: ['x', 'y'] },
  })
  const answer = await api.ask('GET', '/rooms/1?open=maybe&floor=-1&flor=2')
  const problem = problemIn(answer, 400, 'cannot-be-read')
  assert.deepEqual(
    problem.errors?.map((fault) => `${fault.in} ${fault.pointer}`).toSorted(),
    ['query /floor', 'query /flor', 'query /open'].toSorted(),
  )
})

for (const [says, body, detail] of [
  ['stops in the middle', '{"name": "x",\n "size": }', /line 2, column 10; there should be a value/],
  ['has a comma too many', '[1, 2,]', /line 1, column 7; there should be a value/],
  [
    'has a name without quotes',
    '{name: 1}',
    /line 1, column 2; there should be a name in double quotes or }/,
  ],
  ['goes on after its end', '{} {}', /line 1, column 4; there should be nothing more/],
  ['has a line end in a text', '{"name": "a\nb"}', /line 1, column 10; there should be a value/],
  ['is empty', ' ', /is empty/],
  ['has a number that is none', '{"size": 1e999}', /number is too large, at “\/size”/],
  ['has what no database keeps', '{"name": "a\\u0000b"}', /U\+0000, at “\/name”/],
  ['has half of a character', '{"name": "\\ud800"}', /half of a character, at “\/name”/],
  ['reaches for the prototype', '{"__proto__": {}}', /“__proto__”/],
  ['is nested without end', `${'['.repeat(100)}${']'.repeat(100)}`, /nested more than 64 deep/],
] as const)
  test(`A body that ${says} is refused with the place`, async () => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer own' }
    const answer = await api.server.inject({ method: 'POST', url: '/api/v1/rooms', headers, payload: body })
    assert.match(problemIn(answer, 400, 'cannot-be-read').detail, detail)
  })

test('A body that is not UTF-8 is refused', async () => {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer own' }
  const payload = Buffer.from([0x22, 0xff, 0x22])
  const answer = await api.server.inject({ method: 'POST', url: '/api/v1/rooms', headers, payload })
  assert.match(problemIn(answer, 400, 'cannot-be-read').detail, /UTF-8/)
})

test('A body over the limit of its route is refused, also where its length was not said', async () => {
  const headers = { 'content-type': 'text/plain', authorization: 'Bearer own' }
  const ask = (payload: string, more = {}) =>
    api.server.inject({ method: 'POST', url: '/api/v1/files', headers: { ...headers, ...more }, payload })
  assert.equal((await ask('0123456789')).json<{ got: string }>().got, 'text/plain 10')
  problemIn(await ask('0123456789a'), 413, 'too-large')
  const streamed = await api.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers,
    payload: Readable.from(['0123456789', '0123456789']),
  })
  problemIn(streamed, 413, 'too-large')
  problemIn(await api.ask('POST', '/rooms', { body: { name: 'x'.repeat(1_100_000) } }), 413, 'too-large')
})

test('A body of another content type is refused, and so is one where none is taken', async () => {
  const headers = { 'content-type': 'text/xml' }
  const problem = problemIn(
    await api.ask('POST', '/rooms', { headers, body: '<a/>' }),
    415,
    'wrong-content-type',
  )
  assert.match(problem.detail, /application\/json/)
  problemIn(await api.ask('DELETE', '/mine', { body: {} }), 415, 'wrong-content-type')
})

test('A list may come as NDJSON, with its faults by line', async () => {
  const headers = { 'content-type': 'application/x-ndjson' }
  const ask = (body: string) => api.ask('POST', '/lists', { headers, body })
  assert.equal((await ask('{"n":1}\n\n{"n":2}\n')).json<{ got: string }>().got, '2')
  assert.match(problemIn(await ask('{"n":1}\n{"n":}\n'), 400, 'cannot-be-read').detail, /line 2, column 6/)
  assert.equal(problemIn(await ask('{"n":1}\n{"n":"x"}\n'), 422, 'not-valid').errors?.[0]?.pointer, '/1/n')
  problemIn(await ask('{"n":1}\n'.repeat(4)), 413, 'too-large')
})

test('An address that is none is answered with the nearest that is one', async () => {
  assert.match(
    problemIn(await api.ask('GET', '/room/7'), 404, 'no-such-address').detail,
    /\/api\/v1\/rooms\/\{room\}/,
  )
  problemIn(await api.ask('GET', '/quite/another/thing'), 404, 'no-such-address')
  problemIn(await api.ask('GET', '/rooms/%ff'), 400, 'cannot-be-read')
  problemIn(await api.ask('GET', `/rooms/${'x'.repeat(3_000)}`), 404, 'no-such-address')
})

test('A method that an address does not take is answered with those it does', async () => {
  const answer = await api.ask('DELETE', '/rooms/7')
  problemIn(answer, 405, 'no-such-method')
  assert.equal(answer.headers.allow, 'GET, HEAD, PUT')
  assert.equal((await api.ask('HEAD', '/rooms/7')).statusCode, 200)
})

test('Who takes none of the content types that there are is told which there are', async () => {
  const headers = { accept: 'text/html, application/json;q=0' }
  assert.match(
    problemIn(await api.ask('GET', '/rooms/7', { headers }), 406, 'cannot-be-written-so').detail,
    /json/,
  )
  const anything = { accept: 'text/html, */*;q=0.1' }
  assert.equal((await api.ask('GET', '/rooms/7', { headers: anything })).statusCode, 200)
})

for (const [because, status, kind] of [
  ['not valid', 422, 'not-valid'],
  ['not allowed', 403, 'not-allowed'],
  ['not found', 404, 'not-found'],
  ['changed meanwhile', 409, 'changed-meanwhile'],
  ['already there', 409, 'already-there'],
  ['too large', 413, 'too-large'],
  ['too many', 429, 'too-many'],
] as const)
  test(`What the store refuses as “${because}” is answered ${status}, with the field and the fix`, async () => {
    const answer = await api.ask('GET', '/refused', { query: { because } })
    const problem = problemIn(answer, status, kind)
    const [error] = problem.errors ?? []
    assert.deepEqual([error?.pointer, error?.detail, error?.fix], ['/field', 'it is refused', 'do otherwise'])
    if (status === 429) assert.equal(answer.headers['retry-after'], '60')
  })

test('What must say which version it saw is refused without it, and where it saw an older one', async () => {
  const put = (headers: Record<string, string>) =>
    api.ask('PUT', '/rooms/7', { headers, body: { name: 'x' } })
  problemIn(await put({}), 428, 'needs-if-match')
  problemIn(await put({ 'if-match': '7' }), 400, 'cannot-be-read')
  problemIn(await put({ 'if-match': '"seven"' }), 400, 'cannot-be-read')
  problemIn(await put({ 'if-match': '"6"' }), 412, 'changed-meanwhile')
  assert.equal((await put({ 'if-match': '"7"' })).statusCode, 200)
})

test('A mistake of ours tells nothing but the request’s id, by which the log knows it', async () => {
  for (const path of ['/broken', '/undeclared']) {
    const answer = await api.ask('GET', path)
    const problem = problemIn(answer, 500, 'our-mistake')
    assert.doesNotMatch(JSON.stringify([answer.body, answer.headers]), /sesame|secret|Error|src\//)
    const lines = api.logged.filter((line) => line['reqId'] === problem.instance)
    assert.ok(lines.some((line) => line['msg'] === 'a mistake of ours' && line['level'] === 50))
    assert.doesNotMatch(JSON.stringify(lines), /sesame/)
  }
})

test('What takes too long is cut off', async () => {
  problemIn(await api.ask('GET', '/endless'), 503, 'took-too-long')
})

test('Lines and files are answered as they are', async () => {
  const lines = await api.ask('GET', '/lines')
  assert.equal(lines.headers['content-type'], 'application/x-ndjson')
  assert.equal(lines.body, '{"n":0}\n{"n":1}\n{"n":2}\n')
  const file = await api.ask('GET', '/file')
  assert.equal(file.body, 'a,b\n')
  assert.equal(
    file.headers['content-disposition'],
    `attachment; filename*=UTF-8''a%20%E2%80%9Cb%E2%80%9D.csv`,
  )
})
