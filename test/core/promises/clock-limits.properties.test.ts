import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Promised } from './one-clock-oracle.ts'
import { sameByHand, told } from './same-by-hand.ts'
import { datesFrom, oneOf, stories, type Story, timesFrom, timesOn, variants } from './stories.ts'

const seen: string[] = []
const letter = { type: 'contact-received', data: { channel: 'letter' } } as const
const answer = { type: 'reply-sent', data: { full: true } } as const
const machine = { type: 'reply-sent', data: { full: true, by: 'system' } } as const
const partly = { type: 'reply-sent', data: { full: false } } as const
const asked = 'information-requested'
const informed = 'information-received'
const withdrawn = { type: 'enquiry-closed', data: { reason: 'withdrawn' } } as const

const answered: Promised = {
  starts: 'contact-received',
  stops: { event: 'reply-sent', when: { full: true } },
}
const paused = { pauses: asked, resumes: informed }
const easter = timesOn(datesFrom('2026-03-27', 20), ['00:00', '08:59', '12:00', '16:00', '17:00', '23:59:59'])

const plots: readonly (readonly [title: string, stories: fc.Arbitrary<Story>])[] = [
  [
    'Promises of days and working days',
    stories({
      promised: variants(answered, {
        within: [
          '10 working days',
          '3 working days',
          '1 working day',
          'same working day',
          'next working day',
          '5 days',
          '2 weeks',
          'same day',
        ],
        voids: [undefined, { event: 'enquiry-closed', when: { reason: ['withdrawn', 'duplicate'] } }],
        fails: [undefined, 'outside-our-services'],
        automatic: [undefined, true],
      }),
      begins: oneOf(letter),
      happens: oneOf(
        letter,
        answer,
        machine,
        partly,
        withdrawn,
        { type: 'enquiry-closed', data: { reason: 'answered' } },
        'outside-our-services',
      ),
      times: easter,
    }),
  ],
  [
    'Promises of seconds, minutes and hours',
    stories({
      promised: variants(
        { ...answered, ...paused },
        {
          within: ['90 seconds', '15 minutes', '1 hour', '1 second'],
          fails: [undefined, 'outside-our-services'],
          voids: [undefined, 'enquiry-closed'],
        },
      ),
      begins: oneOf(letter),
      happens: oneOf(answer, asked, informed, machine, letter, withdrawn, 'outside-our-services'),
      times: [...timesFrom('2026-03-29T00:50', 30, 30), '2026-03-29T02:05', '2026-03-29T02:20'],
    }),
  ],
  [
    'Promises of open minutes',
    stories({
      promised: variants(
        { ...answered, ...paused },
        { within: ['90 working minutes', '30 working minutes', '1 working minute'] },
      ),
      begins: oneOf(letter),
      happens: oneOf(answer, asked, informed, letter),
      times: timesOn(datesFrom('2026-04-01', 2), [
        '00:00',
        '08:59',
        '09:00',
        '09:01',
        '10:00',
        '11:30',
        '12:15',
        '12:30',
        '13:30',
        '15:30',
        '16:00',
        '16:29',
        '16:30',
        '16:59',
        '17:00',
        '23:00',
      ]),
    }),
  ],
  [
    'Promises of a time that was agreed',
    stories({
      promised: variants(
        { starts: 'call-back-agreed', stops: 'call-returned', by: 'for' },
        { grace: [undefined, '15 minutes'] },
      ),
      begins: oneOf(
        { type: 'call-back-agreed', carries: { field: 'for', daysOn: 1, as: 'instant' } },
        { type: 'call-back-agreed', carries: { field: 'for', daysOn: 0, as: 'instant' } },
      ),
      happens: oneOf('call-returned', {
        type: 'call-back-agreed',
        carries: { field: 'for', daysOn: 3, as: 'instant' },
      }),
      times: [...timesFrom('2026-03-28T23:00', 300, 6), ...timesFrom('2026-03-29T23:00', 300, 6)],
    }),
  ],
  [
    'Promises by a date that was given',
    stories({
      promised: variants(
        { starts: 'commitment-made', stops: 'commitment-kept', by: 'by' },
        { grace: [undefined, '2 days', '1 week'], voids: [undefined, 'enquiry-closed'] },
      ),
      begins: oneOf({ type: 'commitment-made', carries: { field: 'by', daysOn: 3, as: 'date' } }),
      happens: oneOf('commitment-kept', withdrawn, {
        type: 'commitment-made',
        carries: { field: 'by', daysOn: 1, as: 'date' },
      }),
      times: easter,
    }),
  ],
  [
    'Promises to be kept before a date',
    stories({
      promised: variants(
        { starts: 'hearing-listed', stops: 'court-pack-sent' },
        { before: ['3 days before on', '2 working days before on', '1 day before on'] },
      ),
      begins: oneOf(
        { type: 'hearing-listed', carries: { field: 'on', daysOn: 9, as: 'date' } },
        { type: 'hearing-listed', carries: { field: 'on', daysOn: 2, as: 'date' } },
      ),
      happens: oneOf('court-pack-sent', {
        type: 'hearing-listed',
        carries: { field: 'on', daysOn: 12, as: 'date' },
      }),
      times: easter,
    }),
  ],
  [
    'Promises with a tolerance either side',
    stories({
      promised: variants(
        { starts: 'tenancy-started', stops: 'settling-in-visit-held' },
        {
          within: ['10 days', '1 week'],
          tolerance: ['3 days', '1 week'],
          voids: [undefined, 'tenancy-ended'],
        },
      ),
      begins: oneOf('tenancy-started'),
      happens: oneOf('settling-in-visit-held', 'tenancy-ended', 'tenancy-started'),
      times: easter,
    }),
  ],
  [
    'Promises counted from a later time',
    stories({
      promised: variants(
        { starts: 'visitor-arrived', stops: 'visitor-seen', counts_from: 'appointmentAt' },
        {
          within: ['5 minutes', '3 working days'],
          fails: [undefined, 'visitor-left'],
          voids: [undefined, 'no-staff-available'],
        },
      ),
      begins: oneOf(
        'visitor-arrived',
        { type: 'visitor-arrived', carries: { field: 'appointmentAt', daysOn: 1, as: 'instant' } },
        { type: 'visitor-arrived', carries: { field: 'appointmentAt', daysOn: -1, as: 'instant' } },
      ),
      happens: oneOf('visitor-seen', 'visitor-left', 'no-staff-available', 'visitor-arrived'),
      times: [
        ...timesFrom('2026-03-28T09:00', 60, 10),
        ...timesFrom('2026-03-29T09:00', 60, 10),
        '2026-04-02T09:00',
      ],
    }),
  ],
]

for (const [title, made] of plots) {
  test(`${title} come out as they do by hand`, () => {
    const compare = ({ story }: ReturnType<typeof told>) => {
      seen.push(...sameByHand(story))
    }
    fc.assert(fc.property(made.map(told), compare), { numRuns: 100 })
  })
}

test('The stories of limits between them come to every outcome there is', () => {
  assert.deepEqual([...new Set(seen)].sort(), ['met', 'missed', 'paused', 'running', 'void'])
})
