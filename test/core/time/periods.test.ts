import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatDay } from '#core/time/day.ts'
import { firstDayOf, lastDayOf, monthOf, periodsBetween } from '#core/time/period.ts'
import { day } from '#test/core/time/calendars.ts'
import { plainDate } from '#test/core/time/worlds.ts'

const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2100-12-31') })
const lines = (from: string, to: string, by: 'month' | 'quarter' | 'year' | 'all') =>
  periodsBetween(day(from), day(to), by).map(
    (each) => `${each.name} ${formatDay(each.from)} ${formatDay(each.to)}`,
  )

test('Months are clipped to the days asked for', () => {
  assert.deepEqual(lines('2025-12-15', '2026-02-10', 'month'), [
    '2025-12 2025-12-15 2025-12-31',
    '2026-01 2026-01-01 2026-01-31',
    '2026-02 2026-02-01 2026-02-10',
  ])
})

test('Quarters begin in January, April, July and October', () => {
  assert.deepEqual(lines('2026-03-31', '2026-10-01', 'quarter'), [
    '2026-Q1 2026-03-31 2026-03-31',
    '2026-Q2 2026-04-01 2026-06-30',
    '2026-Q3 2026-07-01 2026-09-30',
    '2026-Q4 2026-10-01 2026-10-01',
  ])
})

test('Years are named by their number, and the whole is all', () => {
  assert.deepEqual(lines('2025-06-01', '2026-06-01', 'year'), [
    '2025 2025-06-01 2025-12-31',
    '2026 2026-01-01 2026-06-01',
  ])
  assert.deepEqual(lines('2025-06-01', '2026-06-01', 'all'), ['all 2025-06-01 2026-06-01'])
})

test('One day is one period, and an end before the beginning is none', () => {
  assert.deepEqual(lines('2028-02-29', '2028-02-29', 'month'), ['2028-02 2028-02-29 2028-02-29'])
  assert.deepEqual(lines('2028-02-29', '2028-02-28', 'all'), [])
  assert.deepEqual(lines('2028-02-29', '2028-02-28', 'month'), [])
})

test('A period knows its months, so that figures kept by month can be added', () => {
  const [first, last] = periodsBetween(day('2026-02-10'), day('2026-04-10'), 'quarter')
  assert.deepEqual([first?.firstMonth, first?.lastMonth], [2026 * 12 + 1, 2026 * 12 + 2])
  assert.deepEqual([last?.firstMonth, last?.lastMonth], [2026 * 12 + 3, 2026 * 12 + 3])
})

test('Any day lies in the month that Temporal says, between its first day and its last', () => {
  fc.assert(
    fc.property(anyDay, (each) => {
      const date = plainDate(each)
      assert.equal(monthOf(each), date.year * 12 + date.month - 1)
      assert.equal(formatDay(firstDayOf(monthOf(each))), date.with({ day: 1 }).toString())
      assert.equal(formatDay(lastDayOf(monthOf(each))), date.with({ day: date.daysInMonth }).toString())
    }),
    { numRuns: 1000 },
  )
})

test('Periods follow each other without a gap from the first day to the last', () => {
  const by = fc.constantFrom('month', 'quarter', 'year', 'all')
  fc.assert(
    fc.property(anyDay, fc.nat(3000), by, (from, span, how) => {
      const periods = periodsBetween(from, from + span, how)
      assert.equal(periods[0]?.from, from)
      assert.equal(periods.at(-1)?.to, from + span)
      for (const [i, period] of periods.slice(1).entries())
        assert.equal(period.from, (periods[i]?.to ?? 0) + 1)
      assert.equal(new Set(periods.map((each) => each.name)).size, periods.length)
    }),
    { numRuns: 300 },
  )
})
