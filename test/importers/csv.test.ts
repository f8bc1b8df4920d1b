import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { csv } from '#importers/csv/importer.ts'
import type { Mapping } from '#importers/csv/mapping.ts'
import { parseMapping } from '#importers/csv/parse-mapping.ts'
import { allOf, asGolden, bytesOf, bytesOfFile, eventsIn, faultsIn, inChunks } from './reading.ts'

const folder = new URL('../../src/importers/csv/', import.meta.url)

function mappingOf(written: string): Mapping {
  const mapping = parseMapping(written, 'm.yaml')
  assert.ok('rows' in mapping, JSON.stringify(mapping))
  return mapping
}

const byType = mappingOf(
  '{mapping: m, kind: {column: kind}, case: {column: case}, at: {column: at}, format: iso, type: {column: type}}',
)

const log = `mapping: log
kind: enquiry
case: {column: Case}
at: {column: At}
format: iso
first_of_case: {contact-received: {channel: e-mail}}
type: {column: What}
events:
  Taken: {reply-sent: {full: false}}
  Sorted: ignored
`

function read(written: string, text: string) {
  return allOf(csv, { bytes: bytesOf(text), mapping: mappingOf(written) })
}

test('the csv sample becomes its golden result', async () => {
  const mapping = mappingOf(await readFile(new URL('sample.mapping.yaml', folder), 'utf8'))
  const imported = await allOf(csv, { bytes: bytesOfFile(new URL('sample.csv', folder)), mapping })
  assert.equal(asGolden(imported), await readFile(new URL('sample.golden.ndjson', folder), 'utf8'))
})

test('a row in the ledger’s own words is taken as it is', async () => {
  const imported = await allOf(csv, {
    bytes: bytesOf('\ufeffcase,kind,type,at\r\nc1,call,call-ended,2026-03-02T09:00:12Z\r\n'),
    mapping: byType,
  })
  assert.deepEqual(imported, [
    {
      line: 2,
      text: '{"case":"c1","kind":"call","type":"call-ended","at":"2026-03-02T09:00:12+00:00","data":{}}',
    },
  ])
})

test('the first row of a case makes its contact, whatever the row says, and the later ones do not', async () => {
  const imported = await read(
    log,
    'Case,At,What\na,2026-03-02 09:00Z,Sorted\na,2026-03-02 10:00Z,Sorted\nb,2026-03-03 09:00Z,Taken\n',
  )
  assert.deepEqual(
    eventsIn(imported).map((event) => [event.case, event.type, event.at]),
    [
      ['a', 'contact-received', '2026-03-02T09:00:00+00:00'],
      ['b', 'contact-received', '2026-03-03T09:00:00+00:00'],
      ['b', 'reply-sent', '2026-03-03T09:00:00+00:00'],
    ],
  )
})

test('a first row with a fault does not use up the case’s first', async () => {
  const imported = await read(log, 'Case,At,What\na,yesterday,Sorted\na,2026-03-02 10:00Z,Sorted\n')
  assert.equal(faultsIn(imported).length, 1)
  assert.deepEqual(
    eventsIn(imported).map((event) => event.type),
    ['contact-received'],
  )
})

test('a value that the mapping does not list is a fault, so nothing is dropped in silence', async () => {
  const imported = await read(
    log,
    'Case,At,What\na,2026-03-02 09:00Z,Taken\na,2026-03-02 10:00Z,Sorte\na,2026-03-02 10:00Z,Lost\n',
  )
  assert.deepEqual(faultsIn(imported), [
    '3: “Sorte” is not among the events of the mapping; did you mean “Sorted”?',
    '4: “Lost” is not among the events of the mapping; say what it makes, or that it is ignored',
  ])
})

test('a column that is not in the header is told with what was meant, and no row is read', async () => {
  const imported = await read(log, 'case id,AT,What\na,2026-03-02 09:00Z,Taken\n')
  assert.deepEqual(faultsIn(imported), [
    '1: the header has no column “Case”; it has: case id, AT, What; no row was read',
    '1: the header has no column “At”; did you mean “AT”?; no row was read',
  ])
})

test('a column that is in the header twice cannot be meant', async () => {
  const imported = await read(log, 'Case,At,At,What\n')
  assert.match(faultsIn(imported)[0] ?? '', /“At” 2 times/)
})

test('a file without a header can be given one by the mapping', async () => {
  const imported = await read(`${log}header: [Case, At, What]\n`, 'a,2026-03-02 09:00Z,Taken\n')
  assert.equal(eventsIn(imported).length, 2)
})

