import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { littleAsOf, littleFacts, littlePack } from './little.ts'
import { figuresIn, kept, scratch, share } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const facts = folder.file('facts.ndjson', littleFacts)
const good = ['measure', '--pack', pack, '--events', facts, '--as-of', littleAsOf]

test('Figures as JSON have the shape that was promised, exact values and nothing rounded', async () => {
  const { code, out, err } = await kept(...good, '--format', 'json')
  assert.deepEqual({ code, err }, { code: 0, err: '' })
  const { pack: id, edition, asOf, figures } = JSON.parse(out)
  assert.deepEqual(
    { id, edition, asOf },
    { id: 'little-homes', edition: '2026-01', asOf: '2026-04-01T01:00:00+01:00' },
  )
  const stated = [
    'promise',
    'period',
    'kept',
    'counted',
    'value',
    'target',
    'verdict',
    'running',
    'overdue',
    'paused',
    'void',
  ]
  const inShape = (figures as Record<string, unknown>[]).map((figure) => stated.map((name) => figure[name]))
  assert.deepEqual(inShape, [
    ['LIT-01', 'all', 2, 3, 2 / 3, 'at least 90%', 'missed', 1, 0, 0, 0],
    ['LIT-02', 'all', 2, 4, 0.5, 'at least 85%', 'missed', 0, 0, 0, 0],
    ['LIT-03', 'all', 1, 4, 0.25, 'under 4%', 'missed', 0, 0, 0, 0],
    ['LIT-04', 'all', 0, 0, null, '100%', 'nothing to count', 1, 0, 0, 0],
  ])
})

test('Figures as CSV carry the same names and values, for a spreadsheet', async () => {
  const { out } = await kept(...good, '--format', 'csv')
  assert.deepEqual(out.split('\n').slice(0, 2), [
    'promise,period,kept,counted,value,target,verdict,running,overdue,paused,void',
    'LIT-01,all,2,3,0.6666666666666666,at least 90%,missed,1,0,0,0',
  ])
  const rows: readonly Record<string, string>[] = parse(out, { columns: true })
  assert.equal(rows[3]?.['value'], '', 'nothing to count is neither 0% nor 100%')
})

test('Figures as a table show two decimals, and no percentage where nothing was counted', async () => {
  const { out } = await kept(...good)
  const lines = out.split('\n')
  assert.match(
    lines[0] ?? '',
    /^Promise +Period +Kept +Counted +Figure +Target +Verdict +Running +Overdue +Paused +Void$/,
  )
  assert.match(lines[2] ?? '', /^LIT-01 +all +2 +3 +66[.]67% +at least 90% +missed +1 +0 +0 +0$/)
  assert.match(lines[5] ?? '', /^LIT-04 +all +0 +0 +100% +nothing to count +1 +0 +0 +0$/)
})

for (const format of ['table', 'json', 'csv', 'html'])
  test(`Figures as ${format} are written to a file as they would be printed`, async () => {
    const printed = await kept(...good, '--format', format)
    const path = folder.path(`figures.${format}`)
    const written = await kept(...good, '--format', format, '--out', path)
    assert.deepEqual(written, { ...printed, out: '' })
    assert.equal(readFileSync(path, 'utf8'), printed.out)
    assert.ok(printed.out.includes('LIT-01'))
  })

test('Notes are missed by nobody: a table and JSON carry them, and for CSV they go to standard error', async () => {
  const early = [...good.slice(0, -1), '2026-03-10T00:00:00Z']
  const note = '5 events happened or came to be known after 2026-03-10T00:00:00+00:00: not counted yet.'
  assert.ok((await kept(...early)).out.endsWith(`\nNote: ${note}\n`))
  assert.deepEqual(JSON.parse((await kept(...early, '--format', 'json')).out).notes, [note])
  const csv = await kept(...early, '--format', 'csv')
  assert.deepEqual({ code: csv.code, err: csv.err }, { code: 0, err: `Note: ${note}\n` })
})

interface Cut {
  readonly why: string
  readonly options: readonly string[]
  readonly gives: Readonly<Record<string, string>>
}

