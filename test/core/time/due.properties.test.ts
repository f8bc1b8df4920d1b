import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Counting,
  dueAfter,
  dueBefore,
  lastInstantOf,
  lengthBetween,
  pausedBetween,
} from '#core/time/due.ts'
import type { Length } from '#core/time/length.ts'
import { given } from '#test/core/time/calendars.ts'
import { stepToWorkingDay, stepWorkingDays } from '#test/core/time/oracle.ts'
import { dayOfPlain, days, minutes, plainDate, type World, worlds } from '#test/core/time/worlds.ts'

const minute = 60_000
const receivedOutOfHours = fc.constantFrom('same day' as const, 'next working day' as const)
const lengths: fc.Arbitrary<Length> = fc.oneof(
  fc.record({
    unit: fc.constant('milliseconds' as const),
    amount: fc.integer({ min: 1, max: 5000 * minute }),
  }),
  fc.record({
    unit: fc.constant('working milliseconds' as const),
    amount: fc.integer({ min: 1, max: 300 * minute }),
  }),
  fc.record({ unit: fc.constant('days' as const), amount: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ unit: fc.constant('working days' as const), amount: fc.integer({ min: 0, max: 30 }) }),
)
const countingOf = ({ calendar }: World, out: Counting['receivedOutOfHours'] = 'same day'): Counting => ({
  calendar,
  hours: given(calendar.openTime('office')),
  receivedOutOfHours: out,
})

test('Working days are due where stepping day by day from the local date of the start arrives', () => {
  fc.assert(
    fc.property(worlds(), minutes, fc.integer({ min: 0, max: 30 }), (world, at, amount) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(world.oracle.zone)
        .toPlainDate()
      const stepped =
        amount === 0 ? stepToWorkingDay(world.oracle, local) : stepWorkingDays(world.oracle, local, amount)
      const due = dueAfter(countingOf(world), { unit: 'working days', amount }, at, 0)
      assert.deepEqual(due, { on: dayOfPlain(stepped) })
    }),
    { numRuns: 120 },
  )
})

test('The last instant of a due date is the last that its zone calls by that date', () => {
  fc.assert(
    fc.property(worlds(), days, (world, on) => {
      const nextMidnight = plainDate(on + 1).toZonedDateTime(world.oracle.zone)
      assert.equal(lastInstantOf({ on }, world.calendar.zone), nextMidnight.epochMilliseconds - 1)
    }),
    { numRuns: 120 },
  )
})

test('What is in time took no longer than the length', () => {
  fc.assert(
    fc.property(
      worlds(),
      receivedOutOfHours,
      lengths,
      minutes,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (world, out, length, at, part) => {
        const counting = countingOf(world, out)
        const last = lastInstantOf(dueAfter(counting, length, at, 0), world.calendar.zone)
        const stop = Math.floor(at + part * (last - at))
        assert.ok(lengthBetween(counting, length, at, stop) <= length.amount)
        assert.equal(lengthBetween(counting, length, at, last), length.amount)
      },
    ),
    { numRuns: 120 },
  )
})

// With “next working day” it may: Friday after closing counts from Monday as day zero, Saturday from Monday as day one,
// since from a closed day counting starts with the next open day either way.
test('Nothing that comes later is due earlier, where the day it came is day zero', () => {
  fc.assert(
    fc.property(worlds(), lengths, minutes, fc.nat(5000), (world, length, at, later) => {
      const counting = countingOf(world, 'same day')
      const last = (start: number) => lastInstantOf(dueAfter(counting, length, start, 0), world.calendar.zone)
      assert.ok(last(at) <= last(at + later * minute))
    }),
    { numRuns: 120 },
  )
})

test('A pause moves the due date as much as a longer length would', () => {
  fc.assert(
    fc.property(
      worlds(),
      receivedOutOfHours,
      lengths,
      minutes,
      fc.nat(30),
      (world, out, length, at, paused) => {
        fc.pre(length.amount > 0)
        const counting = countingOf(world, out)
        const longer = { ...length, amount: length.amount + paused }
        assert.deepEqual(dueAfter(counting, length, at, paused), dueAfter(counting, longer, at, 0))
      },
    ),
    { numRuns: 100 },
  )
})

test('Pauses that follow each other add up to one', () => {
  fc.assert(
    fc.property(worlds(), lengths, minutes, fc.nat(9000), fc.nat(9000), (world, length, a, first, second) => {
      const counting = countingOf(world)
      const [b, c] = [a + first * minute, a + (first + second) * minute]
      const parts = pausedBetween(counting, length, a, b) + pausedBetween(counting, length, b, c)
      assert.equal(parts, pausedBetween(counting, length, a, c))
    }),
    { numRuns: 100 },
  )
})

test('What is done by the last day before leaves at least the length, and a day later does not', () => {
  const dayLengths = lengths.filter(({ unit, amount }) => unit.endsWith('days') && amount > 0)
  fc.assert(
    fc.property(worlds(['Europe/London']), dayLengths, days, ({ calendar }, length, dateOn) => {
      const between = (on: number) =>
        length.unit === 'days' ? dateOn - on : calendar.workingDaysBetween(on, dateOn - 1) + 1
      const due = dueBefore({ calendar, receivedOutOfHours: 'same day' }, length, dateOn)
      assert.ok(between(due) >= length.amount)
      assert.ok(between(due + 1) <= length.amount)
    }),
    { numRuns: 120 },
  )
})
