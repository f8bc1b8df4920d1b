import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventData } from '#core/ledger/event.ts'
import { clocksIn, type Happened, story, type Written } from './little-pack.ts'

/** A condition of a clock, what its start carries, and whether it then applies. */
const conditions: readonly (readonly [why: string, when: Written, data: EventData, applies: boolean])[] = [
  ['a word is that word', { channel: 'letter' }, { channel: 'letter' }, true],
  ['a word is no other', { channel: 'letter' }, { channel: 'text' }, false],
  ['a word is not nothing', { channel: 'letter' }, {}, false],
  ['one of a list is enough', { channel: ['letter', 'text'] }, { channel: 'text' }, true],
  ['a number is that number', { urgent: 2 }, { urgent: 2 }, true],
  ['a number in a list is that number', { urgent: [1, 2] }, { urgent: 2 }, true],
  ['true is true', { urgent: true }, { urgent: true }, true],
  ['true is not nothing', { urgent: true }, {}, false],
  ['absent counts as false', { urgent: false }, {}, true],
  ['null counts as absent', { urgent: false }, { urgent: null }, true],
  ['false in a list holds for what is absent', { urgent: [false, 'low'] }, {}, true],
  ['not a word is any other', { channel: 'not letter' }, { channel: 'text' }, true],
  ['not a word is not that word', { channel: 'not letter' }, { channel: 'letter' }, false],
  ['absent is not any word', { channel: 'not letter' }, {}, true],
  ['not false is anything but no', { answerNeeded: 'not false' }, { answerNeeded: true }, true],
  ['not false holds for what is absent', { answerNeeded: 'not false' }, {}, true],
  ['not false leaves out no', { answerNeeded: 'not false' }, { answerNeeded: false }, false],
  ['not a list is none of it', { channel: { not: ['letter', 'text'] } }, { channel: 'text' }, false],
  ['not a list is anything else', { channel: { not: ['letter', 'text'] } }, { channel: 'e-mail' }, true],
  ['not a list may be written in words', { channel: 'not [letter, text]' }, { channel: 'text' }, false],
  ['given is there', { from: 'given' }, { from: 'mp' }, true],
  ['given is not null', { from: 'given' }, { from: null }, false],
  ['not given is absent', { from: 'not given' }, {}, true],
  ['not given is not there', { from: 'not given' }, { from: 'mp' }, false],
  ['at least holds at the number', { urgent: 'at least 2' }, { urgent: 2 }, true],
  ['at least does not hold below it', { urgent: 'at least 2' }, { urgent: 1.99 }, false],
  ['at most holds at the number', { urgent: 'at most 2' }, { urgent: 2 }, true],
  ['at most does not hold above it', { urgent: 'at most 2' }, { urgent: 2.01 }, false],
  ['over does not hold at the number', { urgent: 'over 2' }, { urgent: 2 }, false],
  ['over holds above it', { urgent: 'over 2' }, { urgent: 3 }, true],
  ['under does not hold at the number', { urgent: 'under -2.5' }, { urgent: -2.5 }, false],
  ['under holds below it', { urgent: 'under -2.5' }, { urgent: -3 }, true],
  ['a number is not compared with a word', { urgent: 'at least 2' }, { urgent: '3' }, false],
  ['the kind of the case is known without a field', { kind: 'enquiry' }, {}, true],
  ['another kind is another', { kind: ['complaint', 'repair'] }, {}, false],
  ['every condition must hold', { channel: 'letter', urgent: true }, { channel: 'letter' }, false],
]

for (const [why, when, data, applies] of conditions) {
  test(`Of the conditions of a clock, ${why}`, () => {
    const clock = { starts: 'contact-received', stops: 'reply-sent', within: '3 days', when }
    const clocks = clocksIn(
      clock,
      story(['contact-received', '2026-03-02T10:00Z', data]),
      '2026-03-03T12:00Z',
    )
    assert.equal(clocks.length, applies ? 1 : 0)
  })
}

