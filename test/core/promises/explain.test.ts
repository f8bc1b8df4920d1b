import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownTimeline } from '#core/ledger/timeline.ts'
import type { ClockWorking } from '#core/promises/explain/clock-working.ts'
import { type Explained, explainCase } from '#core/promises/explain/explain-case.ts'
import { formatDay } from '#core/time/day.ts'
import { instant } from '#test/core/time/calendars.ts'
import { editions, type Happened, packOf, story, vocabulary, type Written } from './little-pack.ts'

const tenDays = { starts: 'contact-received', stops: 'reply-sent', within: '10 working days' }
const pausing = { pauses: 'information-requested', resumes: 'information-received' }
const letter: Happened = ['contact-received', '2026-03-27T10:00Z']
const weekEnds = 'Saturday 28 March 2026 (Saturday); Sunday 29 March 2026 (Sunday)'
const easter =
  'Friday 3 April 2026 (Good Friday); Saturday 4 April 2026 (Saturday); Sunday 5 April 2026 (Sunday)'
const monday = 'Monday 6 April 2026 (Easter Monday)'
const after = 'Saturday 11 April 2026 (Saturday); Sunday 12 April 2026 (Sunday)'

const workings: readonly (readonly [
  why: string,
  clock: Written,
  head: Written,
  happened: readonly Happened[],
  lines: readonly string[],
])[] = [
  [
    'over Easter 2026 in England, where Easter Monday is a holiday',
    tenDays,
    {},
    [letter],
    [
      'Started on Friday 27 March 2026 at 10:00:00 by contact-received.',
      'Allowed: within 10 working days.',
      'Day zero is Friday 27 March 2026; counting begins with the day after.',
      `Not counted: ${weekEnds}; ${easter}; ${monday}; ${after}.`,
      'Due by the end of Tuesday 14 April 2026.',
      'Not stopped yet.',
      'Running, in time so far.',
    ],
  ],
  [
    'over Easter 2026 in Scotland, where it is none',
    tenDays,
    { nation: 'scotland' },
    [letter],
    [`Not counted: ${weekEnds}; ${easter}; ${after}.`, 'Due by the end of Monday 13 April 2026.'],
  ],
  [
    'with a pause, whose days are named apart',
    { ...tenDays, ...pausing },
    {},
    [letter, ['information-requested', '2026-03-30T10:00Z'], ['information-received', '2026-04-01T10:00Z']],
    [
      'Paused on Monday 30 March 2026 at 11:00:00 by information-requested, until Wednesday 1 April 2026 at 11:00:00.',
      `Not counted: ${weekEnds}; Tuesday 31 March 2026 (paused); Wednesday 1 April 2026 (paused); ${easter}; ${monday}; ${after}.`,
      'Due by the end of Thursday 16 April 2026.',
    ],
  ],
  [
    'while it is paused',
    { ...tenDays, ...pausing },
    {},
    [letter, ['information-requested', '2026-03-30T10:00Z']],
    [
      'Paused on Monday 30 March 2026 at 11:00:00 by information-requested, and has not resumed.',
      'Paused: a paused clock is not overdue.',
    ],
  ],
  [
    'with more time granted, counted from then',
    {
      ...tenDays,
      extends: { when: 'acknowledgement-sent', within: '2 working days', then: '10 working days' },
    },
    {},
    [letter, ['acknowledgement-sent', '2026-03-30T10:00Z']],
    [
      'Extended on Monday 30 March 2026 at 11:00:00 by acknowledgement-sent, to 10 working days from then.',
      `Not counted: ${easter}; ${monday}; ${after}.`,
      'Due by the end of Wednesday 15 April 2026.',
    ],
  ],
  [
    'with a new date told to the customer',
    { ...tenDays, extends: { when: 'holding-reply-sent', then: 'newDate' } },
    {},
    [letter, ['holding-reply-sent', '2026-03-30T10:00Z', { newDate: '2026-04-20' }]],
    [
      'Extended on Monday 30 March 2026 at 11:00:00 by holding-reply-sent, to the date it carried (newDate).',
      'Due by the end of Monday 20 April 2026.',
    ],
  ],
  [
    'past what is known of bank holidays (trap 1)',
    tenDays,
    {},
    [['contact-received', '2028-12-27T10:00Z']],
    [
      'Due by the end of Wednesday 10 January 2029. Bank holidays are known only from Tuesday 1 January 2019 to Sunday 31 December 2028, so this date leaves out week-ends and closures alone.',
    ],
  ],
  [
    'with the landlord’s own closure by its name',
    tenDays,
    { closures: [{ from: '2026-04-07', to: '2026-04-08', why: 'Stocktaking' }] },
    [letter],
    [
      `Not counted: ${weekEnds}; ${easter}; ${monday}; Tuesday 7 April 2026 (closed: Stocktaking); Wednesday 8 April 2026 (closed: Stocktaking); ${after}.`,
      'Due by the end of Thursday 16 April 2026.',
    ],
  ],
  [
    'of a letter after closing, where the pack counts it with the next day',
    { ...tenDays, within: '1 working day', received_out_of_hours: 'next working day' },
    {},
    [['contact-received', '2026-04-02T17:30Z']],
    [
      'It came after closing or on a closed day, so day zero is Tuesday 7 April 2026.',
      `Not counted: ${easter}; ${monday}; Tuesday 7 April 2026 (day zero).`,
      'Due by the end of Wednesday 8 April 2026.',
    ],
  ],
  [
    'of rings, in seconds as well',
    { ...tenDays, within: '8 rings' },
    { meanings: { ring: '3 seconds' } },
    [letter, ['reply-sent', '2026-03-27T10:00:25Z']],
    [
      'Allowed: within 8 rings, that is 24 seconds.',
      'Due on Friday 27 March 2026 at 10:00:24.',
      'Stopped on Friday 27 March 2026 at 10:00:25 by reply-sent.',
      'Missed: decided on Friday 27 March 2026 at 10:00:24.',
    ],
  ],
  [
    'of a loose word, with what the pack means by it',
    { ...tenDays, within: 'immediately' },
    { meanings: { immediately: '15 minutes' } },
    [letter, ['reply-sent', '2026-03-27T10:15Z']],
    [
      'Allowed: immediately (15 minutes).',
      'Due on Friday 27 March 2026 at 10:15:00.',
      'Met: decided on Friday 27 March 2026 at 10:15:00.',
    ],
  ],
  [
    'of a visitor who came early, and one kept a little after the time agreed',
    {
      starts: 'visitor-arrived',
      stops: 'visitor-seen',
      within: '5 minutes',
      counts_from: 'appointmentAt',
      tolerance: '2 minutes',
    },
    {},
    [['visitor-arrived', '2026-03-27T10:00Z', { appointmentAt: '2026-03-27T10:30Z' }]],
    [
      'Started on Friday 27 March 2026 at 10:00:00 by visitor-arrived. Counted from Friday 27 March 2026 at 10:30:00, which is later.',
      'Kept by a stop up to Friday 27 March 2026 at 10:37:00.',
    ],
  ],
  [
    'of what was missed and never answered',
    { ...tenDays, within: '1 day' },
    {},
    [letter, ['contact-received', '2026-03-30T10:00Z']],
    [
      'Due by the end of Saturday 28 March 2026.',
      'Missed: decided on Saturday 28 March 2026 at 23:59:59. It is overdue.',
    ],
  ],
  [
    'of what is not counted, and why',
    { ...tenDays, voids: 'enquiry-closed' },
    {},
    [letter, ['enquiry-closed', '2026-03-28T10:00Z', { reason: 'withdrawn' }]],
    ['Ended on Saturday 28 March 2026 at 10:00:00 without a stop.', 'Void: withdrawn; it is not counted.'],
  ],
]

