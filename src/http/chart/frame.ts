import { scaleLinear, scalePoint } from 'd3-scale'
import { reachOf, type Series, valuesOf } from './series.ts'

/** The drawing's own units; the page scales it to the room there is. */
export const frame = { width: 600, height: 280, left: 70, right: 14, top: 14, bottom: 50 } as const

export const plot = {
  left: frame.left,
  right: frame.width - frame.right,
  top: frame.top,
  bottom: frame.height - frame.bottom,
} as const

/** Where things lie in the drawing. */
export interface Scales {
  x(place: number): number
  y(value: number): number
  readonly ticks: readonly number[]
}

/** The scales of a series: room for every point, the limits and the target, and round numbers on the side. */
export function scalesOf(series: Series): Scales {
  const x = scalePoint<number>()
    .domain(series.points.map((_, place) => place))
    .range([plot.left, plot.right])
    .padding(0.5)
  const y = scaleLinear().domain(domainOf(series)).range([plot.bottom, plot.top])
  return { x: (place) => tenth(x(place) ?? plot.left), y: (value) => tenth(y(value)), ticks: y.ticks(5) }
}

/** One decimal is finer than any screen, and keeps the page small. */
function tenth(length: number): number {
  return Math.round(length * 10) / 10
}

function domainOf(series: Series): readonly [number, number] {
  const values = valuesOf(series)
  const { least, most } = reachOf(values, series.shown)
  const { limits, shown } = series
  const seen = [...values, limits?.lower, limits?.upper, shown.target].filter((value) => value !== undefined)
  const [low, high] = [Math.min(...seen), Math.max(...seen)]
  const room = high > low ? (high - low) * 0.08 : Math.abs(high) * 0.1 || 1
  const [from, to] = scaleLinear()
    .domain([low - room, high + room])
    .nice(5)
    .domain() as [number, number]
  return [Math.max(least, from), Math.min(Math.max(most, high), to)]
}
