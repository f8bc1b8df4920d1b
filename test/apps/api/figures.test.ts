import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openTestApi, type TestApi } from './api.ts'

const now = Date.parse('2026-04-10T10:00:00Z')
let api: TestApi
before(async () => {
  api = await openTestApi({ now: () => now })
  for (const [id, day] of [
    ['kept', '2026-03-03'],
    ['late', '2026-03-31'],
  ] as const) {
    const body = [
      {
        case: id,
        kind: 'enquiry',
        type: 'contact-received',
        at: '2026-03-02T09:00:00Z',
        data: { channel: 'letter' },
      },
      { case: id, type: 'reply-sent', at: `${day}T09:00:00Z`, data: { channel: 'letter', full: true } },
    ]
    const answer = await api.ask('POST', '/acts', { body })
    assert.equal(answer.json<{ recorded: number }>().recorded, 2, answer.body)
  }
})
after(() => api.close())

test('Figures are of the months asked for, and the clocks behind them can be listed', async () => {
  const answer = await api.ask('GET', '/figures?from=2026-03&to=2026-03&by=month&promise=LIN-39')
  assert.equal(answer.statusCode, 200, answer.body)
  const { figures, from, to } = answer.json<{
    figures: readonly Record<string, unknown>[]
    from: string
    to: string
  }>()
  assert.deepEqual([from, to], ['2026-03-01', '2026-03-31'])
  assert.deepEqual(
    figures.map(({ promise, period, kept, counted, value }) => [promise, period, kept, counted, value]),
    [['LIN-39', '2026-03', 1, 2, 0.5]],
  )
  const behind = async (query: string) => {
    const page = await api.ask('GET', `/figures/LIN-39/clocks?${query}`)
    assert.equal(page.statusCode, 200, page.body)
    return page.json<{ rows: readonly { case: string; outcome: string }[]; next: string | null }>()
  }
  const all = await behind('from=2026-03&to=2026-03')
  assert.deepEqual(
    all.rows.map((row) => `${row.case} ${row.outcome}`),
    ['kept met', 'late missed'],
  )
  const first = await behind('limit=1')
  const second = await behind(`limit=1&after=${first.next}`)
  assert.deepEqual([...first.rows, ...second.rows], all.rows)
  assert.deepEqual(
    (await behind('outcome=missed')).rows.map((row) => row.case),
    ['late'],
  )
  assert.deepEqual((await behind('from=2026-04')).rows, [])
})

test('Months that are none, or too many of them, are refused with the fix', async () => {
  for (const [query, status] of [
    ['from=2026-13', 400],
    ['from=March', 400],
    ['by=week', 400],
    ['from=0001-01', 422],
    ['from=2026-03&to=2026-02', 422],
    ['from=1990-01&to=2020-01', 422],
    ['promise=XXX-01', 404],
  ] as const) {
    const answer = await api.ask('GET', `/figures?${query}`)
    assert.equal(answer.statusCode, status, `${query}: ${answer.body}`)
  }
})

test('The vocabulary and the promises can be read by programs', async () => {
  const kinds = (await api.ask('GET', '/kinds')).json<{
    kinds: readonly { kind: string }[]
    anyCase: readonly { type: string }[]
  }>()
  for (const kind of ['call', 'enquiry', 'complaint', 'repair', 'reception-visit', 'appointment'])
    assert.ok(
      kinds.kinds.some((each) => each.kind === kind),
      kind,
    )
  assert.ok(kinds.anyCase.some(({ type }) => type === 'case-assigned'))
  const { promises } = (await api.ask('GET', '/promises')).json<{
    promises: readonly { promise: string; formula: string }[]
  }>()
  assert.ok(promises.length > 50)
  assert.match(promises.find(({ promise }) => promise === 'LIN-39')?.formula ?? '', /10 working days/)
})

test('An edition is checked, tried, activated and read again, word for word', async () => {
  const pack = readFileSync('packs/linstone/pack.yaml', 'utf8')
    .replace(/^edition: .*$/m, 'edition: "2026-04"')
    .replace(/^in_force_from: .*$/m, 'in_force_from: 2026-04-01')
  const faulty = await api.ask('POST', '/editions/check', { body: { pack: pack.replace('clock:', 'clok:') } })
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /clok/)
  const checked = await api.ask('POST', '/editions/check', { body: { pack } })
  assert.equal(checked.statusCode, 200, checked.body)
  assert.equal(checked.json<{ inForceFrom: string }>().inForceFrom, '2026-04-01')
  const preview = await api.ask('POST', '/editions/preview', { body: { pack } })
  assert.equal(preview.statusCode, 200, preview.body)
  assert.equal((await api.ask('GET', '/editions')).json<{ editions: unknown[] }>().editions.length, 1)
  const body = { pack, why: 'the standards of April' }
  const activated = await api.ask('POST', '/editions', { body })
  assert.equal(activated.statusCode, 201, activated.body)
  assert.equal(activated.json<{ version: number }>().version, 2)
  assert.equal((await api.ask('POST', '/editions', { body })).statusCode, 409)
  const { editions } = (await api.ask('GET', '/editions')).json<{
    editions: readonly { edition: string }[]
  }>()
  assert.deepEqual(editions[0]?.edition, '2026-04')
  const read = await api.ask('GET', '/editions/2026-04', { headers: { accept: 'application/yaml' } })
  assert.equal(read.body, pack)
  assert.equal((await api.ask('GET', '/editions/2027-01')).statusCode, 404)
})

test('Bank holidays are loaded whole, or refused', async () => {
  const was = (await api.ask('GET', '/holidays')).json<{ holidays: Record<string, { events: unknown[] }> }>()
    .holidays
  const why = 'one more day'
  assert.equal(
    (await api.ask('POST', '/holidays', { body: { holidays: { scotland: 5 }, why } })).statusCode,
    422,
  )
  const scotland = was['scotland']
  assert.ok(scotland)
  const event = { title: 'A day of thanks', date: '2026-05-15', notes: '', bunting: false }
  const events = [...scotland.events, event]
  const holidays = { ...was, scotland: { ...scotland, events } }
  const loaded = await api.ask('POST', '/holidays', { body: { holidays, why } })
  assert.equal(loaded.statusCode, 201, loaded.body)
  assert.deepEqual((await api.ask('GET', '/holidays')).json<{ holidays: unknown }>().holidays, holidays)
})
