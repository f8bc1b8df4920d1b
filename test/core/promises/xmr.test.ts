import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Signal } from '#core/promises/signals.ts'
import { type RunChart, runChart } from '#core/promises/xmr.ts'
import { isRefusal } from '#core/refusal.ts'

test('The limits are the mean plus and minus 2.66 times the mean moving range', () => {
  const chart = charted([10, 12, 11, 13, 9, 11])
  assert.equal(chart.mean, 11)
  assert.equal(chart.meanMovingRange, 11 / 5)
  close(chart.upper, 11 + 2.66 * 2.2)
  close(chart.lower, 11 - 2.66 * 2.2)
  assert.deepEqual(chart.signals, [])
})

test('Fewer than six points give no limits, and the reason', () => {
  const read = runChart(series([1, 2, null, 3, 4, 5]))
  assert.ok(isRefusal(read))
  assert.equal(read.refusal, 'Limits need at least 6 periods with something counted; there are 5')
})

test('Limits are provisional until there are twelve points', () => {
  assert.equal(charted([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]).provisional, true)
  assert.equal(charted([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]).provisional, false)
})

test('A point outside the limits is a signal, and points to its own period', () => {
  const chart = charted([50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 50, 70])
  assert.deepEqual(of('outside the limits', chart), [{ rule: 'outside the limits', way: 'above', at: [11] }])
})

test('All the points beyond one limit are one signal', () => {
  const values = [50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 58, 58]
  assert.deepEqual(of('outside the limits', charted(values)), [
    { rule: 'outside the limits', way: 'above', at: [18, 19] },
  ])
})

test('Six in a row on one side of the mean are not yet a run, and seven are', () => {
  const six = [...ones(6, 1), ...ones(6, -1)]
  const seven = [...ones(7, 1), ...ones(7, -1)]
  assert.deepEqual(of('run', charted(six)), [])
  assert.deepEqual(of('run', charted(seven)), [
    { rule: 'run', way: 'above', at: [0, 1, 2, 3, 4, 5, 6] },
    { rule: 'run', way: 'below', at: [7, 8, 9, 10, 11, 12, 13] },
  ])
})

test('A point on the mean ends a run', () => {
  assert.deepEqual(of('run', charted([1, 1, 1, 1, 0, 1, 1, 1, 1, -1, -1, -1, -1, 0, -1, -1, -1, -1])), [])
})

test('Five in a row each higher than the one before are not yet a trend, and six are', () => {
  assert.deepEqual(of('trend', charted([3, 1, 2, 3, 4, 5, 3, 4])), [])
  assert.deepEqual(of('trend', charted([3, 1, 2, 3, 4, 5, 6, 3])), [
    { rule: 'trend', way: 'rising', at: [1, 2, 3, 4, 5, 6] },
  ])
  assert.deepEqual(of('trend', charted([3, 6, 5, 4, 3, 2, 1, 3])), [
    { rule: 'trend', way: 'falling', at: [1, 2, 3, 4, 5, 6] },
  ])
})

test('Two alike in the middle of a rise end the trend', () => {
  assert.deepEqual(of('trend', charted([1, 2, 3, 4, 4, 5, 6, 7])), [])
})

test('A period with nothing counted neither breaks a run nor adds to one', () => {
  const gaps = [1, 1, null, 1, 1, 1, 1, 1, 1, null, -1, -1, -1, -1, -1, -1, -1, -1]
  assert.deepEqual(of('run', charted(gaps))[0]?.at, [0, 1, 3, 4, 5, 6, 7, 8])
})

test('A figure that never moves gives no signal, although 0.9 is not exactly nine tenths', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.integer({ min: 6, max: 60 }),
      (value, length) => {
        assert.deepEqual(charted(Array.from({ length }, () => value)).signals, [])
      },
    ),
  )
})

test('A series turned upside down gives the same signals the other way round', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 40 }), (values) => {
      const up = charted(values).signals.map(({ rule, at }) => ({ rule, at }))
      const down = charted(values.map((value) => -value)).signals.map(({ rule, at }) => ({ rule, at }))
      assert.deepEqual(down, up)
    }),
  )
})

function charted(values: readonly (number | null)[]): RunChart {
  const chart = runChart(series(values))
  assert.ok(!isRefusal(chart))
  return chart
}

function series(values: readonly (number | null)[]) {
  return values.map((value, place) => ({ period: String(2026 + place), value }))
}

/** So many points on one side of nought, wobbling enough to stay inside the limits. */
function ones(count: number, side: 1 | -1): readonly number[] {
  return Array.from({ length: count }, (_, place) => side * (1 + (place % 2)))
}

function of(rule: Signal['rule'], chart: RunChart): readonly Signal[] {
  return chart.signals.filter((signal) => signal.rule === rule)
}

function close(value: number, wanted: number): void {
  assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`)
}
