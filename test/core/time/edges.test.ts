import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDay, longDay } from '#core/time/day.ts'
import { earliestDay, isHeld, latestDay } from '#core/time/range.ts'
import { calendarOf, day, given, zone } from '#test/core/time/calendars.ts'
import { stepWorkingDays } from '#test/core/time/oracle.ts'
import { dayOfPlain, plainDate } from '#test/core/time/worlds.ts'

const calendar = calendarOf({
  holidays: [],
  hours: { office: 'Mon-Fri 09:00-17:00', always: 'Mon-Sun 00:00-24:00' },
})
const always = given(calendar.openTime('always'))
const office = given(calendar.openTime('office'))

test('Calendars begin on Monday 1 January 1990 and end on Friday 31 December 2100', () => {
  assert.equal(longDay(earliestDay), 'Monday 1 January 1990')
  assert.equal(longDay(latestDay), 'Friday 31 December 2100')
  assert.deepEqual([calendar.isWorkingDay(earliestDay), calendar.isWorkingDay(latestDay)], [true, true])
})

test('The whole calendar is counted from end to end', () => {
  // 5,791 weeks and Monday to Friday, less the first day itself.
  const weekDaysAfterTheFirst = 5791 * 5 + 5 - 1
  assert.equal(calendar.workingDaysBetween(earliestDay, latestDay), weekDaysAfterTheFirst)
  assert.equal(calendar.addWorkingDays(earliestDay, weekDaysAfterTheFirst), latestDay)
  assert.equal(calendar.addWorkingDays(latestDay, -weekDaysAfterTheFirst), earliestDay)
})

test('A day outside is named, never counted as due at once (trap 10)', () => {
  const outside = {
    name: 'RangeError',
    message: /^1989-12-31 is outside the calendar, which runs from 1990-01-01 to 2100-12-31$/,
  }
  assert.throws(() => calendar.isWorkingDay(earliestDay - 1), outside)
  assert.throws(() => calendar.workingDaysBetween(earliestDay - 1, latestDay), outside)
  assert.throws(() => calendar.whyClosed(latestDay + 1), /^RangeError: 2101-01-01 is outside/)
  assert.throws(() => office.closingOn(latestDay + 1), /^RangeError: 2101-01-01 is outside/)
})

test('What is not a day is not looked up', () => {
  for (const wrong of [Number.NaN, 20_000.5, Number.POSITIVE_INFINITY]) {
    assert.throws(() => calendar.isWorkingDay(wrong), RangeError)
    assert.equal(isHeld(wrong), false)
  }
})

test('A due date past the end is an error that says from where', () => {
  assert.throws(
    () => calendar.addWorkingDays(latestDay, 1),
    /^RangeError: 1 working days from 2100-12-31 is outside/,
  )
  assert.throws(
    () => calendar.addWorkingDays(earliestDay, -1),
    /^RangeError: -1 working days from 1990-01-01 is outside/,
  )
})

test('A far date is found as surely as a near one (trap 10)', () => {
  const weekDaysOnly = { zone: 'UTC', workingWeek: [1, 2, 3, 4, 5], shut: new Set<string>(), hours: [] }
  const stepped = stepWorkingDays(weekDaysOnly, plainDate(day('2026-03-02')), 6000)
  assert.equal(formatDay(calendar.addWorkingDays(day('2026-03-02'), 6000)), formatDay(dayOfPlain(stepped)))
})

test('Open time reaches from the first instant of 1990 to the last of 2100, clock changes included', () => {
  const from = zone().startOf(earliestDay)
  const to = zone().startOf(latestDay + 1)
  assert.equal(always.openMillisecondsBetween(from, to), to - from)
  assert.equal(always.addOpenMilliseconds(from, to - from), to)
  assert.equal(always.addOpenMilliseconds(to, from - to), from)
})

test('An instant outside is named', () => {
  const before = zone().startOf(earliestDay) - 1
  const after = zone().startOf(latestDay + 1) + 1
  assert.throws(
    () => office.isOpen(before),
    /^RangeError: 1989-12-31T23:59:59.999\+00:00 is outside the calendar/,
  )
  assert.throws(
    () => office.addOpenMilliseconds(after, 1),
    /^RangeError: 2101-01-01T00:00:00.001\+00:00 is outside/,
  )
  assert.throws(() => office.openMillisecondsBetween(Number.NaN, 0), RangeError)
})

test('Open time that is not there any more is an error that says from where', () => {
  const end = zone().startOf(latestDay + 1)
  assert.throws(
    () => office.addOpenMilliseconds(end, 1),
    /^RangeError: 1 open milliseconds from 2101-01-01T00:00:00/,
  )
  assert.throws(
    () => office.addOpenMilliseconds(zone().startOf(earliestDay), -1),
    /^RangeError: -1 open milliseconds from 1990-01-01/,
  )
})
