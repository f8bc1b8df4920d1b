import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectiveEvents } from '#core/ledger/effective.ts'
import { at, letter, reply, type Row, told } from './rows.ts'

const late = '2026-12-31T12:00'

const strays: readonly (readonly [why: string, event: string])[] = [
  ['no event has that id', 'r2'],
  ['the time is another', 'reply-sent@2026-03-05T16:01Z'],
  ['the type is another', 'acknowledgement-sent@2026-03-05T16:00Z'],
  ['the time is no time', 'reply-sent@yesterday'],
  ['it names itself', 'event-withdrawn@2026-03-06T08:00Z'],
]

for (const [why, event] of strays) {
  test(`A withdrawal changes nothing and is told where ${why}`, () => {
    const rows: readonly Row[] = [
      letter,
      reply,
      ['event-withdrawn', '2026-03-06T08:00', { event, reason: 'bounced' }],
    ]
    const { events, astray } = effectiveEvents(told(rows), at(late))
    assert.deepEqual(
      events.map(({ type }) => type),
      ['contact-received', 'reply-sent'],
    )
    assert.deepEqual(
      astray.map(({ line }) => line),
      [3],
    )
  })
}

test('Corrections that found their event are not called astray', () => {
  const rows: readonly Row[] = [
    letter,
    reply,
    ['event-corrected', '2026-03-06T08:00', { event: 'r1', data: { full: false } }],
  ]
  assert.deepEqual(effectiveEvents(told(rows), at(late)).astray, [])
})
