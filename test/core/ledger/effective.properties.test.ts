import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'

test('The order of the lines in a file does not matter, since each keeps its number', () => {
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.nat()), moments, (events, keys, asOf) => {
      const shuffled = events
        .map((event) => ({ event, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event)
      const [one, other] = [effectiveEvents(events, asOf), effectiveEvents(shuffled, asOf)]
      assert.deepEqual(other.events, one.events)
      assert.deepEqual(new Set(other.astray), new Set(one.astray))
      assert.deepEqual(new Set(other.again), new Set(one.again))
    }),
  )
})

test('What is known holds nothing that had not happened or had not been told, in order of time and then of line', () => {
  fc.assert(
    fc.property(stories, moments, (events, asOf) => {
      const left = effectiveEvents(events, asOf).events
      const lines = new Map(events.map((event) => [event.line, event]))
      for (const [index, event] of left.entries()) {
        assert.ok(event.at <= asOf && (lines.get(event.line)?.recordedAt ?? Infinity) <= asOf)
        const next = left[index + 1]
        assert.ok(
          next === undefined || event.at < next.at || (event.at === next.at && event.line < next.line),
        )
      }
    }),
  )
})

test('What is told afterwards changes nothing of what was known before', () => {
  fc.assert(
    fc.property(stories, moments, (events, asOf) => {
      const known = events.filter(({ recordedAt }) => recordedAt <= asOf)
      assert.deepEqual(effectiveEvents(events, asOf), effectiveEvents(known, asOf))
    }),
  )
})

const moments = fc.integer({ min: 0, max: 12 }).map((hour) => Date.UTC(2026, 2, 2, hour))

/** Few ids, types and times, so that corrections often meet their events, each other, and nothing. */
const stories: fc.Arbitrary<readonly CaseEvent[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom('contact-received', 'reply-sent', 'event-withdrawn', 'event-corrected'),
      happened: moments,
      delay: fc.nat(3),
      id: fc.constantFrom(undefined, 'a', 'b'),
      names: fc.constantFrom(
        'a',
        'b',
        'c',
        'reply-sent@2026-03-02T03:00Z',
        'event-withdrawn@2026-03-02T04:00Z',
      ),
      moved: fc.constantFrom(undefined, '2026-03-02T06:00Z'),
      reason: fc.constantFrom('bounced', 'entered-twice'),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ type, happened, delay, id, names, moved, reason }, index) => {
      const mends = type.startsWith('event-')
      const data: EventData = mends ? { event: names, reason, ...(moved !== undefined && { at: moved }) } : {}
      const recordedAt = happened + delay * 3_600_000
      return { case: 'c1', kind: 'enquiry', type, id, at: happened, recordedAt, line: index + 1, data }
    }),
  )
