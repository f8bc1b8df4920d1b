import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { nextToldAt } from '#core/promises/awaited.ts'
import { openCaseMeasuring } from '#core/promises/case-measuring.ts'
import { formatInstant } from '#core/time/instant.ts'
import { instant, zone } from '#test/core/time/calendars.ts'
import { measuredStory } from './case-measured.ts'
import { editions, type Happened, packOf, story, vocabulary, type Written } from './little-pack.ts'

// Why: what time changes by itself is looked at again only when it was said to; each way of waiting is shown here by its instant.
const answered = { starts: 'contact-received', stops: 'reply-sent', within: '10 working days' }
const received: Happened = ['contact-received', '2026-03-02T10:00Z']
const offered = {
  starts: 'appointment-requested',
  stops: 'appointment-offered',
  stops_at: 'for',
  within: '5 working days',
}
const requested: Happened = ['appointment-requested', '2026-03-02T10:00Z']
const opened: Happened = ['account-opened', '2026-03-02T10:00Z']
const statements = {
  recurring: {
    every: '1 month',
    starts: 'account-opened',
    done_by: 'statement-sent',
    ends: 'account-closed',
  },
}
const invited = {
  survey: {
    survey: 'done',
    after: 'complaint-closed',
    invited_by: 'satisfaction-invited',
    within: '10 days',
  },
}

const waits: readonly (readonly [
  why: string,
  promise: Written,
  happened: readonly Happened[],
  asOf: string,
  changesAt: string | undefined,
])[] = [
  [
    'A clock that runs waits for the day after it is due',
    { clock: answered },
    [received],
    '2026-03-05T10:00Z',
    '2026-03-17T00:00:00+00:00',
  ],
  [
    'A clock of seconds waits for the instant after its last',
    { clock: { ...answered, within: '24 seconds' } },
    [received],
    '2026-03-02T10:00:24Z',
    '2026-03-02T10:00:24.001+00:00',
  ],
  [
    'A clock that stops at a time to come waits for that time',
    { clock: offered },
    [requested, ['appointment-offered', '2026-03-03T10:00Z', { for: '2026-03-05T14:00Z' }]],
    '2026-03-04T10:00Z',
    '2026-03-05T14:00:00+00:00',
  ],
  [
    'A clock that was missed waits for the late time that was offered, when nothing is overdue any more',
    { clock: offered },
    [requested, ['appointment-offered', '2026-03-03T10:00Z', { for: '2026-03-20T14:00Z' }]],
    '2026-03-12T10:00Z',
    '2026-03-20T14:00:00+00:00',
  ],
  [
    'A paused clock waits for nothing',
    { clock: { ...answered, pauses: 'information-requested', resumes: 'information-received' } },
    [received, ['information-requested', '2026-03-03T10:00Z']],
    '2026-03-05T10:00Z',
    undefined,
  ],
  [
    'A clock that was met waits for nothing',
    { clock: answered },
    [received, ['reply-sent', '2026-03-03T10:00Z']],
    '2026-03-05T10:00Z',
    undefined,
  ],
  [
    'A clock that is overdue waits for nothing',
    { clock: answered },
    [received],
    '2026-03-17T00:00Z',
    undefined,
  ],
  [
    'A rule waits until what must follow would come too late',
    { rule: { applies_to: 'contact-received', later: 'acknowledgement-sent', within: '2 working days' } },
    [received],
    '2026-03-03T10:00Z',
    '2026-03-05T00:00:00+00:00',
  ],
  [
    'A rule of what is late waits for the clocks it watches',
    { rule: { late: { ...answered, within: '5 working days' }, told_by: 'holding-reply-sent' } },
    [received],
    '2026-03-03T10:00Z',
    '2026-03-10T00:00:00+00:00',
  ],
  [
    'A survey waits for its invitation',
    invited,
    [['complaint-closed', '2026-03-02T10:00Z']],
    '2026-03-03T10:00Z',
    '2026-03-13T00:00:00+00:00',
  ],
  [
    'A survey that invited waits for nothing',
    invited,
    [
      ['complaint-closed', '2026-03-02T10:00Z'],
      ['satisfaction-invited', '2026-03-02T11:00Z'],
    ],
    '2026-03-03T10:00Z',
    undefined,
  ],
  [
    'A duty waits for the day after it is due',
    statements,
    [opened],
    '2026-03-03T10:00Z',
    '2026-04-03T00:00:00+01:00',
  ],
  [
    'A duty that was not done waits until the next time is missed as well',
    statements,
    [opened],
    '2026-04-10T10:00Z',
    '2026-05-03T00:00:00+01:00',
  ],
  [
    'A duty that ends at this instant is seen to have ended at the next',
    statements,
    [opened, ['account-closed', '2026-04-10T10:00Z']],
    '2026-04-10T10:00Z',
    '2026-04-10T11:00:00.001+01:00',
  ],
  [
    'What is judged as it happens waits for nothing',
    { rule: { applies_to: 'contact-received', requires: ['channel'] } },
    [received],
    '2026-03-02T10:00Z',
    undefined,
  ],
]

for (const [why, promise, happened, asOf, changesAt] of waits) {
  test(`${why}, and no longer`, () => {
    const found = measuredStory([promise], happened, asOf).changesAt
    assert.equal(found && formatInstant(found, zone()), changesAt)
  })
}

test('A case waits for what was told ahead of its time, where that comes first', () => {
  const measuring = openCaseMeasuring(editions(packOf([{ clock: answered }])), vocabulary.rereading)
  const at = (nextTold: string) =>
    measuring.measure(ownTimeline('c1', story(received)), instant('2026-03-05T10:00Z'), instant(nextTold))
      .changesAt
  assert.equal(at('2026-03-06T10:00Z'), instant('2026-03-06T10:00Z'))
  assert.equal(at('2026-03-20T10:00Z'), instant('2026-03-17T00:00Z'))
})

const ahead: readonly (readonly [why: string, told: readonly Happened[], next: string | undefined])[] = [
  ['nothing that has happened is still to come', [received], undefined],
  ['an event is dated ahead', [received, ['reply-sent', '2026-03-09T10:00Z']], '2026-03-09T10:00Z'],
  [
    'a correction puts an event off',
    [received, ['event-corrected', '2026-03-03T10:00Z', { event: 'e1', at: '2026-03-08T10:00Z' }]],
    '2026-03-08T10:00Z',
  ],
  [
    'a correction of a correction puts an event off',
    [received, ['event-corrected', '2026-03-03T10:00Z', { event: 'e2', data: { at: '2026-03-07T10:00Z' } }]],
    '2026-03-07T10:00Z',
  ],
]

for (const [why, told, next] of ahead) {
  test(`What was told ahead of its time is awaited: ${why}`, () => {
    const found = nextToldAt(story(...told), instant('2026-03-05T10:00Z'))
    assert.equal(found, next === undefined ? undefined : instant(next))
  })
}

test('What is recorded only later is awaited until then', () => {
  const told = story(received).map((event) => ({ ...event, recordedAt: instant('2026-03-06T10:00Z') }))
  assert.equal(nextToldAt(told, instant('2026-03-05T10:00Z')), instant('2026-03-06T10:00Z'))
})
