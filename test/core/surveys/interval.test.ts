import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { wilsonInterval } from '#core/surveys/interval.ts'
import { minimumSample } from '#core/surveys/minimum-sample.ts'
import { responseRate } from '#core/surveys/response.ts'
import { isDrawn } from '#core/surveys/sample.ts'

test('Intervals are those that Newcombe (1998, table I, method 3) prints', () => {
  const printed = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const
  for (const [kept, counted, lower, upper] of printed) {
    const ours = wilsonInterval(kept, counted)
    assert.deepEqual([ours?.lower.toFixed(4), ours?.upper.toFixed(4)], [lower.toFixed(4), upper.toFixed(4)])
  }
  assert.equal(wilsonInterval(0, 0), undefined)
})

test('An interval holds its share, mirrors the other answers, and narrows with more of everybody asked', () => {
  fc.assert(
    fc.property(counts, fc.nat(100_000), ([kept, counted], more) => {
      const whole = wilsonInterval(kept, counted)
      const finite = wilsonInterval(kept, counted, counted + more)
      const other = wilsonInterval(counted - kept, counted)
      assert(whole !== undefined && finite !== undefined && other !== undefined)
      assert(0 <= whole.lower && whole.lower <= kept / counted && kept / counted <= whole.upper)
      assert(whole.upper <= 1)
      assert(Math.abs(whole.lower - (1 - other.upper)) < 1e-9)
      assert(finite.upper - finite.lower <= whole.upper - whole.lower + 1e-9)
      assert(finite.lower <= kept / counted && kept / counted <= finite.upper)
    }),
  )
  assert.deepEqual(wilsonInterval(3, 4, 4), { lower: 0.75, upper: 0.75 })
})

test('The minimum sample is what Krejcie and Morgan (1970) print, or the one more that keeps the margin', () => {
  const printed = [
    [10, 10],
    [50, 44],
    [100, 80],
    [200, 132],
    [500, 217],
    [1000, 278],
    [1500, 306],
    [5000, 357],
    [10_000, 370],
  ] as const
  for (const [population, sample] of printed) {
    const ours = minimumSample(population)
    assert(ours === sample || ours === sample + 1, `${population}: ${ours} instead of ${sample}`)
  }
  assert.equal(minimumSample(undefined), 385)
  assert.equal(minimumSample(0), 0)
})

test('A larger population never needs fewer answers, nor more than there are people', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1000), (population, more) => {
      assert(minimumSample(population) <= minimumSample(population + more))
      assert(minimumSample(population) <= population)
      assert(minimumSample(population) <= minimumSample(undefined))
    }),
  )
})

test('A response rate is a share of those invited, and none where nobody was', () => {
  assert.equal(responseRate(1, 4), 0.25)
  assert.equal(responseRate(0, 0), undefined)
})

test('A draw comes out the same each time, and takes about one in so many', () => {
  for (const oneIn of [2, 5, 10]) {
    const cases = Array.from({ length: 5000 }, (_, n) => `case-${n}`)
    const drawn = cases.filter((id) => isDrawn(id, { oneIn, seed: 'autumn' }))
    assert.deepEqual(
      drawn,
      cases.filter((id) => isDrawn(id, { oneIn, seed: 'autumn' })),
    )
    // Six standard deviations: a fair draw is never further off.
    const expected = 5000 / oneIn
    assert(Math.abs(drawn.length - expected) < 6 * Math.sqrt(expected), `one in ${oneIn}: ${drawn.length}`)
    assert.notDeepEqual(
      drawn,
      cases.filter((id) => isDrawn(id, { oneIn, seed: 'spring' })),
    )
  }
  assert(isDrawn('anything', { oneIn: 1, seed: '' }))
})

const counts = fc
  .tuple(fc.nat(5000), fc.nat(5000))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b, 1)] as const)
