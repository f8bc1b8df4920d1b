import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'

/** A clause as the register of all five landlords' published standards has it. */
interface Row {
  readonly id: string
  readonly section: string
  readonly kind: string
  readonly subject: string
  readonly promise: string
  readonly limit: string
  readonly target: string
  readonly reported: string
  readonly assured_by: string
}

type Clauses = Readonly<Record<string, unknown>>

/** A promise as it stands in a pack, unread: this test judges what people wrote, not what we made of it. */
interface Written extends Clauses {
  readonly id: string
  readonly section: string
  readonly subject: string
  readonly promise: string
}

/** Where a pack says otherwise than the register, and which reading of the clause decided so. */
interface Departure {
  readonly id: string
  readonly field: Compared
  readonly pack: string
  readonly why: string
}

type Compared = 'measure' | 'section' | 'subject' | 'limit' | 'target' | 'reported' | 'assured_by'

const measures = ['clock', 'ratio', 'survey', 'check', 'recurring', 'rule', 'published']
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

function inRegister(row: Row): Readonly<Record<Compared, string>> {
  return {
    measure: row.kind,
    section: row.section,
    subject: row.subject,
    limit: row.limit,
    target: targetInWords(row.target),
    reported: listed(row.reported.split(';')),
    assured_by: listed(row.assured_by.split(';')),
  }
}

function inPack(promise: Written): Readonly<Record<Compared, string>> {
  const measure = measures.filter((each) => each in promise)
  return {
    measure: measure.join(' and '),
    section: promise.section,
    subject: promise.subject,
    limit: limitOf(promise, measure[0] ?? ''),
    target: targetInWords(text(promise.target)),
    reported: listed((promise.reported ?? []) as readonly string[]),
    assured_by: listed((promise.assured_by ?? []) as readonly string[]),
  }
}

/** The length or date that a clock or a recurring duty keeps to, as written; nothing for other measures. */
function limitOf(promise: Written, measure: string): string {
  if (measure !== 'clock' && measure !== 'recurring') return ''
  const { within, every, before, by, extends: extension } = promise[measure] as Clauses
  // “Regularly” is the pack's word where the landlord gives no figure.
  const length = text(within ?? (every === 'regularly' ? '' : every))
  const date = text(before).replace(/ before \S+$/, ' before') || monthInWords(text(by))
  return `${length}${date}${secondRoute((extension ?? {}) as Clauses)}`
}

/** Reading 17: one test with two routes, the second by an acknowledgement. A new date is no route but an extension. */
function secondRoute({ within, then }: Clauses): string {
  return /^\d/.test(text(then)) ? ` | ${text(within)} + ${text(then)}` : ''
}

/** The register writes “March 2010” where a pack writes 2010-03. */
function monthInWords(by: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(by)
  if (month === null) return by
  return new Date(Date.UTC(Number(month[1]), Number(month[2]) - 1)).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** The register writes “>=85%” where a pack writes “at least 85%”. */
function targetInWords(target: string): string {
  return target
    .replace('>=', 'at least ')
    .replace('<=', 'at most ')
    .replace('<', 'under ')
    .replace('>', 'over ')
}

function initialsOf(row: Row): string {
  return row.id.slice(0, row.id.indexOf('-'))
}

function listed(items: readonly string[]): string {
  return items.map((item) => item.trim()).join('; ')
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

function wordsOnly(sentence: string): string {
  return sentence.toLowerCase().replace(/[^a-z0-9 ]/g, '')
}
