import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutiesNow, isLate } from '#core/duties/duty-now.ts'
import { editions, type Happened, packOf, story, type Written } from '#test/core/promises/little-pack.ts'
import { instant } from '#test/core/time/calendars.ts'

const duty = 'newsletter'
const done = (at: string): Happened => ['evidence-recorded', at, { duty }]

function dutyOf(clauses: Written, happened: readonly Happened[], at: string) {
  const landlord = { firstAt: instant('2026-01-05T10:00Z'), records: story(...happened) }
  const [found] = dutiesNow(editions(packOf([{ recurring: clauses }])), landlord, instant(at))
  assert.ok(found !== undefined)
  return found
}

test('A duty that comes round is owed, overdue, and owed anew once it was done', () => {
  const every = { every: '3 months', duty }
  const before = dutyOf(every, [], '2026-04-01T10:00Z')
  assert.equal(isLate(before.owed, instant('2026-04-01T10:00Z')), false)
  const late = dutyOf(every, [], '2026-04-06T10:00Z')
  assert.ok(isLate(late.owed, instant('2026-04-06T10:00Z')))
  const after = dutyOf(every, [done('2026-04-06T11:00Z')], '2026-04-06T12:00Z')
  assert.equal(isLate(after.owed, instant('2026-04-06T12:00Z')), false)
  assert.equal(after.owed?.n, 2)
  assert.deepEqual(
    after.past.map(({ outcome }) => outcome),
    ['missed'],
  )
  assert.equal(after.evidence.length, 1)
})

test('A duty with one date is done once for all', () => {
  const once = { by: '2026-05', duty }
  assert.ok(isLate(dutyOf(once, [], '2026-06-01T10:00Z').owed, instant('2026-06-01T10:00Z')))
  const after = dutyOf(once, [done('2026-05-31T10:00Z')], '2026-06-01T10:00Z')
  assert.equal(after.owed, undefined)
  assert.equal(after.often, 'once, by 31 May 2026')
})

test('Twelve a year are counted month by month, and what a month lacks is overdue', () => {
  const twelve = { every: '1 year', times: 12, duty }
  const inMarch = dutyOf(twelve, [done('2026-01-20T10:00Z')], '2026-03-10T10:00Z')
  assert.deepEqual([inMarch.times?.done, inMarch.times?.due, inMarch.times?.inAll], [1, 3, 12])
  assert.ok(isLate(inMarch.owed, instant('2026-03-10T10:00Z')), 'February had none')
  const both = [done('2026-01-20T10:00Z'), done('2026-02-20T10:00Z')]
  const onTime = dutyOf(twelve, both, '2026-03-10T10:00Z')
  assert.equal(isLate(onTime.owed, instant('2026-03-10T10:00Z')), false)
  assert.equal(onTime.owed?.n, 2026 * 12 + 2, 'March’s is owed by its end')
  assert.equal(dutyOf(twelve, [...both, done('2026-03-02T10:00Z')], '2026-03-10T10:00Z').owed, undefined)
})

test('A landlord of whom nothing is known owes nothing yet', () => {
  const [found] = dutiesNow(
    editions(packOf([{ recurring: { every: '3 months', duty } }])),
    undefined,
    instant('2026-03-10T10:00Z'),
  )
  assert.equal(found?.owed, undefined)
})
