import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { nextToldAt } from '#core/promises/awaited.ts'
import { openCaseMeasuring, type TallyPart } from '#core/promises/case-measuring.ts'
import { landlordClocks } from '#core/promises/landlord-clocks.ts'
import { talliedFrom } from '#core/promises/stored-tally.ts'
import { formatInstant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import { instant, zone } from '#test/core/time/calendars.ts'
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
    const found = measured([promise], happened, asOf).changesAt
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

test('A case adds to each month what was decided in it, and what stood open at its end', () => {
  const voids = { ...answered, voids: 'enquiry-closed' }
  const counts = { share: { count: 'reply-sent' }, of: { count: 'contact-received' } }
  const { tallied } = measured(
    [{ clock: voids }, { ratio: counts }],
    [
      received,
      ['reply-sent', '2026-04-01T10:00Z'],
      ['contact-received', '2026-04-30T10:00Z'],
      ['enquiry-closed', '2026-05-01T10:00Z', { reason: 'wrong: person' }],
    ],
    '2026-05-05T10:00Z',
  )
  const [march, april, may] = [2, 3, 4].map((month) => 2026 * 12 + month)
  assert.deepEqual(tallied, [
    ['P-1', march, 'counted', 1],
    ['P-1', march, 'length:22', 1],
    ['P-1', march, 'lengths', 22],
    ['P-1', march, 'overdue', 1],
    ['P-1', april, 'overdue', -1],
    ['P-1', april, 'running', 1],
    ['P-1', may, 'running', -1],
    ['P-1', may, 'void:wrong: person', 1],
    ['P-2', march, 'sum:1', 1],
    ['P-2', april, 'sum:0', 1],
    ['P-2', april, 'sum:1', 1],
  ])
})

test('Every clock of a case is told with how long it took', () => {
  const { clocks } = measured(
    [{ clock: answered }, statements],
    [opened, received, ['reply-sent', '2026-03-05T10:00Z'], ['contact-received', '2026-03-06T10:00Z']],
    '2026-03-09T10:00Z',
  )
  const told = clocks.map(({ promise, n, outcome, length }) => `${promise} ${n} ${outcome} ${length}`)
  assert.deepEqual(told.toSorted(), ['P-1 1 met 3', 'P-1 2 running undefined', 'P-2 1 running undefined'])
})

const newsletter = { recurring: { every: '1 month', duty: 'newsletter' } }
const owed: readonly (readonly [
  why: string,
  promise: Written,
  told: string,
  changesAt: string | undefined,
])[] = [
  ['runs until it is due', newsletter, '1 met, 2 running', '2026-05-11T00:00:00+01:00'],
  [
    'due by a day is awaited until then',
    { recurring: { by: '2026-05', duty: 'report' } },
    '1 running',
    '2026-06-01T00:00:00+01:00',
  ],
  ['counted in a year has no clocks', { recurring: { ...newsletter.recurring, times: 1 } }, '', undefined],
  ['of each case is not the landlord’s', statements, '', undefined],
]

for (const [why, promise, told, changesAt] of owed) {
  test(`A duty of the whole landlord ${why}, for its list of work`, () => {
    const records = story(['evidence-recorded', '2026-04-10T10:00Z', { duty: 'newsletter' }])
    const landlord = { firstAt: instant('2026-03-20T10:00Z'), records }
    const found = landlordClocks(editions(packOf([promise])), landlord, instant('2026-05-01T10:00Z'))
    assert.equal(found.clocks.map(({ n, outcome }) => `${n} ${outcome}`).join(', '), told)
    assert.equal(found.changesAt && formatInstant(found.changesAt, zone()), changesAt)
  })
}

test('Parts of a promise that is no longer one, or of nothing that a tally has, are left out or told', () => {
  const from = (parts: readonly TallyPart[]) => {
    const asOf = instant('2026-05-01T10:00Z')
    const span = { zone: zone(), from: earliestDay, to: zone().dayOf(asOf), asOf }
    const terms = { editions: editions(packOf([{ clock: answered }])), rereading: vocabulary.rereading, span }
    return talliedFrom(terms, parts, { landlord: undefined }).promises.map(({ tally }) => tally.cells.size)
  }
  assert.deepEqual(from([['gone', 24_314, 'kept', 1]]), [0])
  assert.deepEqual(from([['P-1', 24_314, 'kept', 1]]), [1])
  assert.throws(() => from([['P-1', 24_314, 'keeps', 1]]), /no “keeps”/)
})

function measured(promises: readonly Written[], happened: readonly Happened[], asOf: string) {
  const measuring = openCaseMeasuring(editions(packOf(promises)), vocabulary.rereading)
  return measuring.measure(ownTimeline('c1', story(...happened)), instant(asOf))
}
