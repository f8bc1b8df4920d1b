import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TallyPart } from '#core/promises/case-measuring.ts'
import { landlordClocks } from '#core/promises/landlord-clocks.ts'
import { talliedFrom } from '#core/promises/stored-tally.ts'
import { formatInstant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import { instant, zone } from '#test/core/time/calendars.ts'
import { measuredStory } from './case-measured.ts'
import { editions, type Happened, packOf, story, vocabulary, type Written } from './little-pack.ts'

// Why: what one case adds is stored, and taken away again when the case changes; so each part is shown here as it stands.
const answered = { starts: 'contact-received', stops: 'reply-sent', within: '10 working days' }
const received: Happened = ['contact-received', '2026-03-02T10:00Z']
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

test('A case adds to each month what was decided in it, and what stood open at its end', () => {
  const voids = { ...answered, voids: 'enquiry-closed' }
  const counts = { share: { count: 'reply-sent' }, of: { count: 'contact-received' } }
  const { tallied } = measuredStory(
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
  const { clocks } = measuredStory(
    [{ clock: answered }, statements],
    [opened, received, ['reply-sent', '2026-03-05T10:00Z'], ['contact-received', '2026-03-06T10:00Z']],
    '2026-03-09T10:00Z',
  )
  const told = clocks.map(({ promise, n, outcome, length }) => `${promise} ${n} ${outcome} ${length}`)
  assert.deepEqual(told.toSorted(), ['P-1 1 met 3', 'P-1 2 running undefined', 'P-2 1 running undefined'])
})

test('The times of a duty are no clocks of the promises that a ratio counts', () => {
  const overClocks = { ratio: { share: { clocks: 'kept' }, of: { clocks: 'decided' } } }
  const { tallied } = measuredStory(
    [overClocks, statements],
    [opened, ['statement-sent', '2026-03-05T10:00Z']],
    '2026-03-09T10:00Z',
  )
  assert.deepEqual([...new Set(tallied.map(([promise]) => promise))], ['P-2'])
})

test('A case of one event that a promise names twice is looked at once', () => {
  const twice = ['letter', 'text'].map((channel) => ({ event: 'complaint-closed', when: { channel } }))
  const { tallied } = measuredStory(
    [{ survey: { ...invited.survey, after: twice } }],
    [['complaint-closed', '2026-03-02T10:00Z', { channel: 'text' }]],
    '2026-05-01T10:00Z',
  )
  assert.deepEqual(tallied, [['P-1', 2026 * 12 + 2, 'counted', 1]])
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
