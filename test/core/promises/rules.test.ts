import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Happened, packOf, type Written } from './little-pack.ts'
import { type Cases, figureIn, figureOf, measure } from './measured.ts'

const act = (data: Happened[2] = {}): Happened => ['no-access', '2026-03-02T10:00Z', data]
const card = { applies_to: 'no-access', requires: ['cardLeft', ['purpose', 'telephone']] }
const reasoned = { overrides: { 'P-1': 'dog' } }

const requiring: readonly (readonly [
  why: string,
  clauses: Written,
  data: Happened[2],
  kept: number,
  overridden: number,
])[] = [
  ['every field asked for is given', {}, { cardLeft: true, purpose: 'repair' }, 1, 0],
  ['any one of an inner list is enough', {}, { cardLeft: true, telephone: true }, 1, 0],
  ['one field is missing', {}, { purpose: 'repair' }, 0, 0],
  ['a field that says no is not given', {}, { cardLeft: false, purpose: 'repair' }, 0, 0],
  ['none of an inner list is given', {}, { cardLeft: true }, 0, 0],
  ['a reason on record is counted, and keeps nothing', {}, { purpose: 'repair', ...reasoned }, 0, 1],
  [
    'a reason on record is enough “where possible” (reading 3)',
    { reason_is_enough: true },
    { purpose: 'repair', ...reasoned },
    1,
    1,
  ],
  [
    'a reason for another promise is none for this',
    { reason_is_enough: true },
    { overrides: { 'P-2': 'dog' } },
    0,
    0,
  ],
  ['an empty reason is none', { reason_is_enough: true }, { overrides: { 'P-1': '' } }, 0, 0],
  [
    'a reason on an act that complied overrides nothing',
    {},
    { cardLeft: true, purpose: 'repair', ...reasoned },
    1,
    0,
  ],
  ['making the record is all that is asked', { requires: undefined, recorded: true }, {}, 1, 0],
]

for (const [why, clauses, data, kept, overridden] of requiring) {
  test(`Of an act that a rule applies to, ${why}`, () => {
    const figure = figureOf({ rule: { ...card, ...clauses } }, { a: [act(data)] })
    assert.deepEqual(
      { kept: figure.kept, counted: figure.counted, overridden: figure.overridden },
      { kept, counted: 1, overridden },
    )
  })
}

const told: Happened = ['customer-told', '2026-03-02T10:00Z']
const calledOff = (at: string, data: Happened[2] = { by: 'landlord' }): Happened => [
  'appointment-cancelled',
  at,
  data,
]
const rule = { applies_to: { event: 'appointment-cancelled', when: { by: 'landlord' } } }

const inOrder: readonly (readonly [
  why: string,
  clauses: Written,
  happened: readonly Happened[],
  asOf: string,
  figure: string,
])[] = [
  [
    'what must come earlier came',
    { earlier: 'customer-told' },
    [told, calledOff('2026-03-03T10:00Z')],
    '2026-03-03T10:00Z',
    '1/1',
  ],
  [
    'what must come earlier came later',
    { earlier: 'customer-told' },
    [calledOff('2026-03-01T10:00Z'), told],
    '2026-03-03T10:00Z',
    '0/1',
  ],
  [
    'what must follow came',
    { later: 'customer-told' },
    [calledOff('2026-03-01T10:00Z'), told],
    '2026-03-03T10:00Z',
    '1/1',
  ],
  [
    'what must follow has not come, and has no time to wait for',
    { later: 'customer-told' },
    [calledOff('2026-03-03T10:00Z')],
    '2026-03-03T10:00Z',
    '0/1',
  ],
  [
    'what must follow in time came at its end',
    { later: 'customer-told', within: '24 hours' },
    [calledOff('2026-03-01T10:00Z'), told],
    '2026-03-09T10:00Z',
    '1/1',
  ],
  [
    'what must follow in time came too late',
    { later: 'customer-told', within: '23 hours' },
    [calledOff('2026-03-01T10:00Z'), told],
    '2026-03-09T10:00Z',
    '0/1',
  ],
  [
    'what must follow may still come in time',
    { later: 'customer-told', within: '1 working day' },
    [calledOff('2026-03-03T10:00Z')],
    '2026-03-04T23:59Z',
    '0/0',
  ],
  [
    'what must follow can come in time no more',
    { later: 'customer-told', within: '1 working day' },
    [calledOff('2026-03-03T10:00Z')],
    '2026-03-05T00:00Z',
    '0/1',
  ],
  [
    'a machine told the customer, and no person did (trap 21)',
    { later: 'customer-told' },
    [calledOff('2026-03-01T10:00Z'), ['customer-told', '2026-03-02T10:00Z', { by: 'system' }]],
    '2026-03-03T10:00Z',
    '0/1',
  ],
  [
    'an act of somebody else is none',
    { later: 'customer-told' },
    [calledOff('2026-03-01T10:00Z', { by: 'customer' })],
    '2026-03-03T10:00Z',
    '0/0',
  ],
  [
    'a condition on the case leaves the act out',
    { later: 'customer-told', when: { place: 'home' } },
    [['appointment-booked', '2026-02-20T10:00Z', { place: 'office' }], calledOff('2026-03-01T10:00Z')],
    '2026-03-03T10:00Z',
    '0/0',
  ],
  [
    'a condition on the case holds',
    { later: 'customer-told', when: { place: 'home' } },
    [['appointment-booked', '2026-02-20T10:00Z', { place: 'home' }], calledOff('2026-03-01T10:00Z')],
    '2026-03-03T10:00Z',
    '0/1',
  ],
]

