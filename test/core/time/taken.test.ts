import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Counting, lengthBetween, pausedBetween } from '#core/time/due.ts'
import { type Length, parseLength } from '#core/time/length.ts'
import { calendarOf, given, instant } from '#test/core/time/calendars.ts'

const calendar = calendarOf({ hours: { office: 'Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00' } })
const counting: Counting = {
  calendar,
  hours: given(calendar.openTime('office')),
  receivedOutOfHours: 'same day',
}
const lengthOf = (text: string): Length => given(parseLength(text, { words: new Map() }))

for (const { length, from, to, paused, why } of [
  {
    length: '10 working days',
    from: '2026-03-02T09:00Z',
    to: '2026-03-04T09:00Z',
    paused: 2,
    why: 'Tuesday and Wednesday',
  },
  {
    length: '10 working days',
    from: '2026-03-02T09:00Z',
    to: '2026-03-02T16:00Z',
    paused: 0,
    why: 'resumed the same day',
  },
  {
    length: '10 working days',
    from: '2026-03-06T15:00Z',
    to: '2026-03-09T09:00Z',
    paused: 1,
    why: 'trap 13: a week-end does not count',
  },
  {
    length: '28 days',
    from: '2026-03-06T15:00Z',
    to: '2026-03-09T09:00Z',
    paused: 3,
    why: 'a week-end counts in calendar days',
  },
  {
    length: '3 months',
    from: '2026-03-06T15:00Z',
    to: '2026-03-09T09:00Z',
    paused: 3,
    why: 'months pause in days',
  },
  {
    length: '28 days',
    from: '2026-10-24T23:30+01:00',
    to: '2026-10-26T00:30Z',
    paused: 2,
    why: 'trap 9: two dates on',
  },
  {
    length: '24 hours',
    from: '2026-10-24T23:30+01:00',
    to: '2026-10-26T00:30Z',
    paused: 26 * 3_600_000,
    why: 'elapsed time',
  },
  {
    length: '3 working hours',
    from: '2026-03-06T15:00Z',
    to: '2026-03-09T09:30Z',
    paused: 5_400_000,
    why: 'trap 13: open time',
  },
]) {
  test(`Paused from ${from} to ${to}, ${length} moves by ${paused}: ${why}`, () => {
    assert.equal(pausedBetween(counting, lengthOf(length), instant(from), instant(to)), paused)
  })
}

for (const { length, from, to, took, why } of [
  {
    length: '10 working days',
    from: '2026-03-07T10:00Z',
    to: '2026-03-20T16:00Z',
    took: 10,
    why: 'answered on the last day',
  },
  {
    length: '10 working days',
    from: '2026-03-02T10:00Z',
    to: '2026-03-02T16:00Z',
    took: 0,
    why: 'answered the same day',
  },
  {
    length: 'same working day',
    from: '2026-03-07T10:00Z',
    to: '2026-03-09T16:00Z',
    took: 0,
    why: 'Monday is the first working day',
  },
  {
    length: '28 days',
    from: '2026-03-07T10:00Z',
    to: '2026-04-04T23:00+01:00',
    took: 28,
    why: 'answered on the last day',
  },
  {
    length: '3 months',
    from: '2026-03-07T10:00Z',
    to: '2026-04-07T10:00+01:00',
    took: 31,
    why: 'months are counted in days',
  },
  {
    length: '24 seconds',
    from: '2026-03-02T09:00:12Z',
    to: '2026-03-02T09:00:31.5Z',
    took: 19_500,
    why: 'to the millisecond',
  },
  {
    length: '3 working hours',
    from: '2026-03-06T15:00Z',
    to: '2026-03-09T09:30Z',
    took: 5_400_000,
    why: 'open time only',
  },
  {
    length: '10 working days',
    from: '2026-03-09T10:00Z',
    to: '2026-03-02T10:00Z',
    took: 0,
    why: 'what was done before took no time',
  },
]) {
  test(`From ${from} to ${to} took ${took}, counted as for ${length}: ${why}`, () => {
    assert.equal(lengthBetween(counting, lengthOf(length), instant(from), instant(to)), took)
  })
}
