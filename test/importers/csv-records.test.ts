import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { linesOf } from '#core/lines.ts'
import { type CsvRecord, recordsOf } from '#importers/csv/records.ts'
import { inChunks } from './reading.ts'

async function read(text: string, lengths: readonly number[] = [text.length + 9], delimiter = ',') {
  const records: CsvRecord[] = []
  const bytes = new TextEncoder().encode(text)
  for await (const batch of recordsOf(linesOf(inChunks(bytes, lengths)), delimiter)) records.push(...batch)
  return records
}

const shown = (records: readonly CsvRecord[]) =>
  records.map(({ line, fields, fault }) => [line, fault ?? fields])

test('fields stand between delimiters, and quotes may hold a delimiter or a quote', async () => {
  assert.deepEqual(shown(await read('a,b\n"x, y","say ""yes"""\n')), [
    [1, ['a', 'b']],
    [2, ['x, y', 'say "yes"']],
  ])
})

test('a quoted field may span lines, and the rows after it keep their real line', async () => {
  assert.deepEqual(shown(await read('a,"one\r\ntwo\n\nfour",c\r\nd,e,f')), [
    [1, ['a', 'one\ntwo\n\nfour', 'c']],
    [5, ['d', 'e', 'f']],
  ])
})

test('blank lines between rows are skipped', async () => {
  assert.deepEqual(shown(await read('\na\n  \nb\n\n')), [
    [2, ['a']],
    [4, ['b']],
  ])
})

test('a row of empty fields is still a row', async () => {
  assert.deepEqual(shown(await read(',,\n')), [[1, ['', '', '']]])
})

test('a quote that is never closed costs its own line and no other', async () => {
  assert.deepEqual(shown(await read('a,"b\nc,d\ne,f\n')), [
    [1, 'a quote is opened on this line and never closed'],
    [2, ['c', 'd']],
    [3, ['e', 'f']],
  ])
})

test('a quote that is closed only by the quote of a later row costs its own line and no other', async () => {
  assert.deepEqual(shown(await read('a,"b\nc,"d",e\n')), [
    [1, 'a quote is opened on this line and never closed'],
    [2, ['c', 'd', 'e']],
  ])
})

test('a quote left open is given up after a thousand lines, however long the file is', async () => {
  const records = await read(`"open\n${'x,y\n'.repeat(5_000)}`)
  assert.equal(records.length, 5_001)
  assert.equal(records.filter((record) => record.fault !== undefined).length, 1)
  assert.deepEqual(shown(records).at(-1), [5_001, ['x', 'y']])
})

test('a quote in the middle of a bare field is a fault of that row alone', async () => {
  assert.deepEqual(shown(await read('a,b\n5" pipe,x\nc,d\n')), [
    [1, ['a', 'b']],
    [2, 'a quote stands in a field that does not begin with one'],
    [3, ['c', 'd']],
  ])
})

test('text after a closing quote is a fault of that row alone', async () => {
  assert.deepEqual(shown(await read('"a"b,c\nd,e\n')), [
    [1, 'a quoted field goes on after its closing quote; a quote inside one is written twice'],
    [2, ['d', 'e']],
  ])
})

test('a rejected row is kept as it stands in the file', async () => {
  const [record] = await read('"a"b,c\n')
  assert.equal(record?.text, '"a"b,c')
})

test('whatever is written as CSV is read back, with every delimiter and wherever the chunks are cut', async () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', ' ', '£') })
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 8 })
  const cuts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t', '|'), cuts, async (table, delimiter, lengths) => {
      const text = stringify(table, { delimiter, quoted: true })
      const records = await read(text, lengths, delimiter)
      assert.deepEqual(
        records.map((record) => record.fault ?? record.fields),
        table,
      )
    }),
    { numRuns: 300 },
  )
})

test('whatever stands in a file, every line is either in a record or blank', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(text, async (file) => {
      const found = (await read(file)).flatMap((record) => record.text.split('\n'))
      const lines = file.split('\n')
      const filled = (list: readonly string[]) => list.filter((line) => line.trim() !== '')
      assert.deepEqual(filled(found), filled(lines))
    }),
    { numRuns: 500 },
  )
})