test('an empty file is a fault, and a header without rows is a quiet month', async () => {
  assert.deepEqual(faultsIn(await read(log, '')), ['1: the file is empty: it has not even a header'])
  assert.deepEqual(await read(log, 'Case,At,What\n'), [])
})

test('a row of several events is taken whole or not at all', async () => {
  const written = `mapping: book
kind: enquiry
case: {column: Ref}
format: iso
events:
  - contact-received: {channel: letter}
    at: {column: Came}
  - {reply-sent: {full: true}, at: {column: Went}}
`
  const imported = await read(written, 'Ref,Came,Went\n1,2026-03-02 09:00Z,\n2,2026-03-02 09:00Z,soon\n')
  assert.deepEqual(
    eventsIn(imported).map((event) => event.type),
    ['contact-received'],
  )
  assert.match(faultsIn(imported)[0] ?? '', /^3: “soon” is not a time of ISO 8601/)
})

test('events of one row have different ids, the same from run to run', async () => {
  const written = `${log.replace('  Taken: {reply-sent: {full: false}}', '  Taken: [contact-opened, {reply-sent: {full: false}}]')}id: {column: Row}\n`
  const imported = await read(written, 'Row,Case,At,What\n17,a,2026-03-02 09:00Z,Taken\n')
  assert.deepEqual(
    eventsIn(imported).map((event) => event.id),
    ['17/first', '17', '17/2'],
  )
})

test('a cell may say a number, a code, a date, or that it is left out', async () => {
  const written = `${log}data:
  pence: {column: P, as: number}
  team: {column: T, as: code}
  on: {column: D, as: date, format: d MMM yyyy}
  reason: {column: R, values: {n/a: ~, Late: late}}
`
  const [first] = eventsIn(
    await read(
      written,
      'Case,At,What,P,T,D,R\na,2026-03-02 09:00Z,Taken,1250,Repairs & Voids,2 Mar 2026,n/a\n',
    ),
  )
  assert.deepEqual(first?.data, { pence: 1250, team: 'repairs-voids', on: '2026-03-02', channel: 'e-mail' })
})

test('a date and a time in two columns are one time', async () => {
  const written = log.replace('at: {column: At}', 'at: {columns: [On, At], format: dd/MM/yyyy HH:mm}')
  const imported = await read(
    `${written}time_zone: Europe/London\n`,
    'Case,On,At,What\na,02/07/2026,09:00,Taken\n',
  )
  assert.equal(eventsIn(imported)[0]?.at, '2026-07-02T09:00:00+01:00')
})

test('a file of a Windows spreadsheet with semicolons is read in its encoding', async () => {
  const written = `${log}delimiter: semicolon\nencoding: windows-1252\ndata: {note: {column: £}}\n`
  async function* bytes() {
    yield Buffer.from('Case;At;What;£\na;2026-03-02 09:00Z;Taken;caf\xe9\n', 'latin1')
  }
  const imported = await allOf(csv, { bytes: bytes(), mapping: mappingOf(written) })
  assert.equal(eventsIn(imported)[0]?.data['note'], 'café')
})

test('a field named __proto__ stays a field, for the ledger’s door to refuse', async () => {
  const imported = await read(
    `${log}data: {__proto__: {column: What}}\n`,
    'Case,At,What\na,2026-03-02 09:00Z,Taken\n',
  )
  assert.match(imported[0]?.text ?? '', /"__proto__":"Taken"/)
})

test('the importer is called wrongly without a mapping, which is the app’s mistake', async () => {
  await assert.rejects(allOf(csv, { bytes: bytesOf('a,b\n') }), /needs the mapping/)
})

test('arbitrary bytes never throw in csv, and chunk borders make no difference', async () => {
  const mapping = mappingOf(log)
  const line = fc.constantFrom(
    'a,2026-03-02 09:00Z,Taken',
    'b,"2026-03-02\n",Sorted',
    'a,"',
    '"x"y,,',
    ',,',
    '\r',
    '£,é',
    'a,b',
  )
  const rows = fc
    .array(line, { maxLength: 8 })
    .map((lines) => Buffer.from(`Case,At,What\n${lines.join('\n')}`))
  const bytes = fc.uint8Array({ maxLength: 200 })
  const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.oneof(rows, bytes), cuts, async (file, lengths) => {
      const whole = await allOf(csv, { bytes: inChunks(file, [1_000]), mapping })
      assert.deepEqual(await allOf(csv, { bytes: inChunks(file, lengths), mapping }), whole)
    }),
    { numRuns: 300 },
  )
})
