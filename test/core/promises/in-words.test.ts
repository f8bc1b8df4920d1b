import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lengthText, periodNoun, periodText, phrase, shortPeriodText } from '#core/promises/in-words.ts'
import { newsText, signalText } from '#core/promises/signal-words.ts'
import type { Signal } from '#core/promises/signals.ts'

test('A length is said with the unit that people would use for it', () => {
  assert.equal(lengthText(1, 'seconds'), '1 second')
  assert.equal(lengthText(74.52, 'seconds'), '74.5 seconds')
  assert.equal(lengthText(125, 'seconds'), '2 minutes 5 seconds')
  assert.equal(lengthText(3600, 'seconds'), '1 hour')
  assert.equal(lengthText(72 * 3600 + 90, 'seconds'), '72 hours 2 minutes')
  assert.equal(lengthText(1, 'working days'), '1 working day')
  assert.equal(lengthText(5.5, 'working days'), '5.5 working days')
  assert.equal(lengthText(41, 'days'), '41 days')
  assert.equal(lengthText(45, 'working minutes'), '45 working minutes')
  assert.equal(lengthText(200, 'working minutes'), '3 working hours 20 minutes')
})

test('A period is said in full in a sentence and shortly in a column', () => {
  assert.equal(periodText('2026-03'), 'March 2026')
  assert.equal(periodText('2026-Q1'), 'January to March 2026')
  assert.equal(periodText('2026-Q4'), 'October to December 2026')
  assert.equal(periodText('2026'), '2026')
  assert.equal(periodText('all'), 'the whole time')
  assert.equal(shortPeriodText('2025-09'), 'Sep 2025')
  assert.equal(shortPeriodText('2026-Q1'), 'Jan–Mar 2026')
  assert.deepEqual(['2026-03', '2026-Q1', '2026'].map(periodNoun), ['month', 'quarter', 'year'])
})

test('Several words are joined as people join them', () => {
  assert.equal(phrase([]), '')
  assert.equal(phrase(['monthly']), 'monthly')
  assert.equal(phrase(['monthly', 'quarterly', 'yearly']), 'monthly, quarterly and yearly')
})

const months = ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2026-${month}`)

test('A run says how long it is, on which side of the mean, and from when to when', () => {
  assert.equal(
    signalText({ rule: 'run', way: 'above', at: [0, 1, 2, 3, 4, 5, 6, 7] }, months),
    'Eight months in a row above the mean: January 2026 to August 2026',
  )
  assert.equal(
    signalText({ rule: 'run', way: 'above', at: [0, 1, 2, 3, 4, 5, 7] }, months),
    'Seven counted months in a row above the mean: January 2026 to August 2026',
  )
})

test('A trend says which way it goes', () => {
  assert.equal(
    signalText({ rule: 'trend', way: 'falling', at: [0, 1, 2, 3, 4, 5] }, months),
    'Six months in a row, each lower than the one before: January 2026 to June 2026',
  )
})

test('Points outside the limits are named up to three, and counted beyond that', () => {
  assert.equal(outside([2]), 'March 2026 is below the lower limit')
  assert.equal(outside([0, 2]), 'January 2026 and March 2026 are below the lower limit')
  assert.equal(outside([0, 1, 2, 5]), 'Four months are below the lower limit, the last of them June 2026')
})

test('A signal is good or bad news by which way is better, and neither where nobody has said', () => {
  const above: Signal = { rule: 'run', way: 'above', at: [] }
  const rising: Signal = { rule: 'trend', way: 'rising', at: [] }
  assert.equal(newsText(above, 'higher'), ', on the better side')
  assert.equal(newsText(above, 'lower'), ', on the worse side')
  assert.equal(newsText(rising, 'higher'), ', getting better')
  assert.equal(newsText(rising, 'lower'), ', getting worse')
  assert.equal(newsText(rising, undefined), '')
})

function outside(at: readonly number[]): string {
  return signalText({ rule: 'outside the limits', way: 'below', at }, months)
}
