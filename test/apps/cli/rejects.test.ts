import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { asFile, contact, event, littleAsOf, littlePack, reply } from './little.ts'
import { figuresIn, kept, scratch, share } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const asOf = ['--as-of', littleAsOf, '--format', 'json']

const bad = [
  '{"case": "torn',
  ' {"case":"spaced" , "kind":"enquiry","type":"reply-sent","at":"2026-03-02T10:00:00Z"}  ',
  contact('x', '02/03/2026 10:00'),
  event('x', 'enquiry', 'contact-received', '2026-03-02T10:00:00Z', { channel: 'Brieftaube – 😀' }),
  event('kept', 'enquiry', 'event-withdrawn', '2026-03-09T10:00:00Z', { event: 'r9', reason: 'typo' }),
]

test('Rejected rows are written as they were, and read again they have the same faults', async () => {
  const facts = folder.file('facts.ndjson', asFile([contact('kept', '2026-03-02T10:00:00Z'), ...bad]))
  const rejects = folder.path('rejects.ndjson')
  const first = await kept('measure', '--pack', pack, '--events', facts, ...asOf, '--rejects', rejects)
  assert.equal(first.code, 1)
  assert.deepEqual(linesOf(rejects).toSorted(), bad.toSorted())
  const again = folder.path('again.ndjson')
  const second = await kept('measure', '--pack', pack, '--events', rejects, ...asOf, '--rejects', again)
  assert.deepEqual(reasons(second.err), reasons(first.err))
  assert.deepEqual(linesOf(again).toSorted(), bad.toSorted())
})

test('Rejected rows that are put right make the figures whole', async () => {
  const facts = folder.file(
    'halves.ndjson',
    asFile([contact('a', '2026-03-02T10:00:00Z'), reply('a', '2026-03-04T10:00:00')]),
  )
  const rejects = folder.path('halves-rejects.ndjson')
  const first = await kept('measure', '--pack', pack, '--events', facts, ...asOf, '--rejects', rejects)
  assert.equal(share(figuresIn(first.out).get('LIT-01')), '0 of 1')
  const mended = folder.file(
    'mended.ndjson',
    readFileSync(rejects, 'utf8').replace('10:00:00"', '10:00:00Z"'),
  )
  const second = await kept('measure', '--pack', pack, '--events', facts, mended, ...asOf)
  assert.equal(share(figuresIn(second.out).get('LIT-01')), '1 of 1')
})

test('Without faults the rejects file is empty, so that nobody takes an old one for today’s', async () => {
  const facts = folder.file('good.ndjson', asFile([contact('a', '2026-03-02T10:00:00Z')]))
  const rejects = folder.file('old-rejects.ndjson', 'left from yesterday\n')
  const { code } = await kept('measure', '--pack', pack, '--events', facts, ...asOf, '--rejects', rejects)
  assert.deepEqual({ code, left: readFileSync(rejects, 'utf8') }, { code: 0, left: '' })
})

test('More faults than a screen can show are counted on the screen and all written to the rejects', async () => {
  const facts = folder.file('heap.ndjson', asFile(Array.from({ length: 12_345 }, (_, row) => `row ${row}`)))
  const rejects = folder.path('heap-rejects.ndjson')
  const ran = await kept('measure', '--pack', pack, '--events', facts, ...asOf, '--rejects', rejects)
  const told = ran.err.trimEnd().split('\n')
  assert.match(told[9_999] ?? '', /heap[.]ndjson:10000: /)
  assert.equal(told[10_000], 'and 2345 more; write them out with --rejects FILE')
  assert.equal(linesOf(rejects).length, 12_345)
})

const mapping = `mapping: tickets
kind: enquiry
case: {column: ID}
format: dd/MM/yyyy HH:mm
time_zone: Europe/London
events:
  - contact-received: {channel: {column: How}}
    at: {column: Received}
  - reply-sent: {full: true}
    at: {column: Replied}
`
const heading = 'ID,How,Received,Replied'
const badRows = [
  'b,pigeon,02/03/2026 10:00,04/03/2026 10:00',
  'c,e-mail,02/13/2026 10:00,04/03/2026 10:00',
  'd,e-mail,02/03/2026 10:00',
  'e,"e-mail,02/03/2026 10:00,03/03/2026 10:00',
]

test('Rejected rows of a table keep their heading and stay whole: no half of a row is counted', async () => {
  const importer = ['--importer', 'csv', '--mapping', folder.file('mapping.yaml', mapping)]
  const rows = [heading, 'a,e-mail,02/03/2026 10:00,04/03/2026 10:00', ...badRows]
  const facts = folder.file('tickets.csv', rows.map((row) => `${row}\r\n`).join(''))
  const rejects = folder.path('rejects.csv')
  const clocks = folder.path('clocks.ndjson')
  const files = ['--rejects', rejects, '--clocks', clocks]
  const first = await kept('measure', '--pack', pack, ...importer, '--events', facts, ...asOf, ...files)
  assert.equal(share(figuresIn(first.out).get('LIT-01')), '1 of 1')
  assert.deepEqual(linesOf(rejects), [heading, ...badRows])
  assert.doesNotMatch(readFileSync(clocks, 'utf8'), /"case":"[bcde]"/)
  const again = folder.path('again.csv')
  const second = await kept(
    'measure',
    '--pack',
    pack,
    ...importer,
    '--events',
    rejects,
    ...asOf,
    '--rejects',
    again,
  )
  assert.deepEqual(reasons(second.err), reasons(first.err))
  assert.deepEqual(linesOf(again), [heading, ...badRows])
})

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').trimEnd().split('\n')
}

/** What is said of each row, without its place. */
function reasons(err: string): readonly string[] {
  return err
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^.*?:\d+: /, ''))
    .toSorted()
}
