import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longDay } from '#core/time/day.ts'
import { type Counting, dueAfter, lengthBetween } from '#core/time/due.ts'
import { type Length, parseLength } from '#core/time/length.ts'
import { calendarOf, given, instant } from '#test/core/time/calendars.ts'

const lengthOf = (text: string): Length => given(parseLength(text, { words: new Map() }))

function countingOf(hours: string): Counting {
  const calendar = calendarOf({ hours: { office: hours } })
  return { calendar, hours: given(calendar.openTime('office')), receivedOutOfHours: 'next working day' }
}

const earlyFriday = countingOf('Mon-Thu 09:00-17:00, Fri 09:00-16:00')
const noFriday = countingOf('Mon-Thu 09:00-17:00')
const pastMidnight = countingOf('Mon-Fri 18:00-02:00')
const dueOf = (counting: Counting, length: string, from: string) => {
  const due = dueAfter(counting, lengthOf(length), instant(from), 0)
  return 'on' in due ? longDay(due.on) : due.at
}

for (const { counting, from, length, due, why } of [
  {
    counting: earlyFriday,
    from: '2026-03-02T16:59:59Z',
    length: '10 working days',
    due: 'Monday 16 March 2026',
    why: 'before closing counts that day',
  },
  {
    counting: earlyFriday,
    from: '2026-03-02T17:00Z',
    length: '10 working days',
    due: 'Tuesday 17 March 2026',
    why: 'from closing on, the next',
  },
  {
    counting: earlyFriday,
    from: '2026-03-02T08:00Z',
    length: '10 working days',
    due: 'Monday 16 March 2026',
    why: 'before opening counts that day',
  },
  {
    counting: earlyFriday,
    from: '2026-03-05T16:30Z',
    length: '1 working day',
    due: 'Friday 6 March 2026',
    why: 'trap 11: Thursday is open until 17:00',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T16:30Z',
    length: '1 working day',
    due: 'Tuesday 10 March 2026',
    why: 'trap 11: Friday is not',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T15:30Z',
    length: '1 working day',
    due: 'Monday 9 March 2026',
    why: 'on Friday in time',
  },
  {
    counting: earlyFriday,
    from: '2026-03-07T10:00Z',
    length: '10 working days',
    due: 'Friday 20 March 2026',
    why: 'trap 6: from a closed day nothing changes',
  },
  {
    counting: earlyFriday,
    from: '2026-03-07T20:00Z',
    length: '10 working days',
    due: 'Friday 20 March 2026',
    why: 'nor late on it',
  },
  {
    counting: earlyFriday,
    from: '2026-04-02T17:30+01:00',
    length: '1 working day',
    due: 'Wednesday 8 April 2026',
    why: 'the evening before Easter is Tuesday',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T16:30Z',
    length: 'same day',
    due: 'Monday 9 March 2026',
    why: 'readings.md 22: received out of hours',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T15:30Z',
    length: 'same day',
    due: 'Friday 6 March 2026',
    why: 'in hours, that day',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T07:00Z',
    length: 'same day',
    due: 'Friday 6 March 2026',
    why: 'before opening, that day',
  },
  {
    counting: earlyFriday,
    from: '2026-03-07T10:00Z',
    length: 'same day',
    due: 'Monday 9 March 2026',
    why: 'nobody is there on a Saturday',
  },
  {
    counting: earlyFriday,
    from: '2026-04-03T10:00+01:00',
    length: 'same day',
    due: 'Tuesday 7 April 2026',
    why: 'nor on Good Friday',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T16:30Z',
    length: 'same working day',
    due: 'Monday 9 March 2026',
    why: 'out of hours',
  },
  {
    counting: earlyFriday,
    from: '2026-03-07T10:00Z',
    length: 'same working day',
    due: 'Monday 9 March 2026',
    why: 'on a closed day',
  },
  {
    counting: earlyFriday,
    from: '2026-03-06T16:30Z',
    length: '28 days',
    due: 'Friday 3 April 2026',
    why: 'calendar days run on, whether anybody is in or not',
  },
  {
    counting: earlyFriday,
    from: '2026-03-07T10:00Z',
    length: '2 days',
    due: 'Monday 9 March 2026',
    why: 'calendar days from the Saturday itself',
  },
  {
    counting: earlyFriday,
    from: '2026-01-30T16:30Z',
    length: '1 month',
    due: 'Saturday 28 February 2026',
    why: 'a month runs on as well',
  },
  {
    counting: noFriday,
    from: '2026-03-06T10:00Z',
    length: '1 working day',
    due: 'Monday 9 March 2026',
    why: 'a day without hours is a closed day',
  },
  {
    counting: noFriday,
    from: '2026-03-06T10:00Z',
    length: 'same day',
    due: 'Monday 9 March 2026',
    why: 'and has nobody to do it',
  },
  {
    counting: pastMidnight,
    from: '2026-03-03T01:00Z',
    length: '1 working day',
    due: 'Wednesday 4 March 2026',
    why: 'Tuesday’s own closing is still to come',
  },
  {
    counting: pastMidnight,
    from: '2026-03-02T23:00Z',
    length: '1 working day',
    due: 'Tuesday 3 March 2026',
    why: 'open until after midnight',
  },
  {
    counting: earlyFriday,
    from: '2026-03-02T18:00Z',
    length: '15 minutes',
    due: instant('2026-03-02T18:15Z'),
    why: 'minutes are elapsed, whatever the hours',
  },
  {
    counting: earlyFriday,
    from: '2026-03-02T18:00Z',
    length: '1 working hour',
    due: instant('2026-03-03T10:00Z'),
    why: 'open time begins in the morning',
  },
]) {
  test(`Received ${from}, ${length} is due ${typeof due === 'string' ? due : 'by the hour'}: ${why}`, () => {
    assert.equal(dueOf(counting, length, from), due)
  })
}

test('Without hours there is no closing time, and only a closed day moves what is due the same day', () => {
  const without: Counting = { calendar: calendarOf(), receivedOutOfHours: 'next working day' }
  assert.equal(dueOf(without, '1 working day', '2026-03-06T23:00Z'), 'Monday 9 March 2026')
  assert.equal(dueOf(without, 'same day', '2026-03-06T23:00Z'), 'Friday 6 March 2026')
  assert.equal(dueOf(without, 'same day', '2026-03-07T10:00Z'), 'Monday 9 March 2026')
})

test('What came in the evening is counted from the next working day, and answered that evening took no time', () => {
  const took = (to: string) =>
    lengthBetween(earlyFriday, lengthOf('10 working days'), instant('2026-03-02T18:00Z'), instant(to))
  assert.equal(took('2026-03-17T12:00Z'), 10)
  assert.equal(took('2026-03-02T19:00Z'), 0)
})
