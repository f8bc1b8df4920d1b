import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDay, longDay } from '#core/time/day.ts'
import { type Counting, type Due, dueAfter, dueBefore, lastInstantOf } from '#core/time/due.ts'
import { formatInstant } from '#core/time/instant.ts'
import { type Length, parseLength } from '#core/time/length.ts'
import { calendarOf, day, given, instant, zone } from '#test/core/time/calendars.ts'

const calendar = calendarOf({ hours: { office: 'Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00' } })
const counting: Counting = {
  calendar,
  hours: given(calendar.openTime('office')),
  receivedOutOfHours: 'same day',
}
const lengthOf = (text: string): Length => given(parseLength(text, { words: new Map() }))
const shown = (due: Due) => ('on' in due ? longDay(due.on) : formatInstant(due.at, zone()))

for (const { from, length, paused, due, why } of [
  {
    from: '2026-03-07T10:00Z',
    length: '10 working days',
    due: 'Friday 20 March 2026',
    why: 'trap 6: received on a Saturday',
  },
  {
    from: '2026-03-08T23:59Z',
    length: '10 working days',
    due: 'Friday 20 March 2026',
    why: 'trap 6: received on a Sunday',
  },
  {
    from: '2026-03-06T23:59Z',
    length: '10 working days',
    due: 'Friday 20 March 2026',
    why: 'received on the Friday before',
  },
  {
    from: '2026-03-09T00:00Z',
    length: '10 working days',
    due: 'Monday 23 March 2026',
    why: 'received on the Monday after',
  },
  {
    from: '2026-03-02T09:00Z',
    length: '10 working days',
    due: 'Monday 16 March 2026',
    why: 'day one is the day after',
  },
  {
    from: '2026-06-30T23:30Z',
    length: '1 working day',
    due: 'Thursday 2 July 2026',
    why: 'it was 1 July in London already',
  },
  {
    from: '2026-03-02T09:00Z',
    length: '10 working days',
    paused: 3,
    due: 'Thursday 19 March 2026',
    why: 'paused for three working days',
  },
  {
    from: '2026-03-07T10:00Z',
    length: 'same working day',
    due: 'Monday 9 March 2026',
    why: 'the first working day on or after',
  },
  {
    from: '2026-03-09T10:00Z',
    length: 'same working day',
    due: 'Monday 9 March 2026',
    why: 'on a working day, that day',
  },
  {
    from: '2026-03-07T10:00Z',
    length: 'same working day',
    paused: 2,
    due: 'Wednesday 11 March 2026',
    why: 'and two on from there',
  },
  {
    from: '2026-03-06T10:00Z',
    length: 'next working day',
    due: 'Monday 9 March 2026',
    why: 'over a week-end',
  },
  {
    from: '2026-03-07T10:00Z',
    length: 'same day',
    due: 'Saturday 7 March 2026',
    why: 'a calendar day, open or not',
  },
  { from: '2026-03-07T10:00Z', length: '1 day', due: 'Sunday 8 March 2026', why: 'days are calendar days' },
  {
    from: '2026-10-24T23:30+01:00',
    length: '2 days',
    due: 'Monday 26 October 2026',
    why: 'trap 9: 25 October is one day',
  },
  {
    from: '2026-03-28T23:30Z',
    length: '1 day',
    due: 'Sunday 29 March 2026',
    why: 'trap 9: and so is 29 March',
  },
  { from: '2026-03-02T09:00Z', length: '6 weeks', due: 'Monday 13 April 2026', why: 'weeks are seven days' },
  {
    from: '2026-03-02T09:00Z',
    length: '28 days',
    paused: 2,
    due: 'Wednesday 1 April 2026',
    why: 'paused for two days',
  },
  {
    from: '2026-01-31T09:00Z',
    length: '1 month',
    due: 'Saturday 28 February 2026',
    why: 'trap 12: February has no 31st',
  },
  {
    from: '2028-01-31T09:00Z',
    length: '1 month',
    due: 'Tuesday 29 February 2028',
    why: 'trap 12: in a leap year',
  },
  { from: '2028-02-29T09:00Z', length: '1 year', due: 'Wednesday 28 February 2029', why: 'from a leap day' },
  {
    from: '2026-01-31T09:00Z',
    length: '1 month',
    paused: 1,
    due: 'Sunday 1 March 2026',
    why: 'a pause of months counts in days',
  },
  {
    from: '2026-03-28T12:00Z',
    length: '24 hours',
    due: '2026-03-29T13:00:00+01:00',
    why: 'hours are elapsed, whatever the clock',
  },
  {
    from: '2026-10-24T12:00+01:00',
    length: '24 hours',
    due: '2026-10-25T11:00:00+00:00',
    why: 'in autumn as well',
  },
  {
    from: '2026-03-02T09:00:12Z',
    length: '24 seconds',
    due: '2026-03-02T09:00:36+00:00',
    why: 'to the second',
  },
  {
    from: '2026-03-02T09:00Z',
    length: '15 minutes',
    paused: 90_000,
    due: '2026-03-02T09:16:30+00:00',
    why: 'paused for 90 seconds',
  },
  {
    from: '2026-03-06T15:00Z',
    length: '3 working hours',
    due: '2026-03-09T11:00:00+00:00',
    why: 'trap 8: Friday is short',
  },
  {
    from: '2026-03-06T15:00Z',
    length: '3 working hours',
    paused: 3_600_000,
    due: '2026-03-09T12:00:00+00:00',
    why: 'paused for an open hour',
  },
]) {
  test(`Started ${from}, ${length} is due ${due}: ${why}`, () => {
    assert.equal(shown(dueAfter(counting, lengthOf(length), instant(from), paused ?? 0)), due)
  })
}

