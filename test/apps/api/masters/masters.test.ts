import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { oneOfEach } from '#test/store/masters/samples.ts'
import { masters } from '#store/masters/masters.ts'
import { openTestApi, type TestApi } from '../api.ts'

let opened: Promise<TestApi> | undefined
const api = () => (opened ??= openTestApi())
after(async () => (await opened)?.close())

test('Every kind of master is added, read, listed, changed and, where it may be, taken away', async () => {
  const { ask } = await api()
  const given = { ...oneOfEach['customers']?.values }
  const other = await ask('POST', '/customers', { body: { ...given, id: 'customers-2' } })
  assert.equal(other.statusCode, 201, other.body)
  for (const { kind, removable } of masters) {
    const { values, change } = oneOfEach[kind] ?? { values: {}, change: {} }
    const added = await ask('POST', `/${kind}`, { body: { ...values, id: `${kind}-1` } })
    assert.equal(added.statusCode, 201, `${kind} ${added.body}`)
    assert.equal(added.headers.location, `/api/v1/${kind}/${kind}-1`)
    const read = await ask('GET', `/${kind}/${kind}-1`)
    assert.deepEqual([read.statusCode, read.headers.etag], [200, '"1"'], read.body)
    const {
      id: _id,
      version: _version,
      changedAt: _at,
      changedBy: _by,
      erasedAt: _erased,
      ...fields
    } = read.json()
    assert.deepEqual({ ...fields, ...values }, fields, kind)
    const headers = { 'if-match': '"1"' }
    const changed = await ask('PUT', `/${kind}/${kind}-1`, { body: { ...fields, ...change }, headers })
    assert.deepEqual([changed.statusCode, changed.headers.etag], [200, '"2"'], changed.body)
    const late = await ask('PUT', `/${kind}/${kind}-1`, { body: fields, headers })
    assert.equal(late.statusCode, 412, late.body)
    const listed = await ask('GET', `/${kind}?limit=1`)
    assert.equal(listed.json().rows.length, 1, listed.body)
    if (removable) assert.equal(await removedAndAdded(kind, values), true)
  }
})

/** What others do not need is taken away, and put back. */
async function removedAndAdded(kind: string, values: object): Promise<boolean> {
  const { ask } = await api()
  const removed = await ask('DELETE', `/${kind}/${kind}-1`, { headers: { 'if-match': '"2"' } })
  assert.equal(removed.statusCode, 204, removed.body)
  assert.equal((await ask('GET', `/${kind}/${kind}-1`)).statusCode, 404)
  return (await ask('POST', `/${kind}`, { body: { ...values, id: `${kind}-1` } })).statusCode === 201
}

test('A list goes on page by page and is narrowed by what its rows name', async () => {
  const { ask } = await api()
  for (const id of ['a', 'b', 'c']) await ask('POST', '/offices', { body: { id: `page-${id}`, name: id } })
  const seen: string[] = []
  let next: string | null = ''
  for (let pages = 0; pages < 20 && next !== null; pages++) {
    const answer = await ask('GET', `/offices?limit=2${next === '' ? '' : `&after=${next}`}`)
    const page = answer.json() as { rows: { id: string }[]; next: string | null }
    seen.push(...page.rows.map(({ id }) => id))
    next = page.next
  }
  assert.deepEqual(
    seen.filter((id) => id.startsWith('page-')),
    ['page-a', 'page-b', 'page-c'],
  )
  assert.equal(new Set(seen).size, seen.length)
  await ask('POST', '/teams', { body: { id: 'of-a', name: 'of a', office: 'page-a' } })
  const teams = await ask('GET', '/teams?office=page-a')
  assert.deepEqual(
    teams.json().rows.map(({ id }: { id: string }) => id),
    ['of-a'],
  )
})

test('Sent twice with one key, a master is added once', async () => {
  const { ask } = await api()
  const asked = { headers: { 'idempotency-key': 'add-a-team' }, body: { name: 'Once' } }
  const [one, two] = [await ask('POST', '/teams', asked), await ask('POST', '/teams', asked)]
  assert.deepEqual(two.json(), one.json())
})

test('A refusal names the field, and a key sees no more than it may', async () => {
  const { ask, keyThat } = await api()
  const faulty = await ask('POST', '/homes', { body: { address: '1 High Street', postcode: 'nowhere' } })
  assert.equal(faulty.statusCode, 422)
  assert.equal(faulty.json().errors[0].pointer, '/postcode')
  const misspelt = await ask('POST', '/homes', { body: { adress: '1 High Street' } })
  assert.ok([400, 422].includes(misspelt.statusCode))
  const reader = { authorization: keyThat(['masters.read']) }
  assert.equal((await ask('GET', '/customers', { headers: reader })).statusCode, 403)
  assert.equal((await ask('POST', '/staff', { headers: reader, body: { name: 'x' } })).statusCode, 403)
  const unread = await ask('PUT', '/homes/h', { body: { address: 'x' }, headers: { 'if-match': '*' } })
  assert.equal(unread.statusCode, 422)
})

