import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainField } from '#core/ledger/explain-field.ts'
import { checkOf } from '#core/ledger/field-check.ts'
import type { FieldDefinition, FieldType } from '#core/kind.ts'

const instant = '2026-03-20T10:30:00+00:00'

/** What each type of field takes, and what it does not, with what it says of that. */
const types: Readonly<
  Record<FieldType, { takes: readonly unknown[]; refuses: readonly (readonly [unknown, RegExp])[] }>
> = {
  'one of': {
    takes: ['e-mail', 'letter'],
    refuses: [
      ['email', /did you mean "e-mail"\? it is one of: letter, e-mail/],
      ['pigeon', /it is one of: letter, e-mail/],
      [true, /cannot be true/],
    ],
  },
  code: {
    takes: ['main', 'x'.repeat(200)],
    refuses: [
      ['', /""/],
      [17, /a code in quotation marks/],
      [true, /a code/],
      ['x'.repeat(201), /words belong in the drawer/],
    ],
  },
  'code or yes': {
    takes: [true, false, 'gas-check'],
    refuses: [
      [1, /true or false/],
      ['', /a code/],
    ],
  },
  'code or number': {
    takes: ['satisfied', 4, 0],
    refuses: [
      [true, /a number/],
      [['x'], /a list/],
    ],
  },
  id: {
    takes: ['s-17', 4012],
    refuses: [
      [1.5, /an id/],
      [{}, /an object/],
    ],
  },
  ids: {
    takes: ['s-17', 4012, ['s-17', 's-20'], []],
    refuses: [
      [[true], /a list of ids/],
      [false, /an id/],
    ],
  },
  'yes or no': {
    takes: [true, false],
    refuses: [
      ['yes', /true or false without quotation marks/],
      [0, /true or false/],
    ],
  },
  'whole number': {
    takes: [0, -1250, 99_999],
    refuses: [
      [12.5, /whole pence/],
      ['1250', /without quotation marks/],
      [2 ** 60, /whole number/],
    ],
  },
  number: {
    takes: [2.5, -1, 0],
    refuses: [
      ['2.5', /without quotation marks/],
      [Number.POSITIVE_INFINITY, /Infinity/],
    ],
  },
  date: {
    takes: ['2026-03-20', '1990-01-01', '2100-12-31'],
    refuses: [
      ['20/03/2026', /not a date/],
      ['2026-02-30', /does not exist/],
      ['2101-01-01', /between 1990 and 2100/],
    ],
  },
  instant: {
    takes: [instant, '2026-03-20T10:30Z'],
    refuses: [
      ['2026-03-20', /a date without a time/],
      ['2026-03-20T10:30', /from UTC/],
    ],
  },
  'date or instant': {
    takes: ['2026-03-20', instant],
    refuses: [
      ['10:30', /not a date or a time/],
      ['2026-03-20T10:30', /from UTC/],
      ['9999-12-31', /between 1990 and 2100/],
      [20_260_320, /in quotation marks/],
    ],
  },
  'reasons by promise': {
    takes: [{ 'XXX-01': 'sickness' }, {}],
    refuses: [
      [{ 'XXX-01': true }, /promises with their reasons/],
      ['sickness', /"promise": "reason-code"/],
      [['XXX-01'], /a list/],
    ],
  },
  fields: {
    takes: [{ full: true, newDate: '2026-03-20' }],
    refuses: [
      ['full', /fields with their values/],
      [{ a: { b: { c: { d: { e: 1 } } } } }, /four levels/],
    ],
  },
}

for (const [type, { takes, refuses }] of Object.entries(types)) {
  const field: FieldDefinition = { says: 'a field', type: type as FieldType, oneOf: ['letter', 'e-mail'] }

  test(`A field that is ${type} takes what it is meant for`, () => {
    const check = checkOf(field)
    assert.deepEqual(
      takes.filter((value) => !check(value)),
      [],
    )
  })

  test(`A field that is ${type} refuses anything else, and says what to write`, () => {
    const check = checkOf(field)
    for (const [value, words] of refuses) {
      assert.equal(check(value), false, `${String(value)} was let in`)
      const { refusal, fix } = explainField('field', field, value)
      assert.match(`${refusal}. ${fix}`, words)
      assert.match(refusal, /^field /)
    }
  })
}

test('A field we do not read may not hold words, only facts', () => {
  assert.match(explainField('note', undefined, 'x'.repeat(201)).fix ?? '', /drawer/)
  assert.match(explainField('note', undefined, [[[[[[1]]]]]]).refusal, /more than a fact/)
})
