import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tasksSaid } from '#jobs/tasks/index.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import { roles } from '#core/people/role.ts'
import { packFields, promiseFields } from '#core/promises/parse-pack.ts'
import { kinds } from '#kinds/index.ts'
import { packReferenceOf } from '../../scripts/pack-reference.ts'
import { describedMeasures, packSchemaOf } from '../../scripts/pack-schema.ts'
import { writtenPacks } from './packs.ts'
import { wordsOf } from './tree.ts'

const eventTypes = [...vocabularyOf(kinds).events.keys()]
const reference = wordsOf('docs/pack-reference.md')

test('The reference of packs says what the definitions say; npm run docs writes it anew', () => {
  assert.equal(reference, packReferenceOf(eventTypes))
})

test('The schema of packs says what the definitions say; npm run docs writes it anew', () => {
  assert.equal(wordsOf('packs/pack.schema.json'), packSchemaOf(eventTypes))
})

test('The reference has every measure, and every clause under its measure', () => {
  const described = describedMeasures(eventTypes)
  assert.equal(described.length, 7)
  for (const { name, schema } of described) {
    const section = reference.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? ''
    const clauses = Object.keys(schema['properties'] as object)
    assert.ok(clauses.length > 1, name)
    assert.deepEqual(
      clauses.filter((clause) => !section.includes(`| \`${clause}\``)),
      [],
      name,
    )
  }
})

test('The reference has every field of a pack and of a promise', () => {
  const fields = [...Object.keys(packFields), ...Object.keys(promiseFields)]
  assert.deepEqual(
    fields.filter((field) => !reference.includes(`| \`${field}\``)),
    [],
  )
})

test('The glossary has every event of every kind', () => {
  const glossary = wordsOf('docs/glossary.md')
  assert.ok(eventTypes.length > 100)
  assert.deepEqual(
    eventTypes.filter((type) => !glossary.includes(`**\`${type}\`**`)),
    [],
  )
})

test('The schema of packs knows every clause that a pack uses', () => {
  const known = new Set(
    [...wordsOf('packs/pack.schema.json').matchAll(/"([a-z_]+)": [{[]/g)].map(([, name]) => name),
  )
  const used = writtenPacks().flatMap(({ promises }) => promises.flatMap((promise) => Object.keys(promise)))
  assert.deepEqual(
    [...new Set(used)].filter((name) => !known.has(name)),
    [],
  )
})

test('The page on running Kept has every role and every job, in the words of each', () => {
  const running = wordsOf('docs/running.md')
  const said = [
    ...Object.entries(roles).map(([role, { says }]) => `| ${role} | ${says} |`),
    ...tasksSaid.map(({ name, says }) => `| \`${name}\` | ${says}`),
  ]
  assert.deepEqual(
    said.filter((line) => !running.includes(line)),
    [],
  )
})
