import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packOf, type Written } from './little-pack.ts'
import { type Cases, figureIn, measure } from './measured.ts'

const asOf = '2026-06-30T23:00Z'
const answered = { starts: 'contact-received', stops: 'reply-sent', within: '10 working days' }
const offeredCall = {
  starts: 'call-offered',
  stops: 'call-answered',
  within: '20 seconds',
  fails: 'call-abandoned',
  voids: 'call-refused',
}
const clockCases: Cases = {
  early: [
    ['contact-received', '2026-03-02T10:00Z', { urgent: true }],
    ['reply-sent', '2026-03-13T10:00Z'],
  ],
  justInTime: [
    ['contact-received', '2026-03-02T10:00Z'],
    ['reply-sent', '2026-03-16T10:00Z'],
  ],
  quick: [
    ['call-offered', '2026-03-02T10:00:00Z'],
    ['call-answered', '2026-03-02T10:00:10Z'],
  ],
  slow: [
    ['call-offered', '2026-03-02T10:00:00Z'],
    ['call-answered', '2026-03-02T10:00:11Z'],
  ],
  lost: [
    ['call-offered', '2026-03-02T10:00:00Z'],
    ['call-abandoned', '2026-03-02T10:00:11Z'],
  ],
  refused: [
    ['call-offered', '2026-03-02T10:00:00Z'],
    ['call-refused', '2026-03-02T10:00:11Z'],
  ],
  open: [['contact-received', '2026-06-29T10:00Z']],
}

const overClocks: readonly (readonly [
  why: string,
  share: Written,
  of: Written,
  kept: number,
  counted: number,
])[] = [
  ['kept of decided: what is open or void is neither', { clocks: 'kept' }, { clocks: 'decided' }, 4, 5],
  ['early is before the due day, or in half the time', { clocks: 'early' }, { clocks: 'kept' }, 2, 4],
  [
    'only those of cases of which the condition holds',
    { clocks: 'kept', when: { urgent: true } },
    { clocks: 'decided', when: { urgent: true } },
    1,
    1,
  ],
]

for (const [why, share, of, kept, counted] of overClocks) {
  test(`A ratio over all the pack’s clocks counts ${why}`, () => {
    const pack = packOf([
      { clock: answered },
      { clock: offeredCall },
      { ratio: { share, of } },
      { recurring: { every: '1 month', duty: 'newsletter' } },
    ])
    const figure = figureIn(measure([pack], clockCases, { asOf }), 'all', 'P-3')
    assert.deepEqual({ kept: figure.kept, counted: figure.counted }, { kept, counted })
  })
}

test('A ratio over promises counts those met of those judged, in each period, and not those with nothing to count', () => {
  const pack = packOf([
    { ratio: { share: { promises: 'met' }, of: { promises: 'judged' } } },
    { clock: answered, target: '100%' },
    { clock: offeredCall, target: 'at least 90%' },
    { check: { item: 'polite', instruments: ['audit'] } },
  ])
  const measured = measure([pack], clockCases, { asOf, by: 'month' })
  const { kept, counted, value } = figureIn(measured, '2026-03')
  assert.deepEqual({ kept, counted, value }, { kept: 1, counted: 2, value: 0.5 })
  assert.equal(figureIn(measured, '2026-05').verdict, 'nothing to count')
})

test('Further sums are shown beside the figure by name', () => {
  const ratio = {
    share: { count: 'call-answered' },
    of: { count: 'call-offered' },
    beside: { lost: { count: 'call-abandoned' }, rent: { sum: 'pence', event: 'rent-received' } },
  }
  const measured = measure([packOf([{ ratio }])], clockCases, { asOf })
  assert.deepEqual(figureIn(measured).beside, { lost: 1, rent: 0 })
})
