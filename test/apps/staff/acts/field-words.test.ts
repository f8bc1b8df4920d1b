import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabulary } from '#apps/compose.ts'
import { codeInLine, codeWords } from '#apps/staff/acts/field-words.ts'

test('Every event reads as words on pages, none as the letters of an abbreviation', () => {
  const types = [...vocabulary.events.keys()]
  assert.ok(types.length > 100)
  assert.deepEqual(
    types.flatMap((type) => [codeWords(type), codeInLine(type)]).filter((words) => /\basb\b/i.test(words)),
    [],
  )
  assert.equal(codeWords('asb-reported'), 'Antisocial behaviour reported')
})
