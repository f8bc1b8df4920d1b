import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { given } from '#test/core/time/calendars.ts'
import { countOpenMinutes, opener, stepOpenMinutes } from '#test/core/time/oracle.ts'
import { minutes, type World, worlds } from '#test/core/time/worlds.ts'

const minute = 60_000
const officeOf = ({ calendar }: World) => given(calendar.openTime('office'))

test('It is open in exactly the minutes that lie in an opening', () => {
  fc.assert(
    fc.property(worlds(), fc.array(minutes, { minLength: 1, maxLength: 20 }), (world, some) => {
      const isOpenAt = opener(world.oracle)
      for (const at of some)
        assert.equal(officeOf(world).isOpen(at), isOpenAt(at), new Date(at).toISOString())
    }),
    { numRuns: 100 },
  )
})

test('Open time between two instants is the open minutes counted one by one', () => {
  fc.assert(
    fc.property(worlds(), minutes, fc.integer({ min: 0, max: 2 * 1440 }), (world, from, span) => {
      const to = from + span * minute
      const stepped = countOpenMinutes(world.oracle, from, to) * minute
      assert.equal(officeOf(world).openMillisecondsBetween(from, to), stepped)
      assert.equal(officeOf(world).openMillisecondsBetween(to, from) + stepped, 0)
    }),
    { numRuns: 100 },
  )
})

test('Adding open minutes is waiting for them one by one', () => {
  fc.assert(
    fc.property(worlds(), minutes, fc.integer({ min: 1, max: 900 }), (world, from, count) => {
      const stepped = stepOpenMinutes(world.oracle, from, count)
      fc.pre(stepped !== undefined)
      assert.equal(officeOf(world).addOpenMilliseconds(from, count * minute), stepped)
    }),
    { numRuns: 50 },
  )
})

test('What was added, forwards or back, is what lies between, to the millisecond', () => {
  const milliseconds = fc.integer({ min: -400 * minute, max: 400 * minute })
  fc.assert(
    fc.property(worlds(), minutes, fc.nat(minute), milliseconds, (world, from, extra, count) => {
      const office = officeOf(world)
      const at = from + extra
      assert.equal(office.openMillisecondsBetween(at, office.addOpenMilliseconds(at, count)), count)
    }),
    { numRuns: 120 },
  )
})

test('Nothing earlier has so much open time behind it, and nothing later so little before it', () => {
  fc.assert(
    fc.property(worlds(), minutes, fc.integer({ min: 1, max: 400 * minute }), (world, at, count) => {
      const office = officeOf(world)
      const forwards = office.addOpenMilliseconds(at, count)
      assert.equal(office.openMillisecondsBetween(at, forwards - 1), count - 1)
      const back = office.addOpenMilliseconds(at, -count)
      assert.equal(office.openMillisecondsBetween(back + 1, at), count - 1)
    }),
    { numRuns: 120 },
  )
})

test('Open time adds up over an instant in the middle', () => {
  fc.assert(
    fc.property(worlds(), minutes, minutes, minutes, (world, a, b, c) => {
      const between = officeOf(world).openMillisecondsBetween
      assert.equal(between(a, b) + between(b, c), between(a, c))
    }),
    { numRuns: 120 },
  )
})
