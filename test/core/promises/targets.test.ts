import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Happened, Written } from './little-pack.ts'
import { type Cases, figureOf } from './measured.ts'

const answered = {
  starts: 'contact-received',
  stops: { event: 'reply-sent', when: { full: true } },
  within: '10 working days',
}
const letter: Happened = ['contact-received', '2026-03-02T10:00Z']
const reply: Happened = ['reply-sent', '2026-03-04T10:00Z', { full: true }]

const exact: readonly (readonly [
  target: string,
  kept: number,
  counted: number,
  verdict: string,
  why: string,
])[] = [
  ['at least 99.9%', 999, 1000, 'met', 'the target itself is reached'],
  ['at least 99.9%', 998, 1000, 'missed', 'one short'],
  ['at least 99.99%', 9999, 10_000, 'met', 'two decimals are exact'],
  [
    'at least 99.99%',
    99_989,
    100_000,
    'missed',
    '99.989% shown as 99.99% would be rounded into a pass (trap 36)',
  ],
  ['100%', 999_999, 1_000_000, 'missed', 'all but one is not all'],
  ['90%', 9, 10, 'met', 'a bare percentage is the least that will do'],
  ['at least 85%', 17, 20, 'met', '0.85 has no exact binary fraction'],
  ['at most 7%', 7, 100, 'met', 'no more than the limit'],
  ['at most 7%', 7001, 100_000, 'missed', 'a little more than the limit'],
  ['under 4%', 4, 100, 'missed', 'strictly under (reading 25)'],
  ['under 4%', 399, 10_000, 'met', 'a little under'],
  ['over 50%', 1, 2, 'missed', 'strictly over'],
  ['at least 100.55%', 10_055, 10_000, 'met', 'a ratio may pass 100% (reading 29)'],
]

for (const [target, kept, counted, verdict, why] of exact) {
  test(`${kept} of ${counted} against a target of ${target} is ${verdict}, as ${why}`, () => {
    const ratio = { share: { returned: 'kept' }, of: { returned: 'counted' } }
    const cases = {
      r: [
        ['return-recorded', '2026-03-02T10:00Z', { name: 'kept', value: kept }],
        ['return-recorded', '2026-03-02T10:00Z', { name: 'counted', value: counted }],
      ],
    } satisfies Cases
    const figure = figureOf({ ratio, target }, cases)
    assert.deepEqual(
      { kept: figure.kept, counted: figure.counted, verdict: figure.verdict },
      { kept, counted, verdict },
    )
  })
}

const without: readonly (readonly [what: string, promise: Written, verdict: string])[] = [
  ['a clock without a target promises every time', { clock: answered }, 'missed'],
  [
    'an indicator without a target is met by being there',
    { ratio: { share: { count: 'reply-sent' }, of: { count: 'contact-received' } } },
    'met',
  ],
]

for (const [what, promise, verdict] of without) {
  test(`Of two letters one answered, ${what}`, () => {
    assert.equal(figureOf(promise, { kept: [letter, reply], missed: [letter] }).verdict, verdict)
  })
}

test('A mean of days is compared as it is, and one never done is no length', () => {
  const let28 = {
    clock: { starts: 'home-vacated', stops: 'home-let', within: '28 days' },
    target: 'at most 28 days on average',
  }
  const vacated: Happened = ['home-vacated', '2026-03-02T10:00Z']
  const after = (days: number): readonly Happened[] => [
    vacated,
    ['home-let', `${Temporal.PlainDate.from('2026-03-02').add({ days }).toString()}T10:00Z`],
  ]
  const verdict = (...days: readonly number[]) =>
    figureOf(let28, Object.fromEntries(days.map((each, index) => [`h${index}`, after(each)]))).verdict
  assert.deepEqual(
    [verdict(28), verdict(20, 36), verdict(20, 37), verdict(28, 28, 29)],
    ['met', 'met', 'missed', 'missed'],
  )
  assert.equal(figureOf(let28, { h1: [vacated] }).verdict, 'missed')
})
