import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from '#core/promises/figure.ts'
import { type Happened, packOf } from './little-pack.ts'
import { type Cases, figureIn, figureOf, measure } from './measured.ts'

const answered = {
  starts: 'contact-received',
  stops: { event: 'reply-sent', when: { full: true } },
  within: '10 working days',
}
const asOf = '2026-12-31T12:00Z'
const letter: Happened = ['contact-received', '2026-03-02T10:00Z']
const reply: Happened = ['reply-sent', '2026-03-04T10:00Z', { full: true }]

test('A period in which nothing was decided has nothing to count, neither 0% nor 100% (trap 29)', () => {
  const cases = {
    c1: [letter],
    c2: [
      ['contact-received', '2026-05-05T10:00Z'],
      ['reply-sent', '2026-05-06T10:00Z', { full: true }],
    ],
  } satisfies Cases
  const measured = measure([packOf([{ clock: answered, target: 'at least 90%' }])], cases, {
    asOf,
    by: 'month',
  })
  const april = figureIn(measured, '2026-04')
  assert.deepEqual(
    {
      kept: april.kept,
      counted: april.counted,
      value: april.value,
      verdict: april.verdict,
      lengths: april.lengths,
    },
    { kept: 0, counted: 0, value: null, verdict: 'nothing to count', lengths: null },
  )
  assert.equal(april.overdue, 1, 'what is overdue from March is shown all the same')
})

test('A promise of which nothing is known at all has nothing to count', () => {
  const measured = measure([packOf([{ clock: answered }])], {}, { asOf, by: 'month' })
  const { value, verdict } = figureIn(measured)
  assert.deepEqual(
    { value, verdict, byPeriod: measured.promises[0]?.byPeriod },
    { value: null, verdict: 'nothing to count', byPeriod: [] },
  )
})

test('What is running in time helps nobody, and what is overdue is counted missed', () => {
  const cases = {
    kept: [letter, reply],
    overdue: [letter],
    running: [['contact-received', '2026-03-16T10:00Z']],
  } satisfies Cases
  const figure = figureIn(measure([packOf([{ clock: answered }])], cases, { asOf: '2026-03-20T12:00Z' }))
  assert.deepEqual(some(figure), { kept: 1, counted: 2, running: 1, overdue: 1, paused: 0, void: 0 })
})

test('A clock missed on 31 March is missed in March, though it was answered in April', () => {
  const cases = {
    c1: [
      ['contact-received', '2026-03-17T10:00Z'],
      ['reply-sent', '2026-04-01T10:00Z', { full: true }],
    ],
  } satisfies Cases
  const measured = measure([packOf([{ clock: answered }])], cases, { asOf, by: 'month' })
  assert.deepEqual(some(figureIn(measured, '2026-03')), {
    kept: 0,
    counted: 1,
    running: 0,
    overdue: 1,
    paused: 0,
    void: 0,
  })
  assert.deepEqual(some(figureIn(measured, '2026-04')), {
    kept: 0,
    counted: 0,
    running: 0,
    overdue: 0,
    paused: 0,
    void: 0,
  })
  assert.equal(figureIn(measured, '2026-03').lengths?.median, 11)
})

test('Only what was decided on the days asked for is counted, from the first moment to the last', () => {
  const at = (start: string, stop: string) =>
    [
      ['contact-received', start],
      ['reply-sent', stop, { full: true }],
    ] as const
  const cases = {
    before: at('2026-03-02T10:00Z', '2026-03-09T23:59:59.999Z'),
    first: at('2026-03-02T10:00Z', '2026-03-10T00:00Z'),
    last: at('2026-03-16T10:00Z', '2026-03-20T23:59:59.999Z'),
    after: at('2026-03-16T10:00Z', '2026-03-21T00:00Z'),
  } satisfies Cases
  const days = { asOf, from: '2026-03-10', to: '2026-03-20' }
  const figure = figureIn(measure([packOf([{ clock: answered }])], cases, days))
  assert.deepEqual(some(figure), { kept: 2, counted: 2, running: 1, overdue: 0, paused: 0, void: 0 })
})

test('A clock that was voided or decided in a pause is not paused for ever after', () => {
  const paused = {
    ...answered,
    pauses: 'information-requested',
    resumes: 'information-received',
    voids: 'enquiry-closed',
    fails: 'outside-our-services',
  }
  const asked: Happened = ['information-requested', '2026-03-03T10:00Z']
  const cases = {
    void: [letter, asked, ['enquiry-closed', '2026-03-04T10:00Z', { reason: 'withdrawn' }]],
    failed: [letter, asked, ['outside-our-services', '2026-03-04T10:00Z']],
    kept: [letter, asked, reply],
    still: [letter, asked],
  } satisfies Cases
  const figure = figureOf({ clock: paused }, cases)
  assert.deepEqual(some(figure), { kept: 1, counted: 2, running: 0, overdue: 0, paused: 1, void: 1 })
  assert.deepEqual(figure.voidReasons, { withdrawn: 1 })
})

