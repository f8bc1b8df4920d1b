import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { openTestApi } from '#test/apps/api/api.ts'
import { triedRoutes } from './asked.ts'

test('Who asks too often is told how long to wait, whoever else asks', async () => {
  const config = { requestsPerMinute: 4, unrecognisedPerMinute: 2 }
  const api = await openTestApi({ routes: triedRoutes, config })
  try {
    const statuses = async (times: number, path: string, headers = {}) => {
      const answers = []
      for (let n = 0; n < times; n++) answers.push(await api.ask('GET', path, { headers }))
      return answers
    }
    const own = await statuses(5, '/rooms/1')
    assert.deepEqual(
      own.map(({ statusCode }) => statusCode),
      [200, 200, 200, 200, 429],
    )
    const wait = Number(own.at(-1)?.headers['retry-after'])
    assert.ok(wait > 0 && wait <= 60, String(wait))
    assert.match(own.at(-1)?.body ?? '', /problem-too-many/)
    const other = api.keyThat(['cases.read'], { by: 'key:other' })
    const others = await statuses(3, '/seldom', { authorization: other })
    assert.deepEqual(
      others.map(({ statusCode }) => statusCode),
      [200, 200, 429],
    )
    const nobodys = await statuses(3, '/rooms/1', { authorization: 'Bearer guessed' })
    assert.deepEqual(
      nobodys.map(({ statusCode }) => statusCode),
      [401, 401, 429],
    )
  } finally {
    await api.close()
  }
})

test('While the database is away, the process lives, is not ready, and says to try again', async () => {
  const api = await openTestApi()
  try {
    assert.equal((await api.server.inject('/ready')).statusCode, 200)
    await api.test.store.database.close()
    const answer = await api.ask('GET', '/cases')
    assert.equal(answer.statusCode, 503)
    assert.match(answer.body, /problem-cannot-answer-now/)
    assert.equal(answer.headers['retry-after'], '5')
    assert.equal((await api.server.inject('/health')).statusCode, 200)
    const ready = await api.server.inject('/ready')
    assert.equal(ready.statusCode, 503)
    assert.deepEqual(ready.json(), { status: 'the database does not answer' })
  } finally {
    await api.server.close()
  }
})

test('What is not HTTP, or has headers without end, is answered and cut off', async () => {
  const api = await openTestApi({ routes: triedRoutes })
  try {
    const address = await api.server.listen({ host: '127.0.0.1', port: 0 })
    const port = Number(new URL(address).port)
    const nonsense = await said(port, 'nonsense\r\n\r\n')
    assert.match(nonsense, /^HTTP\/1[.]1 400 .*problem-cannot-be-read/s)
    const endless = await said(port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`)
    assert.match(endless, /^HTTP\/1[.]1 431 .*problem-headers-too-large/s)
  } finally {
    await api.close()
  }
})

/** What a server answers on a bare connection before it ends it. */
function said(port: number, words: string): Promise<string> {
  return new Promise((finish, fail) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    socket.on('data', (data: Buffer) => {
      text += data.toString()
    })
    socket.on('close', () => finish(text))
    // Cut off with something of ours unread, a connection is reset once the answer has come.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') fail(error)
    })
  })
}
