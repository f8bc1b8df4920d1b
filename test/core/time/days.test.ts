import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths, dayFrom, dayOfWeek, formatDay, longDay, parseDay, partsOf } from '#core/time/day.ts'
import { day } from '#test/core/time/calendars.ts'
import { dayOfPlain, plainDate } from '#test/core/time/worlds.ts'

const anyDay = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') })
const runs = { numRuns: 2000 }

test('Day nought is 1 January 1970, a Thursday', () => {
  assert.equal(parseDay('1970-01-01'), 0)
  assert.equal(longDay(0), 'Thursday 1 January 1970')
})

test('A day is said as people say it', () => {
  assert.equal(longDay(day('2026-03-20')), 'Friday 20 March 2026')
  assert.equal(longDay(day('1969-07-20')), 'Sunday 20 July 1969')
})

test('Any day has the date and the weekday that Temporal gives it', () => {
  fc.assert(
    fc.property(anyDay, (each) => {
      const date = plainDate(each)
      assert.deepEqual(partsOf(each), { year: date.year, month: date.month, date: date.day })
      assert.equal(dayFrom(date.year, date.month, date.day), each)
      assert.equal(dayOfWeek(each), date.dayOfWeek)
    }),
    runs,
  )
})

test('Any day is written as Temporal writes it, and read back as itself', () => {
  fc.assert(
    fc.property(anyDay, (each) => {
      assert.equal(formatDay(each), plainDate(each).toString())
      assert.equal(parseDay(formatDay(each)), each)
    }),
    runs,
  )
})

test('Months are months of the calendar, as Temporal adds them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (each, months) => {
      assert.equal(addMonths(each, months), dayOfPlain(plainDate(each).add({ months })))
    }),
    runs,
  )
})

for (const { from, months, to } of [
  { from: '2026-01-31', months: 1, to: '2026-02-28' },
  { from: '2028-01-31', months: 1, to: '2028-02-29' },
  { from: '2028-02-29', months: 12, to: '2029-02-28' },
  { from: '2028-02-29', months: 48, to: '2032-02-29' },
  { from: '2026-03-31', months: -1, to: '2026-02-28' },
  { from: '2026-12-31', months: 2, to: '2027-02-28' },
  { from: '2026-01-15', months: -13, to: '2024-12-15' },
]) {
  test(`${from} and ${months} months is ${to} (trap 12: months are not 30 days)`, () => {
    assert.equal(formatDay(addMonths(day(from), months)), to)
  })
}

for (const text of [
  '2026-02-30',
  '2025-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-1-1',
  '20260101',
  '2026/01/01',
  '2026-01-01T00:00Z',
  ' 2026-01-01',
  '2026-01-01 ',
  '-026-01-01',
  '',
  'tomorrow',
]) {
  test(`“${text}” is not read as a date`, () => {
    assert.equal(parseDay(text), undefined)
  })
}

test('The 29th of February is a date in leap years, of hundreds only in every fourth', () => {
  const leap = ['2024-02-29', '2028-02-29', '2000-02-29', '2100-02-28', '2096-02-29']
  for (const text of leap) assert.equal(formatDay(day(text)), text)
  assert.equal(parseDay('2100-02-29'), undefined)
})
