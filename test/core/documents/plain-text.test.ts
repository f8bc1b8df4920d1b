import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from '#core/documents/plain-text-directions.ts'
import { blocksInNotation, changedPieces, inNotation } from '#core/documents/plain-text-notation.ts'
import { plainText } from '#core/documents/plain-text.ts'
import { arabic, sample } from '#test/http/formats/sample.ts'

test('Plain text has lines of 78 columns at most, tables as columns where they fit, else as facts', () => {
  const text = plainText(sample)
  assert.deepEqual(
    text.split('\n').filter((line) => line.length > 78),
    [],
  )
  assert.match(text, /^How we kept our promises\n=+\n\nMade-up Homes\n20 October 2026\nVersion 2\n/)
  assert.match(text, /^Customer services {2}91\.2% {3}88\.0% {6}90\.4% {5}90%$/m)
  const wide = Array.from({ length: 9 }, (_, n) => ({ title: `A long heading ${n}`, align: 'end' as const }))
  const table = { kind: 'table' as const, caption: 'Wide', columns: wide, rows: [['First', '1', '2']] }
  assert.match(
    plainText({ ...sample, blocks: [table] }),
    /Wide\n\nFirst\n {2}A long heading 1: 1\n {2}A long heading 2: 2\n$/,
  )
})

test('Numbers and Latin words among letters from right to left are kept whole', () => {
  const whole = (text: string) =>
    runsOf(text)
      .filter((run) => run.isLeftToRight)
      .map((run) => run.text)
  assert.deepEqual(whole('اتصل بنا على 020 7946 0018 أو help@example.org.'), [
    '020 7946 0018',
    'help@example.org',
  ])
  assert.deepEqual(whole('مثال (An example only.) و £1,234.50 أو 91.2%'), [
    '(An example only.)',
    '£1,234.50',
    '91.2%',
  ])
  assert.match(plainText(arabic), /\u2066020 7946 0018\u2069/)
})

test('What is typed of a document says the same again, and tells what has changed', () => {
  const kept = sample.blocks.filter(({ kind }) => kind !== 'chart')
  assert.deepEqual(blocksInNotation(inNotation({ blocks: kept })), kept)
  assert.deepEqual(changedPieces('## Calls\n\n- Ring us', '## Calls\n\n- Ring us any time'), {
    gone: ['- Ring us'],
    added: ['- Ring us any time'],
  })
})