const cuts: readonly Cut[] = [
  {
    why: 'by month, where a clock belongs to the month in which it was decided, by the landlord’s own midnight',
    options: ['--by', 'month'],
    gives: { 'LIT-01 2026-03': '2 of 3', 'LIT-02 2026-03': '2 of 4', 'LIT-02 2026-04': '0 of 0' },
  },
  {
    why: 'by quarter',
    options: ['--by', 'quarter'],
    gives: { 'LIT-01 2026-Q1': '2 of 3', 'LIT-01 2026-Q2': '0 of 0' },
  },
  { why: 'by year', options: ['--by', 'year'], gives: { 'LIT-01 2026': '2 of 3' } },
  {
    why: 'from the middle of a month, which leaves out what was decided before',
    options: ['--by', 'month', '--from', '2026-03-06'],
    gives: { 'LIT-01 2026-03': '1 of 1', 'LIT-02 2026-03': '1 of 1', 'LIT-03 2026-03': '0 of 1' },
  },
  {
    why: 'from the day of a decision on, that day with it',
    options: ['--from', '2026-03-05'],
    gives: { 'LIT-01': '2 of 3' },
  },
  {
    why: 'to the middle of a month, that day with it',
    options: ['--by', 'month', '--to', '2026-03-05'],
    gives: { 'LIT-01 2026-03': '1 of 2', 'LIT-02 2026-03': '1 of 3', 'LIT-03 2026-03': '1 of 3' },
  },
  {
    why: 'to the day before a decision',
    options: ['--to', '2026-03-04'],
    gives: { 'LIT-01': '0 of 0' },
  },
  {
    why: 'for a single day',
    options: ['--from', '2026-03-18', '--to', '2026-03-18'],
    gives: { 'LIT-01': '1 of 1', 'LIT-02': '0 of 0' },
  },
  {
    why: 'for months in which nothing happened, with nothing to count in each',
    options: ['--by', 'month', '--from', '2026-01-15', '--to', '2026-02-10'],
    gives: { 'LIT-01 2026-01': '0 of 0', 'LIT-01 2026-02': '0 of 0' },
  },
]

for (const { why, options, gives } of cuts)
  test(`Figures are cut ${why}`, async () => {
    const { out } = await kept(...good, ...options, '--format', 'json')
    const figures = figuresIn(out)
    const got = Object.fromEntries(Object.keys(gives).map((name) => [name, share(figures.get(name))]))
    assert.deepEqual(got, gives)
    const periods = new Set([...figures.keys()].map((name) => name.split(' ')[1] ?? 'all'))
    assert.equal(figures.size, periods.size * 4, 'every promise has its line in every period')
  })

test('Every clock is written with its times, those that concern the landlord as a whole as well', async () => {
  const path = folder.path('clocks.ndjson')
  await kept(...good, '--clocks', path)
  const clocks = readFileSync(path, 'utf8').trimEnd().split('\n')
  const of = (id: string) => clocks.find((clock) => clock.includes(`"case":"${id}"`))
  assert.equal(
    of('late'),
    '{"promise":"LIT-01","case":"late","n":1,"startedAt":"2026-03-02T10:00:00+00:00","dueOn":"2026-03-05",' +
      '"stoppedAt":"2026-03-06T09:00:00+00:00","outcome":"missed","decidedAt":"2026-03-05T23:59:59.999+00:00"}',
  )
  assert.equal(
    of('call-4'),
    '{"promise":"LIT-02","case":"call-4","n":1,"startedAt":"2026-03-31T23:30:00+01:00",' +
      '"dueAt":"2026-03-31T23:30:24+01:00","stoppedAt":"2026-03-31T23:30:05+01:00","outcome":"met",' +
      '"decidedAt":"2026-03-31T23:30:05+01:00"}',
  )
  assert.equal(
    of('open'),
    '{"promise":"LIT-01","case":"open","n":1,"startedAt":"2026-03-30T11:00:00+01:00","dueOn":"2026-04-02",' +
      '"stoppedAt":null,"outcome":"running","decidedAt":null}',
  )
  assert.equal(clocks.filter((clock) => clock.includes('LIT-04')).length, 1, 'the newsletter’s clock')
  assert.equal(clocks.length, 4 + 4 + 1)
})