for (const { length, before, due, why } of [
  { length: '10 days', before: '2026-03-20', due: '2026-03-10', why: 'ten whole days lie between' },
  { length: '10 working days', before: '2026-03-20', due: '2026-03-06', why: 'the tenth working day before' },
  { length: '1 working day', before: '2026-03-09', due: '2026-03-06', why: 'over a week-end' },
  { length: '5 working days', before: '2026-04-07', due: '2026-03-27', why: 'over Easter' },
  { length: '1 month', before: '2026-03-31', due: '2026-02-28', why: 'February has no 31st' },
  { length: 'same day', before: '2026-03-07', due: '2026-03-07', why: 'on the day itself is in time' },
  {
    length: 'same working day',
    before: '2026-03-09',
    due: '2026-03-09',
    why: 'a working day is in time itself',
  },
  {
    length: 'same working day',
    before: '2026-03-07',
    due: '2026-03-06',
    why: 'the last working day before a Saturday',
  },
  {
    length: '24 hours',
    before: '2026-03-20',
    due: '2026-03-18',
    why: 'the 18th ends 24 hours before the 20th begins',
  },
  { length: '25 hours', before: '2026-03-20', due: '2026-03-17', why: 'the 18th ends too late' },
  { length: '23 hours', before: '2026-03-30', due: '2026-03-28', why: '29 March has 23 hours' },
  { length: '7 working hours', before: '2026-03-09', due: '2026-03-05', why: 'all of Friday is needed' },
  {
    length: '1 working hour',
    before: '2026-03-09',
    due: '2026-03-05',
    why: 'Friday ends after it, Thursday does not',
  },
]) {
  test(`At least ${length} before ${before} is by ${due}: ${why}`, () => {
    assert.equal(formatDay(dueBefore(counting, lengthOf(length), day(before))), due)
  })
}

for (const { on, last } of [
  { on: '2026-03-20', last: '2026-03-20T23:59:59.999+00:00' },
  { on: '2026-07-20', last: '2026-07-20T23:59:59.999+01:00' },
  { on: '2026-03-29', last: '2026-03-29T23:59:59.999+01:00' },
  { on: '2026-10-25', last: '2026-10-25T23:59:59.999+00:00' },
]) {
  test(`Due on ${on} is in time until ${last} (trap 7)`, () => {
    assert.equal(formatInstant(lastInstantOf({ on: day(on) }, zone()), zone()), last)
  })
}

test('Due at an instant is in time at that instant', () => {
  assert.equal(lastInstantOf({ at: 1234 }, zone()), 1234)
})

test('Working hours without opening hours are a mistake of ours', () => {
  const without: Counting = { calendar, receivedOutOfHours: 'same day' }
  assert.throws(
    () => dueAfter(without, lengthOf('3 working hours'), 0, 0),
    /cannot be counted without opening hours/,
  )
})
