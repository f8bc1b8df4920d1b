import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clocksIn, type Happened, shown, story, type Written } from './little-pack.ts'

const letter: Happened = ['contact-received', '2026-03-02T10:00Z', { channel: 'letter' }]
const full = { event: 'reply-sent', when: { full: true } }
const tenDays = { starts: 'contact-received', stops: full, within: '10 working days' }
const pausing = { pauses: 'information-requested', resumes: 'information-received' }
const later = '2026-09-01T12:00Z'

const cases: readonly (readonly [
  why: string,
  clock: Written,
  happened: readonly Happened[],
  asOf: string,
  clocks: readonly string[],
])[] = [
  [
    'day one is the day after (reading 1)',
    tenDays,
    [letter, ['reply-sent', '2026-03-16T23:59:59.999Z', { full: true }]],
    later,
    ['met, due 2026-03-16, stopped 2026-03-16T23:59:59.999+00:00'],
  ],
  [
    'due on the 16th is late on the 17th (trap 7)',
    tenDays,
    [letter, ['reply-sent', '2026-03-17T00:00Z', { full: true }]],
    later,
    ['missed, due 2026-03-16, stopped 2026-03-17T00:00:00+00:00'],
  ],
  [
    'on its last day it still runs',
    tenDays,
    [letter],
    '2026-03-16T23:59:59.999Z',
    ['running, due 2026-03-16'],
  ],
  [
    'a moment later it is missed and overdue',
    tenDays,
    [letter],
    '2026-03-17T00:00Z',
    ['missed, due 2026-03-16'],
  ],
  [
    'elapsed time is met at its very end',
    { ...tenDays, within: '24 seconds' },
    [letter, ['reply-sent', '2026-03-02T10:00:24Z', { full: true }]],
    later,
    ['met, due 2026-03-02T10:00:24+00:00, stopped 2026-03-02T10:00:24+00:00'],
  ],
  [
    'and missed a thousandth after',
    { ...tenDays, within: '24 seconds' },
    [letter, ['reply-sent', '2026-03-02T10:00:24.001Z', { full: true }]],
    later,
    ['missed, due 2026-03-02T10:00:24+00:00, stopped 2026-03-02T10:00:24.001+00:00'],
  ],
  [
    'half an answer is none',
    tenDays,
    [letter, ['reply-sent', '2026-03-03T10:00Z', { full: false }]],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-16'],
  ],
  [
    'a machine keeps no promise of people (trap 21)',
    tenDays,
    [letter, ['reply-sent', '2026-03-03T10:00Z', { full: true, by: 'system' }]],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-16'],
  ],
  [
    'closing, pausing and merging answer nothing (trap 22)',
    tenDays,
    [
      letter,
      ['enquiry-closed', '2026-03-03T10:00Z', { reason: 'answered' }],
      ['merged-into', '2026-03-03T11:00Z', { case: 'c2' }],
    ],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-16'],
  ],
  [
    'the oldest unanswered contact counts (trap 25), and one after the answer begins the next (trap 19)',
    tenDays,
    [
      letter,
      ['contact-received', '2026-03-05T10:00Z'],
      ['reply-sent', '2026-03-06T10:00Z', { full: true }],
      ['contact-received', '2026-03-09T10:00Z'],
    ],
    '2026-03-10T12:00Z',
    ['met, due 2026-03-16, stopped 2026-03-06T10:00:00+00:00', 'running, due 2026-03-23'],
  ],
  [
    'a contact while one is overdue adds nothing either',
    tenDays,
    [letter, ['contact-received', '2026-03-20T10:00Z'], ['reply-sent', '2026-03-23T10:00Z', { full: true }]],
    later,
    ['missed, due 2026-03-16, stopped 2026-03-23T10:00:00+00:00'],
  ],
  [
    'of several answers the first stops it',
    { ...tenDays, stops: ['call-returned', full] },
    [letter, ['call-returned', '2026-03-04T10:00Z'], ['reply-sent', '2026-03-05T10:00Z', { full: true }]],
    later,
    ['met, due 2026-03-16, stopped 2026-03-04T10:00:00+00:00'],
  ],
  [
    'what fails it decides it at once, and ends it',
    { ...tenDays, fails: 'outside-our-services' },
    [
      letter,
      ['outside-our-services', '2026-03-04T10:00Z'],
      ['reply-sent', '2026-03-05T10:00Z', { full: true }],
    ],
    later,
    ['missed, due 2026-03-16'],
  ],
  [
    'voided in a pause, the pause ends with it',
    { ...tenDays, ...pausing, voids: 'enquiry-closed' },
    [
      letter,
      ['information-requested', '2026-03-04T10:00Z'],
      ['enquiry-closed', '2026-03-06T10:00Z', { reason: 'withdrawn' }],
    ],
    later,
    ['void for withdrawn, due 2026-03-18'],
  ],
  [
    'void for the event itself where it gives no reason, though it may start the next',
    { ...tenDays, starts: ['contact-received', 'appointment-cancelled'], voids: 'appointment-cancelled' },
    [letter, ['appointment-cancelled', '2026-03-04T10:00Z']],
    '2026-03-10T12:00Z',
    ['void for appointment-cancelled, due 2026-03-16', 'running, due 2026-03-18'],
  ],
  [
    'a pause over Easter moves it by working days (trap 13)',
    { ...tenDays, ...pausing },
    [
      ['contact-received', '2026-03-30T10:00Z'],
      ['information-requested', '2026-04-02T10:00Z'],
      ['information-received', '2026-04-08T10:00Z'],
    ],
    '2026-04-09T12:00Z',
    ['running, due 2026-04-17'],
  ],
  [
    'a paused clock is not overdue (trap 18)',
    { ...tenDays, ...pausing },
    [letter, ['information-requested', '2026-03-16T10:00Z']],
    later,
    ['paused, due 2026-03-16'],
  ],
  [
    'a pause that ends on a Saturday moves a Friday by no day, so it is missed as the pause ends',
    { ...tenDays, ...pausing, within: '1 working day' },
    [
      ['contact-received', '2026-07-30T10:00Z'],
      ['information-requested', '2026-07-31T10:00Z'],
      ['information-received', '2026-08-01T10:00Z'],
    ],
    later,
    ['missed, due 2026-07-31'],
  ],
  [
    'a resume that never paused, and a pause in a pause, change nothing',
    { ...tenDays, ...pausing },
    [
      letter,
      ['information-received', '2026-03-03T10:00Z'],
      ['information-requested', '2026-03-04T10:00Z'],
      ['information-requested', '2026-03-05T10:00Z'],
      ['information-received', '2026-03-06T10:00Z'],
      ['information-received', '2026-03-09T10:00Z'],
    ],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-18'],
  ],
  [
    'more time counts from the acknowledgement, and what was paused before is spent',
    {
      ...tenDays,
      ...pausing,
      extends: { when: 'acknowledgement-sent', within: '2 working days', then: '10 working days' },
    },
    [
      letter,
      ['information-requested', '2026-03-02T11:00Z'],
      ['acknowledgement-sent', '2026-03-04T10:00Z'],
      ['information-received', '2026-03-06T10:00Z'],
    ],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-20'],
  ],
  [
    'an acknowledgement too late grants nothing (reading 17)',
    {
      ...tenDays,
      extends: { when: 'acknowledgement-sent', within: '2 working days', then: '10 working days' },
    },
    [letter, ['acknowledgement-sent', '2026-03-05T10:00Z']],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-16'],
  ],
  [
    'a reason without its new date grants nothing',
    { ...tenDays, extends: { when: 'holding-reply-sent', then: 'newDate' } },
    [letter, ['holding-reply-sent', '2026-03-05T10:00Z', { reason: 'legal' }]],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-16'],
  ],
  [
    'a reason in time keeps the promise and starts one of the date it names (reading 26)',
    { ...tenDays, extends: { when: 'holding-reply-sent', then: 'newDate', as: 'new clock' } },
    [
      letter,
      ['holding-reply-sent', '2026-03-16T10:00Z', { newDate: '2026-03-27' }],
      ['reply-sent', '2026-03-30T10:00Z', { full: true }],
    ],
    later,
    [
      'met, due 2026-03-16, stopped 2026-03-16T10:00:00+00:00',
      'missed, due 2026-03-27, stopped 2026-03-30T11:00:00+01:00',
    ],
  ],
]

for (const [why, clock, happened, asOf, expected] of cases) {
  test(`A clock comes out so because ${why}`, () => {
    assert.deepEqual(clocksIn(clock, story(...happened), asOf).map(shown), expected)
  })
}

test('What a pause that ended on a Saturday left too late was missed on that Saturday, in the new month', () => {
  const happened = story(
    ['contact-received', '2026-07-30T10:00Z'],
    ['information-requested', '2026-07-31T10:00Z'],
    ['information-received', '2026-08-01T10:00Z'],
  )
  const [clock] = clocksIn({ ...tenDays, ...pausing, within: '1 working day' }, happened, later)
  assert.equal(clock?.decidedAt, Date.parse('2026-08-01T10:00Z'))
})
