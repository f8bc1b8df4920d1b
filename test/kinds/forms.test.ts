import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { vocabulary } from '#apps/compose.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import type { Pack } from '#core/promises/pack.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { kinds } from '#kinds/index.ts'
import { foldersIn, isThere, root } from '#test/house/tree.ts'

const landlordFolders = foldersIn('packs').filter((folder) => isThere(`packs/${folder}/pack.yaml`))
const events = [...vocabulary.events.values()]

test('Every case can be opened by staff, with an act of its own kind', () => {
  const cases = kinds.filter((kind) => kind.notACase !== true && kind.everyEvent === undefined)
  const withoutOpening = cases.filter(
    ({ events: own }) => !Object.values(own).some(({ opens, act }) => opens === true && act !== undefined),
  )
  assert.deepEqual(
    withoutOpening.map(({ kind }) => kind),
    [],
  )
})

test('What acts follow, cannot come after or go with are acts that there are', () => {
  const named = [
    ...events.flatMap(({ definition: { follows = [], notAfter = [] } }) => [...follows, ...notAfter]),
    ...kinds.flatMap((kind) => kind.with ?? []),
  ]
  assert.deepEqual(
    named.filter((type) => !vocabulary.events.has(type)),
    [],
  )
})

test('Buttons are short and begin with a verb in capitals; questions are plain, without exclamation', () => {
  const buttons = events.flatMap(({ definition: { act } }) => act ?? [])
  const labels = events.flatMap(({ definition, fields }) => [
    ...[...fields.values()].flatMap(({ label }) => label ?? []),
    ...(definition.asksFor === undefined ? [] : [definition.asksFor.label]),
  ])
  assert.deepEqual(
    buttons.filter((words) => !/^[A-Z][a-z][a-zA-Z’ -]{1,44}$/.test(words)),
    [],
  )
  assert.deepEqual(
    labels.filter((words) => !/^[A-Z][^!]{2,64}[a-z?]$/.test(words)),
    [],
  )
})

test('Two acts that a case takes never share a button', () => {
  const ofAnyCase = events.filter((known) => !vocabulary.kinds.has(known.kind)).map(({ type }) => type)
  const shared = kinds.flatMap(({ kind, events: own, with: others = [] }) => {
    const types = new Set([...Object.keys(own), ...others, ...ofAnyCase])
    const acts = [...types].flatMap((type) => vocabulary.events.get(type)?.definition.act ?? [])
    return acts.filter((act, index) => acts.indexOf(act) !== index).map((act) => `${kind}: ${act}`)
  })
  assert.deepEqual(shared, [])
})

for (const folder of landlordFolders)
  test(`Whatever the promises of ${folder} look at in an act of staff can be told on its form`, () => {
    const known = [...seenIn(packOf(folder))].filter(({ type }) => isToldByStaff(type))
    assert.ok(known.length > 10, 'the promises look at something')
    assert.deepEqual(
      known.filter(({ type, field }) => labelOf(type, field) === undefined),
      [],
    )
  })

interface Seen {
  readonly type: string
  readonly field: string
}

/** Each field of an event that a promise looks at: in its conditions, or as what it requires. */
function* seenIn({ promises }: Pack): Generator<Seen> {
  for (const { clauses, measure } of promises) {
    yield* conditionsIn(clauses)
    if (measure !== 'rule') continue
    for (const { event: type } of clauses.appliesTo ?? [])
      for (const field of (clauses.requires ?? []).flat()) yield { type, field }
  }
}

function* conditionsIn(value: unknown): Generator<Seen> {
  if (typeof value !== 'object' || value === null) return
  if ('event' in value && 'when' in value && Array.isArray(value.when))
    // Who did it is known, and is not asked.
    for (const { field } of value.when as readonly { readonly field: string }[])
      if (field !== 'by' || value.event === 'appointment-cancelled')
        yield { type: String(value.event), field }
  for (const inner of Object.values(value)) yield* conditionsIn(inner)
}

function isToldByStaff(type: string): boolean {
  return vocabulary.events.get(type)?.definition.act !== undefined
}

function labelOf(type: string, field: string): string | undefined {
  return vocabulary.events.get(type)?.fields.get(field)?.label
}

function packOf(folder: string): Pack {
  const text = readFileSync(join(root, `packs/${folder}/pack.yaml`), 'utf8')
  return parsePack(text, folder, knownEvents(vocabulary)) as Pack
}
