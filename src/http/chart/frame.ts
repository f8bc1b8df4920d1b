import { scaleLinear, scalePoint } from 'd3-scale'
import { reachOf, type Series, valuesOf } from './series.ts'

/** The drawing's own units; the page scales it to the room there is. */
interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** About how many values are named down the side. */
  readonly ticks: number
  /** At the most so many periods are named; on a narrow screen so many. */
  readonly named: number
  readonly namedWhenNarrow: number
}

/** A chart by itself; and a small one among many, drawn in about its own size. */
export const frames = {
  usual: {
    width: 600,
    height: 280,
    left: 70,
    right: 14,
    top: 14,
    bottom: 50,
    ticks: 5,
    named: 13,
    namedWhenNarrow: 5,
  },
  small: {
    width: 340,
    height: 150,
    left: 52,
    right: 16,
    top: 8,
    bottom: 40,
    ticks: 3,
    named: 4,
    namedWhenNarrow: 4,
  },
} as const satisfies Readonly<Record<string, Frame>>

export type Size = keyof typeof frames

/** Where things lie in the drawing. */
export interface Scales {
  x(place: number): number
  y(value: number): number
  readonly ticks: readonly number[]
  readonly frame: Frame
  /** The edges of what is drawn in. */
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
}

/** The scales of a series: room for every point, the limits and the target, and round numbers on the side. */
export function scalesOf(series: Series, size: Size): Scales {
  const frame = frames[size]
  const plot = {
    left: frame.left,
    right: frame.width - frame.right,
    top: frame.top,
    bottom: frame.height - frame.bottom,
  }
  const x = scalePoint<number>()
    .domain(series.points.map((_, place) => place))
    .range([plot.left, plot.right])
    .padding(0.5)
  const y = scaleLinear().domain(domainOf(series)).range([plot.bottom, plot.top])
  return {
    x: (place) => tenth(x(place) ?? plot.left),
    y: (value) => tenth(y(value)),
    ticks: y.ticks(frame.ticks),
    frame,
    plot,
  }
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
