import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { type Compared, inPack, inRegister, type Row, type Written } from './compared.ts'

/** Where a pack says otherwise than the register, and which reading of the clause decided so. */
interface Departure {
  readonly id: string
  readonly field: Compared
  readonly pack: string
  readonly why: string
}

const landlords = {
  MGH: 'mount-green',
  OHG: 'one-housing-group',
  LIN: 'linstone',
  LHH: 'longhurst-and-havelok',
  SLH: 'south-lakes',
}

const departures: readonly Departure[] = [
  { id: 'MGH-12', field: 'limit', pack: 'for', why: 'the agreed time is the one the booking carries' },
  { id: 'MGH-34', field: 'limit', pack: '3 working hours', why: 'reading 21 counts office hours' },
  { id: 'MGH-35', field: 'limit', pack: '', why: 'a rule: the call back must carry the agreed date' },
  { id: 'MGH-75', field: 'limit', pack: 'consultBy', why: 'reading 24 has each programme carry its dates' },
  { id: 'OHG-41', field: 'target', pack: 'at most 28 days on average', why: 'reading 30 shows the mean' },
  { id: 'SLH-37', field: 'limit', pack: 'for', why: 'the agreed time is the one the booking carries' },
]

const register: readonly Row[] = parseCsv(readFileSync(new URL('../register.csv', import.meta.url)), {
  columns: true,
})

test('the register holds 338 clauses, each under an id of its own', () => {
  assert.equal(register.length, 338)
  assert.equal(new Set(register.map((row) => row.id)).size, 338)
  assert.deepEqual(new Set(register.map(initialsOf)), new Set(Object.keys(landlords)))
})

for (const [initials, folder] of Object.entries(landlords)) {
  const rows = register.filter((row) => initialsOf(row) === initials)

  test(`${folder} promises each of its ${rows.length} clauses of the register, in its order and no other`, () => {
    assert.deepEqual(
      promisesOf(folder).map((promise) => promise.id),
      rows.map((row) => row.id),
    )
  })

  test(`${folder} measures, aims at and reports each clause as the register says`, () => {
    const promises = new Map(promisesOf(folder).map((promise) => [promise.id, promise]))
    assert.deepEqual(
      rows.flatMap((row) => differences(row, promises.get(row.id))),
      [],
    )
  })

  test(`${folder} makes each promise in words of its own`, () => {
    const promises = new Map(promisesOf(folder).map((promise) => [promise.id, promise]))
    const copied = rows.filter(
      (row) => wordsOnly(row.promise) === wordsOnly(promises.get(row.id)?.promise ?? ''),
    )
    assert.deepEqual(
      copied.map((row) => `${row.id} repeats the register's sentence`),
      [],
    )
  })
}

test('every departure from the register is one that a pack makes', () => {
  const rows = new Map(register.map((row) => [row.id, row]))
  for (const { id, field, pack } of departures) {
    const row = rows.get(id)
    assert.ok(row, `${id} is not in the register`)
    assert.notEqual(
      inRegister(row)[field],
      pack,
      `${id} ${field}: pack and register agree, so it departs in nothing`,
    )
  }
})

function promisesOf(folder: string): readonly Written[] {
  const pack = readFileSync(new URL(`../../packs/${folder}/pack.yaml`, import.meta.url), 'utf8')
  return (parseYaml(pack) as { readonly promises: readonly Written[] }).promises
}

function differences(row: Row, promise: Written | undefined): readonly string[] {
  if (promise === undefined) return [`${row.id} is missing`]
  const wanted = inRegister(row)
  const found = inPack(promise)
  return (Object.keys(wanted) as Compared[]).flatMap((field) => {
    const departure = departures.find((each) => each.id === row.id && each.field === field)
    const expected = departure?.pack ?? wanted[field]
    if (found[field] === expected) return []
    return [`${row.id} ${field}: the pack says “${found[field]}” where “${expected}” is promised`]
  })
}

function initialsOf(row: Row): string {
  return row.id.slice(0, row.id.indexOf('-'))
}

function wordsOnly(sentence: string): string {
  return sentence.toLowerCase().replace(/[^a-z0-9 ]/g, '')
}
