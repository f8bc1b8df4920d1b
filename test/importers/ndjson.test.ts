import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { ndjson } from '#importers/ndjson/importer.ts'
import { allOf, asGolden, bytesOf, bytesOfFile, faultsIn, inChunks } from './reading.ts'

const folder = new URL('../../src/importers/ndjson/', import.meta.url)

test('the ndjson sample becomes its golden result', async () => {
  const imported = await allOf(ndjson, { bytes: bytesOfFile(new URL('sample.ndjson', folder)) })
  assert.equal(asGolden(imported), await readFile(new URL('sample.golden.ndjson', folder), 'utf8'))
})

test('empty lines are skipped and counted all the same', async () => {
  const imported = await allOf(ndjson, { bytes: bytesOf('\n{}\n \t\r\n{"a":1}') })
  assert.deepEqual(imported, [
    { line: 2, text: '{}' },
    { line: 4, text: '{"a":1}' },
  ])
})

test('a line over 1 MB is one fault, and the next line is read', async () => {
  const imported = await allOf(ndjson, { bytes: bytesOf(`${'x'.repeat(2_000_000)}\n{}\n`) })
  assert.deepEqual(faultsIn(imported), [
    '1: this line has 2000000 bytes; 1048576 is the most a line may have',
  ])
  assert.deepEqual(imported.at(-1), { line: 2, text: '{}' })
})

test('arbitrary bytes never throw in ndjson, and chunk borders make no difference', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), cuts, async (file, lengths) => {
      const whole = await allOf(ndjson, { bytes: inChunks(file, [400]) })
      assert.deepEqual(await allOf(ndjson, { bytes: inChunks(file, lengths) }), whole)
    }),
  )
})
