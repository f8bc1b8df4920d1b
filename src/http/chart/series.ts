import type { StandingPromise } from '#core/promises/attention.ts'
import type { ShownAs } from '#core/promises/shown-figure.ts'
import { figurePoint } from '#core/promises/shown-figure.ts'
import type { Signal } from '#core/promises/signals.ts'
import { type ChartPoint, type RunChart, runChart } from '#core/promises/xmr.ts'
import { isRefusal } from '#core/refusal.ts'

/** What one chart draws: the points in their unit, the limits where there are any, and the signals. */
export interface Series {
  readonly points: readonly ChartPoint[]
  readonly shown: ShownAs
  readonly limits: DrawnLimits | undefined
  readonly signals: readonly Signal[]
}

/** The limits cut to what the figure can reach: a share of things counted never passes 0% or 100%. */
export interface DrawnLimits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

/** How a point is drawn: by the signal it is part of, the most telling first. */
export type Mark = Signal['rule'] | 'plain'

/** The series of a promise over its periods. */
export function seriesOf({ promise, byPeriod, shown, chart, signals }: StandingPromise): Series {
  const points = byPeriod.map((figure) => ({ period: figure.period, value: figurePoint(promise, figure) }))
  return { points, shown, signals, limits: isRefusal(chart) ? undefined : drawnLimits(chart, points, shown) }
}

/** The series of points that were kept without their promise, as in a published report. */
export function seriesOfPoints(points: readonly ChartPoint[], shown: ShownAs): Series {
  const chart = runChart(points)
  if (isRefusal(chart)) return { points, shown, signals: [], limits: undefined }
  return { points, shown, signals: chart.signals, limits: drawnLimits(chart, points, shown) }
}

/** The points that have a value. */
export function valuesOf({ points }: Series): readonly number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]))
}

/** Whether a period with nothing counted lies between two that have something. */
export function hasGaps({ points }: Series): boolean {
  const counted = points.map(({ value }) => value !== null)
  return counted.slice(counted.indexOf(true), counted.lastIndexOf(true)).includes(false)
}

/** The least and the most the figure can be. */
export function reachOf(
  values: readonly number[],
  { unit }: ShownAs,
): { readonly least: number; readonly most: number } {
  const capped = unit === 'percent' && values.every((value) => value <= 100)
  return { least: values.some((value) => value < 0) ? -Infinity : 0, most: capped ? 100 : Infinity }
}

/** How the point at this place in the list of periods is drawn. */
export function markAt({ signals }: Series, place: number): Mark {
  return (
    marksByWeight.find((rule) =>
      signals.some((signal) => signal.rule === rule && signal.at.includes(place)),
    ) ?? 'plain'
  )
}

const marksByWeight: readonly Signal['rule'][] = ['outside the limits', 'run', 'trend']

function drawnLimits(
  { mean, lower, upper }: RunChart,
  points: readonly ChartPoint[],
  shown: ShownAs,
): DrawnLimits {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const { least, most } = reachOf(values, shown)
  return { mean, lower: Math.max(least, lower), upper: Math.min(most, upper) }
}
