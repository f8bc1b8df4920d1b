import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Promised } from './one-clock-oracle.ts'
import { sameByHand, told } from './same-by-hand.ts'
import { datesFrom, oneOf, stories, type Story, timesOn, variants } from './stories.ts'

const seen: string[] = []
const letter = { type: 'contact-received', data: { channel: 'letter' } } as const
const answer = { type: 'reply-sent', data: { full: true } } as const
const machine = { type: 'reply-sent', data: { full: true, by: 'system' } } as const
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
    'Promises of days with pauses',
    stories({
      promised: variants(
        { ...answered, ...paused },
        {
          within: ['10 working days', '2 working days', 'same working day', '4 days', '1 month', '1 week'],
          voids: [undefined, 'enquiry-closed'],
          fails: [undefined, 'outside-our-services'],
        },
      ),
      begins: oneOf(letter),
      happens: oneOf(asked, informed, asked, informed, answer, letter, withdrawn, 'outside-our-services'),
      times: easter,
    }),
  ],
  [
    'Promises with a change of urgency',
    stories({
      promised: variants(answered, {
        within: ['1 working day', '3 working days'],
        when: [{ urgent: true }, { urgent: 'not true' }, { urgent: false }],
        voids: [undefined, 'enquiry-closed'],
      }),
      begins: oneOf(letter, { ...letter, data: { urgent: true } }, { ...letter, data: { urgent: false } }),
      happens: oneOf(
        { type: 'urgency-changed', data: { urgent: true } },
        { type: 'urgency-changed', data: { urgent: false } },
        letter,
        { ...letter, data: { urgent: true } },
        answer,
        withdrawn,
      ),
      times: easter,
    }),
  ],
  [
    'Promises of a slot in time',
    stories({
      promised: variants(
        { starts: 'appointment-requested', stops: 'appointment-offered', stops_at: 'for' },
        { within: ['3 working days', '5 days'], voids: [undefined, 'appointment-cancelled'] },
      ),
      begins: oneOf('appointment-requested'),
      happens: oneOf(
        { type: 'appointment-offered', carries: { field: 'for', daysOn: 1, as: 'instant' } },
        { type: 'appointment-offered', carries: { field: 'for', daysOn: 4, as: 'instant' } },
        { type: 'appointment-offered', carries: { field: 'for', daysOn: 9, as: 'instant' } },
        'appointment-offered',
        'appointment-requested',
        'appointment-cancelled',
      ),
      times: easter,
    }),
  ],
  [
    'Promises that grant more time on the same clock',
    stories({
      promised: variants(answered, {
        within: ['3 working days', '5 days'],
        extends: [
          { when: 'holding-reply-sent', then: 'newDate' },
          { when: 'holding-reply-sent', within: '1 working day', then: 'newDate', as: 'same clock' },
          { when: 'holding-reply-sent', within: '2 working days', then: '5 working days' },
          { when: 'holding-reply-sent', then: '5 working days' },
        ],
        automatic: [undefined, true],
      }),
      begins: oneOf(letter),
      happens: oneOf(
        { type: 'holding-reply-sent', carries: { field: 'newDate', daysOn: 30, as: 'date' } },
        {
          type: 'holding-reply-sent',
          data: { by: 'system' },
          carries: { field: 'newDate', daysOn: 30, as: 'date' },
        },
        answer,
        letter,
      ),
      times: easter,
    }),
  ],
  [
    'Promises that a reason in time keeps, with a new promise of a date',
    stories({
      promised: variants(answered, {
        within: ['3 working days'],
        extends: [
          { when: 'holding-reply-sent', then: 'newDate', as: 'new clock' },
          { when: 'holding-reply-sent', within: '1 working day', then: 'newDate', as: 'new clock' },
        ],
        voids: [undefined, 'enquiry-closed'],
      }),
      begins: oneOf(letter),
      happens: oneOf(
        { type: 'holding-reply-sent', carries: { field: 'newDate', daysOn: 2, as: 'date' } },
        { type: 'holding-reply-sent', carries: { field: 'newDate', daysOn: 6, as: 'date' } },
        answer,
        letter,
        withdrawn,
      ),
      times: easter,
    }),
  ],
  [
    'Promises that recur on stopping',
    stories({
      promised: variants(
        { starts: 'account-opened', stops: 'statement-sent', repeats: true },
        { within: ['4 days', '2 working days', '1 month'], voids: ['account-closed'] },
      ),
      begins: oneOf('account-opened'),
      happens: oneOf('statement-sent', 'statement-sent', 'account-opened', 'account-closed'),
      times: easter,
    }),
  ],
  [
    'Promises of a case that was merged',
    stories({
      promised: variants(answered, {
        within: ['3 working days'],
        voids: ['enquiry-closed'],
        fails: [undefined, 'outside-our-services'],
      }),
      begins: oneOf(letter),
      happens: oneOf(
        { ...answer, elsewhere: true },
        { ...letter, elsewhere: true },
        { ...withdrawn, elsewhere: true },
        { ...machine, elsewhere: true },
        { type: 'outside-our-services', elsewhere: true },
        letter,
        answer,
        withdrawn,
      ),
      times: easter,
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

test('The stories of changes between them come to every outcome there is', () => {
  assert.deepEqual([...new Set(seen)].sort(), ['met', 'missed', 'paused', 'running', 'void'])
})
