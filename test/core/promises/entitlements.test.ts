import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entitlementsOf, entitlingPromises } from '#core/promises/entitlements.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { faultLine } from '#core/promises/shape/fault.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { formatInstant } from '#core/time/instant.ts'
import { instant, zone } from '#test/core/time/calendars.ts'
import {
  editions,
  type Happened,
  known,
  packOf,
  packText,
  story,
  vocabulary,
  type Written,
} from './little-pack.ts'

const answer = { clock: { starts: 'contact-received', stops: 'reply-sent', within: '2 working days' } }
const toldOfIt = { rule: { late: 'P-1', told_by: 'holding-reply-sent' } }
const owes = (clauses: Written = {}) => ({
  rule: {
    applies_to: 'entitlement-found',
    later: 'compensation-offered',
    found_when_missed: ['P-2'],
    ...clauses,
  },
})

// Monday 2 March; two working days are over when Wednesday is.
const letter: Happened = ['contact-received', '2026-03-02T10:00Z', { channel: 'letter' }]
const replied = (at: string): Happened => ['reply-sent', at, { full: true }]
const told = (at: string): Happened => ['holding-reply-sent', at, { reason: 'ill', newDate: '2026-03-12' }]

const found: readonly (readonly [
  why: string,
  happened: readonly Happened[],
  asOf: string,
  clauses: Written,
  expected: readonly string[],
])[] = [
  ['nothing while there is still time', [letter], '2026-03-04T23:59Z', {}, []],
  ['what came late in silence', [letter], '2026-03-05T00:01Z', {}, ['P-2 on 2026-03-04']],
  [
    'the same once, though the answer came after all',
    [letter, replied('2026-03-06T10:00Z')],
    '2026-04-01T10:00Z',
    {},
    ['P-2 on 2026-03-04'],
  ],
  [
    'nothing where the customer was told in time',
    [letter, told('2026-03-04T17:00Z')],
    '2026-04-01T10:00Z',
    {},
    [],
  ],
  [
    'what was told only once it was late',
    [letter, told('2026-03-05T09:00Z')],
    '2026-04-01T10:00Z',
    {},
    ['P-2 on 2026-03-04'],
  ],
  ['nothing where it was done in time', [letter, replied('2026-03-04T23:00Z')], '2026-04-01T10:00Z', {}, []],
  [
    'nothing so far, where what was done in time may still be typed in',
    [letter],
    '2026-03-05T23:59Z',
    { found_after: '1 working day' },
    [],
  ],
  [
    'it, once that is over',
    [letter],
    '2026-03-06T00:00Z',
    { found_after: '1 working day' },
    ['P-2 on 2026-03-04'],
  ],
  [
    'what a promise of time itself entitles to',
    [letter],
    '2026-03-05T00:01Z',
    { found_when_missed: ['P-1', 'P-2'] },
    ['P-1 on 2026-03-04', 'P-2 on 2026-03-04'],
  ],
  [
    'each time, in one case',
    [letter, replied('2026-03-06T10:00Z'), ['contact-received', '2026-03-09T10:00Z', { channel: 'letter' }]],
    '2026-04-01T10:00Z',
    {},
    ['P-2 on 2026-03-04', 'P-2 on 2026-03-11'],
  ],
  [
    'what an automatic message told in time, since that tells nobody',
    [
      letter,
      ['holding-reply-sent', '2026-03-04T10:00Z', { by: 'system', reason: 'ill', newDate: '2026-03-12' }],
    ],
    '2026-04-01T10:00Z',
    {},
    ['P-2 on 2026-03-04'],
  ],
]

for (const [why, happened, asOf, clauses, expected] of found)
  test(`An entitlement: ${why}`, () => {
    const made = editions(packOf([answer, toldOfIt, owes(clauses)]))
    const timeline = ownTimeline('c1', story(...happened))
    assert.deepEqual(
      entitlementsOf(made, timeline, vocabulary.rereading, instant(asOf)).map(
        ({ promise, at }) => `${promise} on ${formatInstant(at, zone()).slice(0, 10)}`,
      ),
      expected,
    )
  })

test('An act that was to be followed by another entitles where it was not', () => {
  const visit = { rule: { applies_to: 'appointment-missed', later: 'customer-told' } }
  const made = editions(packOf([visit, owes({ found_when_missed: ['P-1'] })]))
  const missed: Happened = ['appointment-missed', '2026-03-02T10:00Z', { id: 'e-1' }]
  const silent = ownTimeline('c1', story(missed))
  const spoken = ownTimeline('c1', story(missed, ['customer-told', '2026-03-02T10:05Z']))
  const asOf = instant('2026-03-02T12:00Z')
  const [one, ...more] = entitlementsOf(made, silent, vocabulary.rereading, asOf)
  assert.deepEqual([one?.promise, one?.case, one?.actKey, more.length], ['P-1', 'c1', 'e-1', 0])
  assert.deepEqual(entitlementsOf(made, spoken, vocabulary.rereading, asOf), [])
})

test('A landlord whose pack says nothing of it owes nothing by itself', () => {
  const made = editions(packOf([answer, toldOfIt]))
  assert.deepEqual([...entitlingPromises(made)], [])
  const late = ownTimeline('c1', story(letter))
  assert.deepEqual(entitlementsOf(made, late, vocabulary.rereading, instant('2026-04-01T10:00Z')), [])
})

const faulty: readonly (readonly [why: string, clauses: Written, says: RegExp])[] = [
  [
    'a promise that is not there',
    { found_when_missed: ['P-22'] },
    /P-3 \/ rule \/ found_when_missed: “P-22” is not another clock or rule promise of this pack; did you mean “P-2”\?/,
  ],
  ['itself', { found_when_missed: ['P-3'] }, /“P-3” is not another clock or rule promise of this pack/],
  [
    'an act that nobody is entitled by',
    { applies_to: 'compensation-offered' },
    /only an entitlement is found by itself; write applies_to: entitlement-found/,
  ],
  [
    'a wait for nothing',
    { found_when_missed: undefined, found_after: '1 working day' },
    /found_after goes with found_when_missed/,
  ],
]

for (const [why, clauses, says] of faulty)
  test(`A pack whose rule finds by ${why} is refused with its fix`, () => {
    const pack = parsePack(packText([answer, toldOfIt, owes(clauses)]), 'pack.yaml', known)
    if ('promises' in pack) return assert.fail('it was taken')
    return assert.match(pack.map(faultLine).join('\n'), says)
  })
