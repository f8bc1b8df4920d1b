import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Happened, packOf, type Written } from './little-pack.ts'
import { figureIn, measure } from './measured.ts'

const made = (at: string, where: string | readonly string[] = ['website', 'office']): Happened => [
  'publication-made',
  at,
  { what: 'opening-hours', where, edition: 'first' },
]
const withdrawn = (at: string, where = 'office'): Happened => [
  'publication-withdrawn',
  at,
  { what: 'opening-hours', where },
]
const shownAt = { what: 'opening-hours', where: ['website', 'office'] }
const other: Happened = [
  'publication-made',
  '2026-03-01T10:00Z',
  { what: 'report', where: 'website', edition: 'first' },
]

const spells: readonly (readonly [
  why: string,
  clauses: Written,
  happened: readonly Happened[],
  kept: number,
  counted: number,
])[] = [
  ['every day from the one on which it was made', {}, [made('2026-03-11T23:00Z')], 21, 21],
  [
    'none on which one of the places did not show it',
    {},
    [made('2026-03-01T10:00Z', 'website'), made('2026-03-11T10:00Z', 'office')],
    21,
    31,
  ],
  [
    'none from the day on which it was taken down',
    {},
    [made('2026-03-01T10:00Z'), withdrawn('2026-03-11T10:00Z')],
    10,
    31,
  ],
  [
    'the days again once it is back',
    {},
    [made('2026-03-01T10:00Z'), withdrawn('2026-03-11T10:00Z'), made('2026-03-21T10:00Z', 'office')],
    21,
    31,
  ],
  ['none on which it was no longer current', { current_for: '10 days' }, [made('2026-03-01T10:00Z')], 11, 31],
  [
    'the days on which it was made anew in time',
    { current_for: '10 days' },
    [made('2026-03-01T10:00Z'), made('2026-03-09T10:00Z')],
    19,
    31,
  ],
  ['every day as missed where other things are shown and this never was', {}, [other], 0, 31],
  ['the days from the first publication of anything', {}, [other, made('2026-03-22T10:00Z')], 10, 31],
]

for (const [why, clauses, happened, kept, counted] of spells) {
  test(`What is published counts ${why}`, () => {
    const pack = packOf([{ published: { ...shownAt, ...clauses } }])
    const figure = figureIn(measure([pack], { p: happened }, { asOf: '2026-03-31T12:00Z' }))
    assert.deepEqual({ kept: figure.kept, counted: figure.counted }, { kept, counted })
  })
}

test('Who records none of what is shown has nothing to count', () => {
  const measured = measure(
    [packOf([{ published: shownAt }])],
    { c: [['contact-received', '2026-03-01T10:00Z']] },
    { asOf: '2026-03-31T12:00Z' },
  )
  assert.equal(figureIn(measured).verdict, 'nothing to count')
})

test('Days shown are cut by month, and by the days asked for', () => {
  const pack = packOf([{ published: shownAt }])
  const cases = { p: [made('2026-03-30T10:00Z'), withdrawn('2026-05-02T10:00Z')] }
  const measured = measure([pack], cases, {
    asOf: '2026-06-30T12:00Z',
    by: 'month',
    from: '2026-03-31',
    to: '2026-05-10',
  })
  const days = ['2026-03', '2026-04', '2026-05'].map((month) => figureIn(measured, month))
  assert.deepEqual(
    days.map(({ kept, counted }) => [kept, counted]),
    [
      [1, 1],
      [30, 30],
      [1, 10],
    ],
  )
})