for (const [why, clauses, happened, asOf, expected] of inOrder) {
  test(`An act is judged by the case around it where ${why}`, () => {
    const { kept, counted } = figureOf({ rule: { ...rule, ...clauses } }, { a: happened }, { asOf })
    assert.equal(`${kept}/${counted}`, expected)
  })
}

const letters = { clock: { starts: 'contact-received', stops: 'reply-sent', within: '10 working days' } }
const late = { rule: { late: 'P-1', told_by: 'holding-reply-sent' } }
const letter: Happened = ['contact-received', '2026-03-02T10:00Z']

const watched: readonly (readonly [why: string, happened: readonly Happened[], figure: string])[] = [
  ['a clock that was kept asks for no notice', [letter, ['reply-sent', '2026-03-16T10:00Z']], '0/0'],
  [
    'notice came before it fell due (reading 8)',
    [letter, ['holding-reply-sent', '2026-03-16T23:59:59Z']],
    '1/1',
  ],
  ['notice came after it fell due', [letter, ['holding-reply-sent', '2026-03-17T00:00Z']], '0/1'],
  [
    'notice from before it began is of something else',
    [['holding-reply-sent', '2026-03-01T10:00Z'], letter],
    '0/1',
  ],
  [
    'a machine’s notice is none',
    [letter, ['holding-reply-sent', '2026-03-10T10:00Z', { by: 'system' }]],
    '0/1',
  ],
  [
    'each clock that was missed asks for a notice of its own',
    [
      letter,
      ['holding-reply-sent', '2026-03-10T10:00Z'],
      ['reply-sent', '2026-03-18T10:00Z'],
      ['contact-received', '2026-03-19T10:00Z'],
    ],
    '1/2',
  ],
]

for (const [why, happened, expected] of watched) {
  test(`Who must be told of what is late: ${why}`, () => {
    const measured = measure([packOf([letters, late])], { a: happened }, { asOf: '2026-06-01T12:00Z' })
    const { kept, counted } = figureIn(measured, 'all', 'P-2')
    assert.equal(`${kept}/${counted}`, expected)
  })
}

test('Who must be told of what is late is counted in the month in which it fell due', () => {
  const cases: Cases = {
    a: [
      ['contact-received', '2026-03-17T10:00Z'],
      ['reply-sent', '2026-04-20T10:00Z'],
    ],
  }
  const measured = measure([packOf([letters, late])], cases, { asOf: '2026-06-01T12:00Z', by: 'month' })
  assert.deepEqual(
    [figureIn(measured, '2026-03', 'P-2').counted, figureIn(measured, '2026-04', 'P-2').counted],
    [1, 0],
  )
})

test('A rule may watch a clock of its own, with its own limit', () => {
  const own = {
    rule: {
      late: { starts: 'contact-received', stops: 'reply-sent', within: '1 working day' },
      told_by: 'holding-reply-sent',
    },
  }
  const { kept, counted } = figureOf(own, {
    a: [letter, ['holding-reply-sent', '2026-03-03T10:00Z'], ['reply-sent', '2026-03-04T10:00Z']],
  })
  assert.deepEqual({ kept, counted }, { kept: 1, counted: 1 })
})
