import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { numberText, percentText, rateText } from '#core/promises/percent.ts'
import { parseTarget, reaches, type Target } from '#core/promises/target.ts'
import { isRefusal } from '#core/refusal.ts'

test('A percentage drops the noughts it does not need', () => {
  assert.equal(percentText(85, 100), '85%')
  assert.equal(percentText(416, 500), '83.2%')
  assert.equal(percentText(0, 7), '0%')
})

test('A percentage is rounded half up at the second decimal', () => {
  assert.equal(percentText(12_344, 100_000), '12.34%')
  assert.equal(percentText(12_345, 100_000), '12.35%')
  assert.equal(percentText(1, 3), '33.33%')
  assert.equal(percentText(2, 3), '66.67%')
})

test('1.005% is rounded up, although no computer’s fraction is exactly that', () => {
  assert.equal(percentText(1_005, 100_000), '1.01%')
})

// trap: 36
test('99.996% of a target of 100% shows 99.99%, so that rounding never makes a pass', () => {
  assert.equal(percentText(99_996, 100_000, target('100%')), '99.99%')
})

test('100% is shown only where all were kept, whatever the target', () => {
  assert.equal(percentText(99_999, 100_000, target('at least 90%')), '99.99%')
  assert.equal(percentText(99_999, 100_000), '99.99%')
  assert.equal(percentText(100_000, 100_000), '100%')
})

test('What just misses a target from above is not rounded down to it', () => {
  assert.equal(percentText(7_004, 100_000, target('at most 7%')), '7.01%')
  assert.equal(percentText(3_996, 100_000, target('under 4%')), '3.99%')
  assert.equal(percentText(4_000, 100_000, target('under 4%')), '4%')
})

test('A figure above 100% is shown as it is', () => {
  assert.equal(percentText(1_005_500, 1_000_000, target('at least 100.55%')), '100.55%')
  assert.equal(percentText(1_005_499, 1_000_000, target('at least 100.55%')), '100.54%')
  assert.equal(percentText(250, 20), '1,250%')
})

test('Sums with decimals are counted as they were typed, not as a computer adds them', () => {
  assert.equal(percentText(1.1, 2.2), '50%')
  assert.equal(percentText(0.7 + 0.1, 0.8, target('100%')), '100%')
  assert.equal(percentText(0.1 + 0.2, 0.3), '100%')
})

test('A share of nothing is our mistake, and says so', () => {
  assert.throws(() => percentText(0, 0), /a share of nothing/)
})

test('Sums of pence too large for exact fractions are still compared exactly', () => {
  assert.equal(percentText(9_007_199_254_740_990, 9_007_199_254_740_991, target('100%')), '99.99%')
})

test('More credit than charge gives a figure below nought', () => {
  assert.equal(percentText(-1, 8), '−12.5%')
  assert.equal(percentText(-1, 3), '−33.33%')
})

test('A rate per 1,000 is shown as a number', () => {
  assert.equal(rateText(13, 4_000, 1_000), '3.25 per 1,000')
  assert.equal(rateText(4_000, 1_000, 1_000), '4,000 per 1,000')
  assert.equal(numberText(1_234.567), '1,234.57')
})

test('The figure shown always has the verdict of the exact figure', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(...targets), ([kept, counted], wanted) => {
      const shown = Number(percentText(kept, counted, wanted).replace(/[%,]/g, ''))
      const exact = reaches(wanted, BigInt(kept), BigInt(counted))
      assert.equal(reaches(wanted, BigInt(Math.round(shown * 100)), 10_000n), exact, `${shown}`)
      assert.ok(Math.abs(shown - (100 * kept) / counted) < 0.01 + 1e-9)
    }),
    { numRuns: 1_000 },
  )
})

const targets = [
  '100%',
  'at least 85%',
  'at least 99.99%',
  'at most 7%',
  'under 4%',
  'over 90%',
  'at least 72.5%',
].map(target)

const counts = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((counted) =>
    fc.tuple(fc.oneof(fc.integer({ min: 0, max: counted }), near(counted)), fc.constant(counted)),
  )

/** Counts within one of a target, where rounding goes wrong if it can. */
function near(counted: number) {
  return fc
    .tuple(fc.constantFrom(0.04, 0.07, 0.725, 0.85, 0.9, 0.9999, 1), fc.integer({ min: -2, max: 2 }))
    .map(([share, off]) => Math.min(counted, Math.max(0, Math.round(share * counted) + off)))
}

function target(text: string): Target & { readonly of: 'share' } {
  const read = parseTarget(text)
  assert.ok(!isRefusal(read) && read.of === 'share')
  return read
}
