import { type Refusal, refuse } from '#core/refusal.ts'
import { signalsOf, type Signal } from './signals.ts'

/** One period's figure, in order; null where nothing was counted. */
export interface ChartPoint {
  readonly period: string
  readonly value: number | null
}

/**
 * An XmR chart (individual values and moving ranges): what the figure does when nothing in the work has changed.
 * Values are of the figure's own kind (0.9 for 90%), and the limits may pass what the figure can reach.
 */
export interface RunChart {
  readonly mean: number
  readonly meanMovingRange: number
  /** The natural process limits. */
  readonly lower: number
  readonly upper: number
  readonly signals: readonly Signal[]
  /** True until there are a year's worth of points: limits from few points still move. */
  readonly provisional: boolean
}

/** With fewer points than this the limits would say more about chance than about the work. */
const fewestPoints = 6

/** From this many on the limits are taken as settled. */
export const settledPoints = 12

/**
 * The mean, the limits (mean ± 2.66 times the mean moving range) and the signals, or why there are none yet.
 * Periods in which nothing was counted are passed over: they neither break a run nor add to one.
 */
export function runChart(points: readonly ChartPoint[]): RunChart | Refusal {
  const counted = points.flatMap(({ value }, at) => (value === null ? [] : [{ at, value }]))
  if (counted.length < fewestPoints) {
    return refuse(
      `Limits need at least ${fewestPoints} periods with something counted; there ${soFar(counted.length)}`,
    )
  }
  const values = counted.map(({ value }) => value)
  const mean = meanOf(values)
  const meanMovingRange = meanOf(
    values.slice(1).map((value, before) => Math.abs(value - (values[before] ?? value))),
  )
  const lower = mean - limitFactor * meanMovingRange
  const upper = mean + limitFactor * meanMovingRange
  const signals = signalsOf(counted, { mean, lower, upper })
  return { mean, meanMovingRange, lower, upper, signals, provisional: counted.length < settledPoints }
}

/** 3 / d2 for ranges of two values (d2 = 1.128): three standard deviations, estimated from neighbours. */
export const limitFactor = 2.66

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function soFar(count: number): string {
  if (count === 0) return 'are none'
  return count === 1 ? 'is 1' : `are ${count}`
}