for (const [why, clock, head, happened, lines] of workings) {
  test(`The working of a clock can be followed by hand ${why}`, () => {
    const [working] = workingsOf(clock, head, happened)
    assert.deepEqual(
      working?.lines.filter((line) => lines.includes(line)),
      lines,
    )
  })
}

test('The days that count are numbered to the due date, and every day has a number or a reason', () => {
  const [working] = workingsOf({ ...tenDays, ...pausing }, {}, [
    letter,
    ['information-requested', '2026-03-30T10:00Z'],
    ['information-received', '2026-04-01T10:00Z'],
  ])
  const counted = working?.days.filter(({ counts }) => counts !== undefined) ?? []
  assert.deepEqual(
    counted.map(({ counts }) => counts),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
  assert.equal(formatDay(counted.at(-1)?.on ?? 0), '2026-04-16')
  assert.ok(working?.days.every(({ counts, why }) => (counts === undefined) !== (why === undefined)))
})

test('A clock that a reason started is due on the date it named, and shows no days it was not counted by', () => {
  const promising = { ...tenDays, extends: { when: 'holding-reply-sent', then: 'newDate', as: 'new clock' } }
  const [kept, promised] = workingsOf(promising, {}, [
    letter,
    ['holding-reply-sent', '2026-03-30T10:00Z', { newDate: '2026-04-20' }],
  ])
  assert.equal(kept?.lines.at(-1), 'Met: decided on Monday 30 March 2026 at 11:00:00.')
  assert.deepEqual(promised?.lines.slice(1, 3), [
    'Allowed: until the date that holding-reply-sent carried, which kept the clock before.',
    'Due by the end of Monday 20 April 2026.',
  ])
  assert.deepEqual(promised?.days, [])
})

test('A case is explained by the promises that concern it, or by the one that is asked for', () => {
  const pack = packOf([
    { clock: tenDays },
    { clock: { starts: 'call-offered', stops: 'call-answered', within: '20 seconds' } },
    { rule: { applies_to: 'contact-received', requires: ['channel'] } },
    { recurring: { every: '1 month', starts: 'contact-received', done_by: 'reply-sent' } },
  ])
  const explained = (only?: string): readonly Explained[] =>
    explainCase(
      ownTimeline('c1', story(letter)),
      editions(pack),
      vocabulary.rereading,
      instant('2026-04-01T12:00Z'),
      only,
    )
  assert.deepEqual(
    explained().map(({ promise, clocks, acts, duties }) => [
      promise.id,
      clocks.length,
      acts.length,
      duties.length,
    ]),
    [
      ['P-1', 1, 0, 0],
      ['P-3', 0, 1, 0],
      ['P-4', 0, 0, 1],
    ],
  )
  assert.deepEqual(
    explained('P-2').map(({ promise, clocks }) => [promise.id, clocks.length]),
    [['P-2', 0]],
  )
  assert.deepEqual(explained('P-99'), [])
})

function workingsOf(clock: Written, head: Written, happened: readonly Happened[]): readonly ClockWorking[] {
  const asOf = instant(happened.some(([, at]) => at > '2028') ? '2028-12-28T12:00Z' : '2026-04-02T18:00Z')
  const made = explainCase(
    ownTimeline('c1', story(...happened)),
    editions(packOf([{ clock }], head)),
    vocabulary.rereading,
    asOf,
    'P-1',
  )
  return made.flatMap(({ clocks }) => clocks)
}
