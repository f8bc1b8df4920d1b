import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { openTestApi, type TestApi, testRoutes } from './api.ts'
import { requestsTo } from './requests.ts'
import type { Known } from './values.ts'

// Whatever is sent to whichever route: it is never our mistake, and what is refused leaves nothing behind.

/** How many requests each route gets. */
const requests = 12

/** Told of a refusal in passing, not left over from a part of the work. */
const mayGrow = new Set(['access_log'])

let api: TestApi
let owner: pg.Client
let counts: string
let known: Known

before(async () => {
  api = await openTestApi({ config: { requestsPerMinute: 1_000_000 } })
  owner = new pg.Client({ connectionString: api.test.url })
  // Its database may be gone before it is.
  owner.on('error', () => {})
  await owner.connect()
  counts = await countsOfAll()
  known = await knownHere()
})
after(async () => {
  await owner.end()
  await api.close()
})

let were: unknown

for (const route of testRoutes)
  test(`Whatever is sent to ${route.method} ${route.path}, it is answered, and nothing stays of what is refused`, async () => {
    were = await rows()
    await fc.assert(
      fc.asyncProperty(requestsTo(route, known), async ({ method, path, query, headers, payload }) => {
        const answer = await api.server.inject({
          method,
          url: `/api/v1${path}${query === '' ? '' : `?${query}`}`,
          headers: { authorization: 'Bearer own', ...headers },
          ...(payload !== undefined && { payload }),
        })
        const { statusCode, body } = answer
        assert.ok(
          statusCode >= 200 && statusCode < 500,
          `${statusCode} ${body} ${JSON.stringify(api.logged.at(-2))}`,
        )
        if (statusCode >= 400) {
          assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
          assert.deepEqual(await rows(), were)
        } else were = await rows()
      }),
      { numRuns: requests },
    )
  })

/** How many rows each table has. */
async function rows(): Promise<unknown> {
  const counted = await owner.query(counts)
  return counted.rows
}

/** One statement that counts the rows of every table. */
async function countsOfAll(): Promise<string> {
  const tables = await owner.query<{ readonly name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  )
  assert.ok(tables.rows.length > 20, `only ${tables.rows.length} tables were found`)
  return tables.rows
    .filter(({ name }) => !mayGrow.has(name))
    .map(({ name }) => `select '${name}' as name, count(*) from "${name}"`)
    .join(' union all ')
}

/** Words with which a request may come far. */
async function knownHere(): Promise<Known> {
  const body = { kind: 'enquiry', type: 'contact-received', data: { channel: 'letter' } }
  const answer = await api.ask('POST', '/cases', { body })
  assert.equal(answer.statusCode, 201, answer.body)
  const { case: id } = answer.json<{ case: string }>()
  const { kinds, events } = api.test.store.vocabulary
  const cursors = [
    [1],
    [1, 'x'],
    [2 ** 50],
    [2 ** 53 - 1, 'x'],
    [1e300, 'x'],
    [0.5, 'x', 1.5],
    [0, 'x', 'y', 1e20],
    ['x', 'y'],
  ]
  return {
    id: [id, 'case-1', 'case-2', 'x1'],
    kind: [...kinds.keys(), 'enquiry', 'enquiry'],
    type: [
      ...events.keys(),
      ...['contact-received', 'reply-sent', 'case-assigned'].flatMap((type) => Array(30).fill(type)),
    ],
    promise: ['LIN-39', 'LIN-41', 'XXX-01'],
    edition: ['undated', '2027-01'],
    from: ['2026-03', '2026-01', '1979-12'],
    to: ['2026-03', '2026-12', '2300-01'],
    after: cursors.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
    fact: [
      'channel',
      'full',
      'customer',
      'team',
      'words',
      'of',
      'event',
      'into',
      'fields',
      'reason',
      '__proto__',
    ],
  }
}
