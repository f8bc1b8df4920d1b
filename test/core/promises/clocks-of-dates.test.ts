import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clocksIn, type Happened, shown, story, type Written } from './little-pack.ts'

const full = { event: 'reply-sent', when: { full: true } }
const tenDays = { starts: 'contact-received', stops: full, within: '10 working days' }
const offered = {
  starts: 'appointment-requested',
  stops: 'appointment-offered',
  stops_at: 'for',
  within: '5 days',
}
const requested: Happened = ['appointment-requested', '2026-03-02T10:00Z']
const agreed = { starts: 'call-back-agreed', stops: 'call-returned', by: 'for' }
const later = '2026-06-01T12:00Z'

const cases: readonly (readonly [
  why: string,
  clock: Written,
  happened: readonly Happened[],
  asOf: string,
  clocks: readonly string[],
])[] = [
  [
    'a slot in time is met when the slot has come',
    offered,
    [requested, ['appointment-offered', '2026-03-03T10:00Z', { for: '2026-03-06T09:00Z' }]],
    later,
    ['met, due 2026-03-07, stopped 2026-03-06T09:00:00+00:00'],
  ],
  [
    'before the slot has come it runs, in time',
    offered,
    [requested, ['appointment-offered', '2026-03-03T10:00Z', { for: '2026-03-06T09:00Z' }]],
    '2026-03-05T12:00Z',
    ['running, due 2026-03-07'],
  ],
  [
    'a slot too late is missed, whatever is offered once it is due',
    offered,
    [
      requested,
      ['appointment-offered', '2026-03-03T10:00Z', { for: '2026-03-12T09:00Z' }],
      ['appointment-offered', '2026-03-09T10:00Z', { for: '2026-03-20T09:00Z' }],
    ],
    later,
    ['missed, due 2026-03-07, stopped 2026-03-12T09:00:00+00:00'],
  ],
  [
    'a request between the late offer and the due date adds nothing',
    offered,
    [
      requested,
      ['appointment-offered', '2026-03-03T10:00Z', { for: '2026-03-12T09:00Z' }],
      ['appointment-requested', '2026-03-04T10:00Z'],
    ],
    later,
    ['missed, due 2026-03-07, stopped 2026-03-12T09:00:00+00:00'],
  ],
  [
    'an offer of a time that names none counts when it is made',
    offered,
    [requested, ['appointment-offered', '2026-03-03T10:00Z']],
    later,
    ['met, due 2026-03-07, stopped 2026-03-03T10:00:00+00:00'],
  ],
  [
    'what was agreed for no time starts nothing',
    agreed,
    [['call-back-agreed', '2026-03-02T10:00Z']],
    later,
    [],
  ],
  [
    'what was agreed for a day is met on any moment of it',
    agreed,
    [
      ['call-back-agreed', '2026-03-02T10:00Z', { for: '2026-03-04' }],
      ['call-returned', '2026-03-04T23:00Z'],
    ],
    later,
    ['met, due 2026-03-04, stopped 2026-03-04T23:00:00+00:00'],
  ],
  [
    'a grace of minutes counts from the time agreed',
    { ...agreed, grace: '15 minutes' },
    [
      ['call-back-agreed', '2026-03-02T10:00Z', { for: '2026-03-04T10:00Z' }],
      ['call-returned', '2026-03-04T10:15Z'],
    ],
    later,
    ['met, due 2026-03-04T10:00:00+00:00, stopped 2026-03-04T10:15:00+00:00'],
  ],
  [
    'a grace of a working day ends with that day',
    { ...agreed, grace: '1 working day' },
    [
      ['call-back-agreed', '2026-03-02T10:00Z', { for: '2026-03-06T10:00Z' }],
      ['call-returned', '2026-03-09T17:00Z'],
    ],
    later,
    ['met, due 2026-03-06T10:00:00+00:00, stopped 2026-03-09T17:00:00+00:00'],
  ],
  [
    'a grace of working hours counts open time',
    { ...agreed, grace: '2 working hours' },
    [
      ['call-back-agreed', '2026-03-02T10:00Z', { for: '2026-03-06T16:00Z' }],
      ['call-returned', '2026-03-09T10:00:01Z'],
    ],
    later,
    ['missed, due 2026-03-06T16:00:00+00:00, stopped 2026-03-09T10:00:01+00:00'],
  ],
  [
    'a grace of hours counts from the end of a day agreed',
    { ...agreed, grace: '2 hours' },
    [
      ['call-back-agreed', '2026-03-02T10:00Z', { for: '2026-03-04' }],
      ['call-returned', '2026-03-05T01:30Z'],
    ],
    later,
    ['met, due 2026-03-04, stopped 2026-03-05T01:30:00+00:00'],
  ],
  [
    'a tolerance of a month reaches that far',
    { starts: 'tenancy-started', stops: 'settling-in-visit-held', within: '2 months', tolerance: '1 month' },
    [
      ['tenancy-started', '2026-01-31T10:00Z'],
      ['settling-in-visit-held', '2026-04-30T10:00Z'],
    ],
    later,
    ['met, due 2026-03-31, stopped 2026-04-30T11:00:00+01:00'],
  ],
  [
    'a visit before the tolerance is none (reading 23)',
    { starts: 'tenancy-started', stops: 'settling-in-visit-held', within: '6 weeks', tolerance: '1 week' },
    [
      ['tenancy-started', '2026-03-02T10:00Z'],
      ['settling-in-visit-held', '2026-04-05T22:59Z'],
      ['settling-in-visit-held', '2026-04-05T23:00Z'],
    ],
    later,
    ['met, due 2026-04-13, stopped 2026-04-06T00:00:00+01:00'],
  ],
  [
    'a visitor who came early waits from the appointment',
    { starts: 'visitor-arrived', stops: 'visitor-seen', within: '5 minutes', counts_from: 'appointmentAt' },
    [
      ['visitor-arrived', '2026-03-02T09:00Z', { appointmentAt: '2026-03-02T10:00Z' }],
      ['visitor-seen', '2026-03-02T10:05Z'],
    ],
    later,
    ['met, due 2026-03-02T10:05:00+00:00, stopped 2026-03-02T10:05:00+00:00'],
  ],
  [
    'an appointment of a day counts from its beginning',
    { starts: 'visitor-arrived', stops: 'visitor-seen', within: '3 days', counts_from: 'appointmentAt' },
    [['visitor-arrived', '2026-03-02T09:00Z', { appointmentAt: '2026-03-09' }]],
    '2026-03-10T12:00Z',
    ['running, due 2026-03-12'],
  ],
  [
    '31 January and a month is the end of February',
    { ...tenDays, within: '1 month' },
    [['contact-received', '2026-01-31T10:00Z']],
    '2026-02-10T12:00Z',
    ['running, due 2026-02-28'],
  ],
  [
    'what comes after closing counts from the next working day, where the promise says so',
    { ...tenDays, within: '1 working day', received_out_of_hours: 'next working day' },
    [['contact-received', '2026-03-06T17:00Z']],
    '2026-03-06T18:00Z',
    ['running, due 2026-03-10'],
  ],
  [
    'a hearing listed too late for its pack is missed as it is listed',
    { starts: 'hearing-listed', stops: 'court-pack-sent', before: '10 days before on' },
    [
      ['hearing-listed', '2026-03-02T10:00Z', { on: '2026-03-05' }],
      ['court-pack-sent', '2026-03-02T10:00Z'],
    ],
    later,
    ['missed, due 2026-02-23, stopped 2026-03-02T10:00:00+00:00'],
  ],
]

for (const [why, clock, happened, asOf, expected] of cases) {
  test(`A clock of a date comes out so because ${why}`, () => {
    assert.deepEqual(clocksIn(clock, story(...happened), asOf).map(shown), expected)
  })
}
