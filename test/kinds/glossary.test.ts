import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { kinds } from '#kinds/index.ts'
import { glossaryOf } from '../../scripts/glossary.ts'
import { words, wordsWeDoNotUse } from '../../scripts/glossary-words.ts'

test('The glossary says what the kinds say; npm run docs writes it anew', () => {
  const written = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
  assert.equal(written, glossaryOf(kinds))
})

test('The glossary marks what an event cannot be recorded without, and what a promise demands', () => {
  const glossary = glossaryOf(kinds)
  assert.match(glossary, /`queue`\\\* \(code\)/)
  assert.match(glossary, /`investigator` † \(id\)/)
  assert.match(glossary, /`urgent` \(yes or no\)/)
})

test('No sentence of the glossary uses a word that we do not use', () => {
  const avoided = new RegExp(`\\b(${Object.keys(wordsWeDoNotUse).join('|')})s?\\b`, 'i')
  const sentences = kinds.flatMap((kind) => [
    kind.says,
    ...Object.values(kind.events).flatMap((event) => [
      event.says,
      ...Object.values(event.fields ?? {}).map((field) => field.says),
    ]),
  ])
  assert.ok(sentences.length > 100, 'the sentences were found')
  assert.deepEqual(
    [...sentences, ...Object.values(words)].filter((sentence) => avoided.test(sentence)),
    [],
  )
})
