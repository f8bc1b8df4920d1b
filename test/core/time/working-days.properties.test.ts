import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countWorkingDays, stepToWorkingDay, stepWorkingDays, works } from '#test/core/time/oracle.ts'
import { dayOfPlain, days, plainDate, worlds } from '#test/core/time/worlds.ts'

const runs = { numRuns: 150 }
const oneZone = worlds(['Europe/London'])

test('A day is a working day exactly where the rules say so', () => {
  fc.assert(
    fc.property(oneZone, fc.array(days, { minLength: 1 }), ({ calendar, oracle }, some) => {
      for (const day of some) assert.equal(calendar.isWorkingDay(day), works(oracle, plainDate(day)))
    }),
    runs,
  )
})

test('A day is closed for a reason exactly where it is not a working day', () => {
  fc.assert(
    fc.property(oneZone, days, ({ calendar }, day) => {
      assert.equal(calendar.whyClosed(day) === undefined, calendar.isWorkingDay(day))
    }),
    runs,
  )
})

test('Adding working days, forwards or back, is stepping day by day', () => {
  const n = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -40, max: -1 }))
  fc.assert(
    fc.property(oneZone, days, n, ({ calendar, oracle }, day, count) => {
      assert.equal(
        calendar.addWorkingDays(day, count),
        dayOfPlain(stepWorkingDays(oracle, plainDate(day), count)),
      )
    }),
    runs,
  )
})

test('Adding no working days gives the first working day on or after', () => {
  fc.assert(
    fc.property(oneZone, days, ({ calendar, oracle }, day) => {
      const stepped = dayOfPlain(stepToWorkingDay(oracle, plainDate(day)))
      assert.equal(calendar.addWorkingDays(day, 0), stepped)
      assert.equal(calendar.firstWorkingDayOnOrAfter(day), stepped)
    }),
    runs,
  )
})

test('Working days between two days are those met when stepping from one to the other', () => {
  fc.assert(
    fc.property(oneZone, days, fc.integer({ min: 0, max: 120 }), ({ calendar, oracle }, from, span) => {
      const stepped = countWorkingDays(oracle, plainDate(from), plainDate(from + span))
      assert.equal(calendar.workingDaysBetween(from, from + span), stepped)
      assert.equal(calendar.workingDaysBetween(from + span, from), stepped === 0 ? 0 : -stepped)
    }),
    runs,
  )
})

test('What was added is what lies between', () => {
  fc.assert(
    fc.property(oneZone, days, fc.integer({ min: 1, max: 500 }), ({ calendar }, day, n) => {
      assert.equal(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, n)), n)
      assert.equal(calendar.addWorkingDays(calendar.addWorkingDays(day, n), -n) <= day, true)
      assert.equal(calendar.addWorkingDays(calendar.addWorkingDays(day, n), -n - 1) < day, true)
    }),
    runs,
  )
})

test('Working days between add up over a day in the middle', () => {
  fc.assert(
    fc.property(oneZone, days, days, days, ({ calendar }, a, b, c) => {
      const whole = calendar.workingDaysBetween(a, c)
      assert.equal(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c), whole)
    }),
    runs,
  )
})