test('Clocks that cease to apply are void from then, in a pause or not', () => {
  const urgent = {
    ...answered,
    when: { urgent: true },
    pauses: 'information-requested',
    resumes: 'information-received',
  }
  const cases = {
    paused: [
      ['contact-received', '2026-03-02T10:00Z', { urgent: true }],
      ['information-requested', '2026-03-03T10:00Z'],
      ['urgency-changed', '2026-03-04T10:00Z', { urgent: false }],
    ],
    running: [
      ['contact-received', '2026-03-02T10:00Z', { urgent: true }],
      ['urgency-changed', '2026-03-04T10:00Z', { urgent: false }],
    ],
  } satisfies Cases
  assert.deepEqual(some(figureOf({ clock: urgent }, cases)), {
    kept: 0,
    counted: 0,
    running: 0,
    overdue: 0,
    paused: 0,
    void: 2,
  })
})

test('A merged contact keeps its own promise, is answered by the survivor’s answer, and is counted once (trap 26)', () => {
  const invited = {
    survey: { survey: 'letters', after: 'enquiry-closed', invited_by: 'satisfaction-invited' },
  }
  const heard = { survey: { survey: 'letters', question: 'heard', kept_by: ['yes'] } }
  const looked = { check: { item: 'polite', instruments: ['audit'] } }
  const pack = packOf([
    { clock: answered },
    invited,
    heard,
    looked,
    { ratio: { share: { count: 'reply-sent' }, of: { count: 'contact-received' } } },
  ])
  const merged: Happened = ['merged-into', '2026-03-03T10:00Z', { case: 'b' }]
  const cases = {
    a: [letter, merged, ['enquiry-closed', '2026-03-03T11:00Z', { reason: 'duplicate' }]],
    b: [
      letter,
      reply,
      ['enquiry-closed', '2026-03-05T10:00Z'],
      ['satisfaction-invited', '2026-03-05T11:00Z'],
      ['survey-answered', '2026-03-06T10:00Z', { survey: 'letters', question: 'heard', answer: 'yes' }],
      ['observation-recorded', '2026-03-06T10:00Z', { instrument: 'audit', item: 'polite', answer: 'yes' }],
    ],
  } satisfies Cases
  const measured = measure([pack], cases, { asOf })
  const counted = (id: string) =>
    `${figureIn(measured, 'all', id).kept}/${figureIn(measured, 'all', id).counted}`
  assert.deepEqual(['P-1', 'P-2', 'P-3', 'P-4', 'P-5'].map(counted), ['2/2', '2/2', '1/1', '1/1', '1/2'])
})

test('Lengths are of what was stopped, without pauses: median, nine in ten, and the exact mean', () => {
  const days = [1, 1, 2, 2, 3, 3, 4, 4, 8, 20]
  const cases = Object.fromEntries(
    days.map((each, index) => {
      const answer = Temporal.PlainDate.from('2026-06-01').add({ days: each }).toString()
      return [
        `c${index}`,
        [
          ['contact-received', '2026-06-01T10:00Z'],
          ['reply-sent', `${answer}T10:00Z`, { full: true }],
        ],
      ]
    }),
  ) as unknown as Cases
  const figure = figureOf({ clock: { ...answered, within: '5 days' } }, cases)
  assert.deepEqual(figure.lengths, { unit: 'days', count: 10, mean: 4.8, median: 3, ninetieth: 8 })
})

test('Days paused after closing are taken from the length as they were added to the due date', () => {
  const clock = {
    ...answered,
    within: '2 working days',
    received_out_of_hours: 'next working day',
    pauses: 'information-requested',
    resumes: 'information-received',
  }
  const cases = {
    c1: [
      ['contact-received', '2026-03-05T10:00Z'],
      ['information-requested', '2026-03-06T19:00Z'],
      ['information-received', '2026-03-09T10:00Z'],
      ['reply-sent', '2026-03-10T10:00Z', { full: true }],
    ],
  } satisfies Cases
  assert.deepEqual(figureOf({ clock }, cases).lengths, {
    unit: 'working days',
    count: 1,
    mean: 2,
    median: 2,
    ninetieth: 2,
  })
})

function some({ kept, counted, running, overdue, paused, void: none }: Figure) {
  return { kept, counted, running, overdue, paused, void: none }
}
