import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDefinition } from '#core/kind.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import { kinds } from '#kinds/index.ts'

const vocabulary = vocabularyOf(kinds)
const events = [...vocabulary.events.values()]
const fields = events.flatMap((event) =>
  [...event.fields].map(([name, field]) => ({ place: `${event.type}.${name}`, name, field })),
)

test('Every event type is in lower case with hyphens between its words, and every field in one word', () => {
  assert.deepEqual(
    events.map(({ type }) => type).filter((type) => !/^[a-z]+(-[a-z]+)*$/.test(type)),
    [],
  )
  assert.deepEqual(
    fields.filter(({ name }) => !/^[a-z][A-Za-z]*$/.test(name)).map(({ place }) => place),
    [],
  )
})

test('Every kind and event says what it is in one sentence', () => {
  const sentences = [...kinds, ...events.map(({ definition }) => definition)].map(({ says }) => says)
  assert.deepEqual(
    sentences.filter((says) => !/^[A-Z].{8,160}[.]$/.test(says)),
    [],
  )
})

test('Every field says what it is, and one that takes some words lists them', () => {
  assert.deepEqual(
    fields.filter(({ field }) => field.says.length < 3 || isWithoutWords(field)).map(({ place }) => place),
    [],
  )
})

test('What may be missing from an older row is never needed to record an event', () => {
  for (const place of [
    'complaint-acknowledged.investigator',
    'no-access.cardLeft',
    'court-pack-sent.statement',
  ])
    assert.equal(fields.find((each) => each.place === place)?.field.required, 'by a promise')
  for (const place of [
    'call-offered.queue',
    'reply-sent.full',
    'repair-reported.priority',
    'balance-read.pence',
  ])
    assert.equal(fields.find((each) => each.place === place)?.field.required, 'to record')
})

test('Changing the urgency or the priority makes running clocks be read again, and nothing else does', () => {
  assert.deepEqual([...vocabulary.rereading].sort(), ['priority-changed', 'urgency-changed'])
})

test('Records beside cases are told from cases', () => {
  const records = kinds.filter((kind) => kind.notACase).map(({ kind }) => kind)
  assert.deepEqual(records.sort(), [
    'diary',
    'obligation',
    'observation',
    'profile',
    'publication',
    'return',
    'setting',
    'survey',
    'training',
  ])
})

function isWithoutWords(field: FieldDefinition): boolean {
  return (field.type === 'one of') !== (field.oneOf !== undefined && field.oneOf.length > 1)
}
