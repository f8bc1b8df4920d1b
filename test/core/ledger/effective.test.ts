import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { at, letter, reply, type Row, told } from './rows.ts'

const theLetter = 'contact-received@2026-03-02T09:00Z'
const twice = { event: theLetter, reason: 'entered-twice' }
const late = '2026-12-31T12:00'

const cases: readonly (readonly [
  why: string,
  rows: readonly Row[],
  asOf: string,
  left: readonly string[],
])[] = [
  [
    'what had not happened yet is not there',
    [letter, reply],
    '2026-03-05T15:59',
    ['contact-received 02T09:00'],
  ],
  [
    'what happens at the very instant is there',
    [letter, reply],
    '2026-03-05T16:00',
    ['contact-received 02T09:00', 'reply-sent 05T16:00'],
  ],
  [
    'what had happened but was told later is not there yet (decision 1)',
    [letter, ['reply-sent', '2026-03-05T16:00', {}, '2026-03-09T10:00']],
    '2026-03-09T09:59',
    ['contact-received 02T09:00'],
  ],
  [
    'what was told late counts from when it happened, once it is told',
    [letter, ['reply-sent', '2026-03-01T16:00', {}, '2026-03-09T10:00']],
    '2026-03-09T10:00',
    ['reply-sent 01T16:00', 'contact-received 02T09:00'],
  ],
  [
    'what was arranged ahead is known but has not happened',
    [letter, ['appointment-started', '2026-03-20T10:00', {}, '2026-03-03T10:00']],
    '2026-03-10T10:00',
    ['contact-received 02T09:00'],
  ],
  [
    'of two things at one instant the first told comes first',
    [['reply-sent', '2026-03-02T09:00'], letter],
    late,
    ['reply-sent 02T09:00', 'contact-received 02T09:00'],
  ],
  [
    'a withdrawal by id takes the event away (trap 24: a bounce)',
    [letter, reply, ['event-withdrawn', '2026-03-06T08:00', { event: 'r1', reason: 'bounced' }]],
    late,
    ['contact-received 02T09:00'],
  ],
  [
    'before the bounce was told the reply stood',
    [letter, reply, ['event-withdrawn', '2026-03-06T08:00', { event: 'r1', reason: 'bounced' }]],
    '2026-03-06T07:59',
    ['contact-received 02T09:00', 'reply-sent 05T16:00'],
  ],
  [
    'a withdrawal by type and time takes the event away, in whatever zone the time is written',
    [
      letter,
      reply,
      [
        'event-withdrawn',
        '2026-03-06T08:00',
        { event: 'reply-sent@2026-03-05T17:00+01:00', reason: 'bounced' },
      ],
    ],
    late,
    ['contact-received 02T09:00'],
  ],
  [
    'a bounce of a reply that was recorded twice takes both rows, as nothing reached the customer',
    [
      letter,
      ['reply-sent', '2026-03-05T16:00'],
      ['reply-sent', '2026-03-05T16:00'],
      ['event-withdrawn', '2026-03-06T08:00', { event: 'reply-sent@2026-03-05T16:00Z', reason: 'bounced' }],
    ],
    late,
    ['contact-received 02T09:00'],
  ],
  [
    'of a letter entered twice one row stays, or its customer would be lost',
    [letter, letter, ['event-withdrawn', '2026-03-06T08:00', twice]],
    late,
    ['contact-received 02T09:00'],
  ],
  [
    'entered three times and withdrawn twice leaves one',
    [
      letter,
      letter,
      letter,
      ['event-withdrawn', '2026-03-06T08:00', twice],
      ['event-withdrawn', '2026-03-06T08:01', twice],
    ],
    late,
    ['contact-received 02T09:00'],
  ],
  [
    'a row told twice under one id counts once, as it was told first',
    [letter, reply, ['reply-sent', '2026-03-04T16:00', {}, '2026-03-09T10:00', 'r1']],
    late,
    ['contact-received 02T09:00', 'reply-sent 05T16:00'],
  ],
  [
    'a row told twice, of which only the second is known yet, counts as that one says',
    [letter, ['reply-sent', '2026-03-04T16:00', {}, '2026-03-09T10:00', 'r1'], reply],
    '2026-03-08T12:00',
    ['contact-received 02T09:00', 'reply-sent 05T16:00'],
  ],
  [
    'ids that are alike in different types are different events',
    [letter, reply, ['call-returned', '2026-03-06T16:00', {}, undefined, 'r1']],
    late,
    ['contact-received 02T09:00', 'reply-sent 05T16:00', 'call-returned 06T16:00'],
  ],
  [
    'a withdrawal that is withdrawn leaves the event standing',
    [
      letter,
      reply,
      ['event-withdrawn', '2026-03-06T08:00', { event: 'r1', reason: 'bounced' }, undefined, 'w1'],
      ['event-withdrawn', '2026-03-07T08:00', { event: 'w1', reason: 'wrong-case' }],
    ],
    late,
    ['contact-received 02T09:00', 'reply-sent 05T16:00'],
  ],
  [
    'a withdrawal withdrawn, and the withdrawal of that withdrawn too, stands again',
    [
      letter,
      reply,
      ['event-withdrawn', '2026-03-06T08:00', { event: 'r1', reason: 'bounced' }, undefined, 'w1'],
      ['event-withdrawn', '2026-03-07T08:00', { event: 'w1', reason: 'wrong-case' }, undefined, 'w2'],
      [
        'event-withdrawn',
        '2026-03-08T08:00',
        { event: 'event-withdrawn@2026-03-07T08:00Z', reason: 'wrong-case' },
      ],
    ],
    late,
    ['contact-received 02T09:00'],
  ],
  [
    'a correction moves an event, and with it its place',
    [letter, reply, ['event-corrected', '2026-03-06T08:00', { event: 'r1', at: '2026-03-01T16:00Z' }]],
    late,
    ['reply-sent 01T16:00 full=true', 'contact-received 02T09:00'],
  ],
  [
    'a correction puts fields right and leaves the others',
    [
      ['contact-received', '2026-03-02T09:00', { channel: 'letter', urgent: false }],
      ['event-corrected', '2026-03-06T08:00', { event: theLetter, data: { urgent: true } }],
    ],
    late,
    ['contact-received 02T09:00 channel=letter urgent=true'],
  ],
  [
    'of two corrections the last told counts, field by field',
    [
      letter,
      [
        'event-corrected',
        '2026-03-06T08:00',
        { event: theLetter, at: '2026-03-01T09:00Z', data: { channel: 'text' } },
      ],
      ['event-corrected', '2026-03-07T08:00', { event: theLetter, data: { channel: 'e-mail' } }],
    ],
    late,
    ['contact-received 01T09:00 channel=e-mail'],
  ],
  [
    'the last told, not the last happened: what was noticed early but typed in late has the last word',
    [
      letter,
      [
        'event-corrected',
        '2026-03-06T08:00',
        { event: theLetter, data: { channel: 'text' } },
        '2026-03-09T08:00',
      ],
      ['event-corrected', '2026-03-07T08:00', { event: theLetter, data: { channel: 'e-mail' } }],
    ],
    late,
    ['contact-received 02T09:00 channel=text'],
  ],
  [
    'a correction that is withdrawn changes nothing',
    [
      letter,
      [
        'event-corrected',
        '2026-03-06T08:00',
        { event: theLetter, data: { channel: 'text' } },
        undefined,
        'k1',
      ],
      ['event-withdrawn', '2026-03-07T08:00', { event: 'k1', reason: 'wrong-case' }],
    ],
    late,
    ['contact-received 02T09:00 channel=letter'],
  ],
  [
    'a correction may itself be corrected',
    [
      letter,
      [
        'event-corrected',
        '2026-03-06T08:00',
        { event: theLetter, data: { channel: 'txt' } },
        undefined,
        'k1',
      ],
      ['event-corrected', '2026-03-07T08:00', { event: 'k1', data: { data: { channel: 'text' } } }],
    ],
    late,
    ['contact-received 02T09:00 channel=text'],
  ],
  [
    'an event moved past what is known is not there, as it has not happened',
    [letter, reply, ['event-corrected', '2026-03-06T08:00', { event: 'r1', at: '2026-03-20T16:00Z' }]],
    '2026-03-10T12:00',
    ['contact-received 02T09:00 channel=letter'],
  ],
  [
    'corrections themselves are no events of the case',
    [letter, ['event-corrected', '2026-03-06T08:00', { event: theLetter }]],
    late,
    ['contact-received 02T09:00 channel=letter'],
  ],
]

for (const [why, rows, asOf, left] of cases) {
  test(`Of the events of a case, ${why}`, () => {
    const events = effectiveEvents(told(rows), at(asOf)).events.map((event) => inWords(event))
    const compared = left.map((each, index) => (each.includes('=') ? each : inShort(each, events[index])))
    assert.deepEqual(events, compared)
  })
}

function inWords({ type, at: happened, data }: CaseEvent): string {
  const fields = Object.entries(data).map(
    ([name, value]) => ` ${name}=${JSON.stringify(value).replaceAll('"', '')}`,
  )
  return `${type} ${new Date(happened).toISOString().slice(8, 16)}${fields.join('')}`
}

/** Where a row of the table leaves the fields out, they are as they were made. */
function inShort(expected: string, made: string | undefined): string {
  return made?.startsWith(`${expected} `) === true ? made : expected
}