// The kind is the case’s and no field of its events.
for (const [why, when, data, applies] of conditions.filter(([, asked]) => !('kind' in asked))) {
  test(`Of what an event itself must carry, ${why}`, () => {
    const clock = { starts: { event: 'contact-received', when }, stops: 'reply-sent', within: '3 days' }
    const clocks = clocksIn(
      clock,
      story(['contact-received', '2026-03-02T10:00Z', data]),
      '2026-03-03T12:00Z',
    )
    assert.equal(clocks.length, applies ? 1 : 0)
  })
}

const urgent = {
  starts: 'contact-received',
  stops: 'reply-sent',
  within: '1 working day',
  when: { urgent: true },
}
const changed = (at: string, is: boolean): Happened => ['urgency-changed', at, { urgent: is }]
const contact = (at: string, data: EventData = {}): Happened => ['contact-received', at, data]

const changes: readonly (readonly [why: string, happened: readonly Happened[], clocks: readonly string[]])[] =
  [
    [
      'made urgent in time, it runs from when it came',
      [contact('2026-03-02T10:00Z'), changed('2026-03-03T10:00Z', true)],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'made urgent after the urgent limit, it was missed then, and does not fall between two promises',
      [contact('2026-03-02T10:00Z'), changed('2026-03-09T10:00Z', true)],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'made urgent once it was answered, it stays as it was decided',
      [contact('2026-03-02T10:00Z'), ['reply-sent', '2026-03-05T10:00Z'], changed('2026-03-06T10:00Z', true)],
      [],
    ],
    [
      'made urgent at the very moment of the answer, it was urgent',
      [contact('2026-03-02T10:00Z'), changed('2026-03-05T10:00Z', true), ['reply-sent', '2026-03-05T10:00Z']],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'urgent no more, it is void from the first change that says so',
      [
        contact('2026-03-02T10:00Z', { urgent: true }),
        changed('2026-03-03T10:00Z', false),
        changed('2026-03-03T11:00Z', false),
      ],
      ['void 2026-03-03T10:00:00.000Z'],
    ],
    [
      'urgent no more and urgent again in time, it stands',
      [
        contact('2026-03-02T10:00Z', { urgent: true }),
        changed('2026-03-03T10:00Z', false),
        changed('2026-03-03T11:00Z', true),
      ],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'urgent no more once it was missed, it stays missed',
      [contact('2026-03-02T10:00Z', { urgent: true }), changed('2026-03-04T10:00Z', false)],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'a case made urgent before makes a later contact urgent that says nothing',
      [changed('2026-03-01T10:00Z', true), contact('2026-03-02T10:00Z')],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'what a contact says itself comes before what the case said',
      [changed('2026-03-01T10:00Z', true), contact('2026-03-02T10:00Z', { urgent: false })],
      [],
    ],
    [
      'another contact’s urgency says nothing of this one',
      [contact('2026-03-02T10:00Z'), contact('2026-03-02T11:00Z', { urgent: true })],
      ['missed 2026-03-03T23:59:59.999Z'],
    ],
    [
      'void from the change, it lets a further urgent contact begin the next',
      [
        contact('2026-03-02T10:00Z', { urgent: true }),
        changed('2026-03-03T10:00Z', false),
        contact('2026-03-04T10:00Z', { urgent: true }),
      ],
      ['void 2026-03-03T10:00:00.000Z', 'missed 2026-03-05T23:59:59.999Z'],
    ],
  ]

for (const [why, happened, expected] of changes) {
  test(`Where urgency changes (reading 11): ${why}`, () => {
    const clocks = clocksIn(urgent, story(...happened), '2026-03-20T12:00Z')
    assert.deepEqual(
      clocks.map(({ outcome, decidedAt }) => `${outcome} ${new Date(decidedAt ?? 0).toISOString()}`),
      expected,
    )
  })
}
