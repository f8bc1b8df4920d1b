import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionsOf } from '#core/promises/edition.ts'
import { isRefusal } from '#core/refusal.ts'
import { feed } from '#test/core/time/calendars.ts'
import { type Happened, packOf, shown, type Written } from './little-pack.ts'
import { type Cases, figureIn, measure } from './measured.ts'

const answered = (within: string): Written => ({
  clock: { starts: 'contact-received', stops: { event: 'reply-sent', when: { full: true } }, within },
})
const first = packOf([answered('10 working days')], { edition: 'first' })
const second = packOf([answered('5 working days')], { edition: 'second', in_force_from: '2026-04-01' })
const reply = (at: string): Happened => ['reply-sent', at, { full: true }]
const asOf = '2026-06-01T12:00Z'

const cases: readonly (readonly [why: string, happened: readonly Happened[], clocks: readonly string[]])[] = [
  [
    'the last moment before it is the old one’s',
    [['contact-received', '2026-03-31T22:59:59.999Z']],
    ['first missed, due 2026-04-16'],
  ],
  [
    'the first moment of its first day is the new one’s',
    [['contact-received', '2026-03-31T23:00Z']],
    ['second missed, due 2026-04-10'],
  ],
  [
    'a clock keeps the edition in force when it began, though it is decided under another',
    [['contact-received', '2026-03-25T10:00Z'], reply('2026-04-09T10:00Z')],
    ['first met, due 2026-04-10, stopped 2026-04-09T11:00:00+01:00'],
  ],
  [
    'an open clock of the old edition keeps a further contact from starting one of the new',
    [
      ['contact-received', '2026-03-25T10:00Z'],
      ['contact-received', '2026-04-02T10:00Z'],
      reply('2026-04-09T10:00Z'),
      ['contact-received', '2026-04-10T10:00Z'],
      reply('2026-04-13T10:00Z'),
    ],
    [
      'first met, due 2026-04-10, stopped 2026-04-09T11:00:00+01:00',
      'second met, due 2026-04-17, stopped 2026-04-13T11:00:00+01:00',
    ],
  ],
]

for (const [why, happened, expected] of cases) {
  test(`Where one edition follows another, ${why}`, () => {
    const { clocks } = measure([second, first], { a: happened }, { asOf })
    assert.deepEqual(
      clocks.map((clock) => `${clock.edition} ${shown(clock)}`),
      expected,
    )
  })
}

test('Nothing from before the first edition was in force starts a clock', () => {
  const { clocks } = measure([second], { a: [['contact-received', '2026-03-25T10:00Z']] }, { asOf })
  assert.deepEqual(clocks, [])
})

test('One figure holds the clocks of both editions, against the target of the newest', () => {
  const packs = [
    packOf([{ ...answered('10 working days'), target: '100%' }], { edition: 'first' }),
    packOf([{ ...answered('5 working days'), target: 'at least 50%' }], {
      edition: 'second',
      in_force_from: '2026-04-01',
    }),
  ]
  const both: Cases = {
    a: [['contact-received', '2026-03-25T10:00Z']],
    b: [['contact-received', '2026-04-02T10:00Z'], reply('2026-04-07T10:00Z')],
  }
  const { kept, counted, target, verdict } = figureIn(measure(packs, both, { asOf }))
  assert.deepEqual(
    { kept, counted, target, verdict },
    { kept: 1, counted: 2, target: 'at least 50%', verdict: 'met' },
  )
})

test('A promise that a new edition leaves out is still measured for what began before', () => {
  const without = packOf([{ id: 'P-9', ...answered('5 working days') }], {
    edition: 'second',
    in_force_from: '2026-04-01',
  })
  const both: Cases = {
    a: [['contact-received', '2026-03-25T10:00Z']],
    b: [['contact-received', '2026-04-02T10:00Z']],
  }
  const measured = measure([first, without], both, { asOf })
  assert.deepEqual(
    measured.promises.map(({ promise, whole }) => [promise.id, whole.counted]),
    [
      ['P-1', 1],
      ['P-9', 1],
    ],
  )
})

test('Who must be told of what is late is asked of the clocks there are, once, under the edition each began in', () => {
  const late = { rule: { late: 'P-1', told_by: 'holding-reply-sent' } }
  const packs = [
    packOf([answered('10 working days'), late], { edition: 'first' }),
    packOf([answered('5 working days'), late], { edition: 'second', in_force_from: '2026-04-01' }),
  ]
  const further: Cases = {
    a: [
      ['contact-received', '2026-03-25T10:00Z'],
      ['contact-received', '2026-04-02T10:00Z'],
    ],
    b: [['contact-received', '2026-04-02T10:00Z']],
  }
  const measured = measure(packs, further, { asOf })
  assert.deepEqual(
    [figureIn(measured, 'all', 'P-1').counted, figureIn(measured, 'all', 'P-2').counted],
    [2, 2],
  )
})

test('An act is judged by the rule of the edition in force', () => {
  const rule = (requires: readonly string[]) => ({ rule: { applies_to: 'no-access', requires } })
  const packs = [
    packOf([rule(['cardLeft'])], { edition: 'first' }),
    packOf([rule(['cardLeft', 'purpose'])], { edition: 'second', in_force_from: '2026-04-01' }),
  ]
  const acts: Cases = {
    a: [['no-access', '2026-03-31T22:59:59.999Z', { cardLeft: true }]],
    b: [['no-access', '2026-03-31T23:00Z', { cardLeft: true }]],
  }
  const { kept, counted } = figureIn(measure(packs, acts, { asOf }))
  assert.deepEqual({ kept, counted }, { kept: 1, counted: 2 })
})

test('Two editions of one name are refused, as nothing could tell them apart', () => {
  const twin = packOf([answered('5 working days')], { edition: 'first', in_force_from: '2026-04-01' })
  const refused = editionsOf([first, twin], feed)
  assert.ok(isRefusal(refused))
  assert.match(refused.refusal, /two editions are both called “first”/)
})
