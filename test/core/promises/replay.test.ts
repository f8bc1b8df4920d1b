import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownTimeline } from '#core/ledger/timeline.ts'
import type { Pack } from '#core/promises/pack.ts'
import { beginReplay } from '#core/promises/replay.ts'
import { instant } from '#test/core/time/calendars.ts'
import { editions, packOf, story, vocabulary, type Written } from './little-pack.ts'
import type { Cases } from './measured.ts'

const answered = (clauses: Written): Written => ({
  clock: { starts: 'contact-received', stops: 'reply-sent', within: '10 working days', ...clauses },
})
const now = packOf([answered({})])
const cases: Cases = {
  quick: [
    ['contact-received', '2026-03-02T10:00Z'],
    ['reply-sent', '2026-03-04T10:00Z'],
  ],
  slow: [
    ['contact-received', '2026-03-02T10:00Z'],
    ['reply-sent', '2026-03-16T10:00Z'],
  ],
  never: [['contact-received', '2026-03-02T10:00Z']],
  again: [
    ['contact-received', '2026-03-02T10:00Z'],
    ['reply-sent', '2026-03-03T10:00Z'],
    ['contact-received', '2026-03-09T10:00Z'],
    ['reply-sent', '2026-03-20T10:00Z'],
  ],
  young: [['contact-received', '2026-03-30T10:00Z']],
}

const drafts: readonly (readonly [why: string, draft: readonly Written[], turned: readonly string[]])[] = [
  ['the same promise turns none', [answered({})], []],
  [
    'a shorter limit turns what was answered after it',
    [answered({ within: '5 working days' })],
    ['slow 1 met missed', 'again 2 met missed', 'young 1 running missed'],
  ],
  [
    'a limit too long for what runs turns what was missed',
    [answered({ within: '2 months' })],
    ['never 1 missed running'],
  ],
  [
    'another answer that counts turns what waits for it',
    [answered({ stops: 'call-returned' })],
    ['quick 1 met missed', 'slow 1 met missed', 'again 1 met missed', 'again 2 met none'],
  ],
  [
    'a promise left out leaves no clock',
    [{ check: { item: 'polite', instruments: ['audit'] } }],
    [
      'quick 1 met none',
      'slow 1 met none',
      'never 1 missed none',
      'again 1 met none',
      'again 2 met none',
      'young 1 running none',
    ],
  ],
  [
    'a promise added has clocks where there were none',
    [answered({}), answered({ within: '1 day', when: { channel: 'not given' } })],
    [
      'quick 1 none missed',
      'slow 1 none missed',
      'never 1 none missed',
      'again 1 none met',
      'again 2 none missed',
      'young 1 none missed',
    ],
  ],
]

for (const [why, draft, expected] of drafts) {
  test(`Of a draft tried on the same facts, ${why}`, () => {
    const { turned } = replayed(now, packOf(draft, { edition: 'draft' }), cases)
    assert.deepEqual(
      turned.map(({ case: id, n, before, after }) => `${id} ${n} ${before} ${after}`),
      expected,
    )
  })
}

test('A draft is tried as if it had been in force all along, whatever date it carries', () => {
  const shorter = [answered({ within: '5 working days' })]
  const [early, late] = ['2020-01-01', '2027-01-01'].map(
    (from) => replayed(now, packOf(shorter, { edition: 'draft', in_force_from: from }), cases).turned,
  )
  assert.equal(late?.length, 3)
  assert.deepEqual(late, early)
})

test('What a draft makes of the facts is tallied beside what the pack made of them', () => {
  const { before, after } = replayed(
    now,
    packOf([answered({ within: '5 working days' })], { edition: 'draft' }),
    cases,
  )
  const sums = [before, after].map(({ promises }) => {
    const cells = [...(promises[0]?.tally.cells.values() ?? [])]
    const sum = (of: 'kept' | 'counted') => cells.reduce((all, cell) => all + cell[of], 0)
    return `${sum('kept')}/${sum('counted')}`
  })
  assert.deepEqual(sums, ['4/5', '2/6'])
})

test('A duty of the whole landlord may turn as well, and is told once all is known', () => {
  const newsletter = (every: string): Written => ({ recurring: { every, duty: 'newsletter' } })
  const shown: Cases = {
    d: [
      ['evidence-recorded', '2026-01-05T10:00Z', { duty: 'newsletter' }],
      ['evidence-recorded', '2026-03-20T10:00Z', { duty: 'newsletter' }],
    ],
  }
  const { turned } = replayed(
    packOf([newsletter('3 months')]),
    packOf([newsletter('2 months')], { edition: 'draft' }),
    shown,
  )
  assert.deepEqual(
    turned.map(({ case: id, n, before, after }) => `${id} ${n} ${before} ${after}`),
    ['the landlord 2 met missed'],
  )
})

function replayed(pack: Pack, draft: Pack, facts: Cases) {
  const asOf = instant('2026-04-10T12:00Z')
  const replaying = beginReplay(editions(pack), editions(draft), vocabulary.rereading, asOf)
  for (const [id, happened] of Object.entries(facts)) {
    const events = story(...happened).map((event) => ({ ...event, case: id }))
    replaying.add(ownTimeline(id, events))
  }
  return replaying.finish()
}