test('Words are written, read with a line in the log, and erased', async () => {
  const { ask } = await api()
  const customer = 'customers-2'
  const note = await ask('POST', '/words', { body: { kind: 'note', customer, text: 'Rang about rain.' } })
  assert.equal(note.statusCode, 201, note.body)
  const words = note.json().id as string
  const read = await ask('GET', `/words?customer=${customer}`)
  assert.equal(read.json().rows[0].text, 'Rang about rain.', read.body)
  const log = await ask('GET', `/customers/${customer}/access`)
  assert.deepEqual([log.json().rows[0].what, log.json().rows[0].words], ['words', [words]])
  const erased = await ask('POST', `/words/${words}/erasure`, { body: { why: 'about somebody else' } })
  assert.deepEqual(erased.json(), { words: 1, attachments: 0 })
  assert.equal((await ask('GET', `/words?ids=${words}`)).json().rows[0].text, null)
  assert.equal((await ask('GET', '/words')).statusCode, 422)
})

test('A file goes in as bytes and comes out to be saved, never opened', async () => {
  const { ask } = await api()
  const headers = { 'content-type': 'text/html' }
  const path = '/attachments?name=../rain%20%22letter%22.txt&customer=customers-2'
  const put = await ask('POST', path, { headers, body: 'It rains in.' })
  assert.equal(put.statusCode, 201, put.body)
  assert.equal(put.json().type, 'text/plain', 'by what it is, not by what it was said to be')
  const got = await ask('GET', `/attachments/${put.json().id}`)
  assert.equal(got.body, 'It rains in.')
  assert.match(String(got.headers['content-disposition']), /^attachment; /)
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  const page = await ask('POST', path, { headers, body: '<html><script>alert(1)</script></html>' })
  assert.equal(page.statusCode, 422)
  assert.equal((await ask('GET', '/attachments?customer=customers-2')).json().attachments.length, 1)
})

test('A file of masters is tried, run, reported and undone', async () => {
  const { ask } = await api()
  const headers = { 'content-type': 'text/csv' }
  const body = 'home,address,postcode,colour\nimp-1,1 Beck Row,LA9 4AA,red\nimp-2,2 Beck Row,nowhere,red\n'
  const tried = await ask('POST', '/imports?kind=homes&name=homes.csv&ignore=colour', { headers, body })
  assert.equal(tried.statusCode, 201, tried.body)
  const { id, counts } = tried.json()
  assert.deepEqual([counts.add, counts.rejected], [1, 1])
  const rows = await ask('GET', `/imports/${id}/rows?outcome=rejected`)
  assert.deepEqual([rows.json().rows[0].line, rows.json().rows[0].fields], [3, ['postcode']])
  const rejected = await ask('GET', `/imports/${id}/rejected`)
  assert.match(rejected.body, /imp-2,2 Beck Row,nowhere,red,3,/)
  assert.equal((await ask('POST', `/imports/${id}/run`)).json().state, 'done')
  const found = await ask('GET', '/search?text=beck%20row&kind=home')
  assert.deepEqual(
    found.json().found.map((each: { id: string }) => each.id),
    ['imp-1'],
  )
  assert.equal((await ask('POST', `/imports/${id}/undo`)).json().counts.undone, 1)
  assert.equal((await ask('GET', `/imports/${id}`)).json().state, 'undone')
  assert.equal((await ask('GET', '/imports')).json().rows.length, 1)
})

test('A customer is erased, and the rules for keeping words are set', async () => {
  const { ask } = await api()
  const erased = await ask('POST', '/customers/customers-2/erasures', { body: { why: 'asked for' } })
  assert.equal(erased.statusCode, 200, erased.body)
  assert.equal((await ask('GET', '/customers/customers-2')).json().name, null)
  assert.equal((await ask('GET', '/customers/customers-2/erasures')).json().erasures.length, 1)
  const set = await ask('PUT', '/retention/note', { body: { months: 24 } })
  assert.deepEqual(
    set.json().rules.map(({ kind, months }: { kind: string; months: number }) => [kind, months]),
    [['note', 24]],
  )
  assert.equal((await ask('GET', '/retention')).json().rules.length, 1)
})
