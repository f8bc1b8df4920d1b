/** Something in the series that chance alone seldom makes: worth asking why. */
export type Signal = {
  /** Where it lies in the series: places in the list of periods, in order. */
  readonly at: readonly number[]
} & (
  | { readonly rule: 'outside the limits'; readonly way: 'above' | 'below' }
  | { readonly rule: 'run'; readonly way: 'above' | 'below' }
  | { readonly rule: 'trend'; readonly way: 'rising' | 'falling' }
)

export interface Limits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

export interface CountedPoint {
  /** Its place in the list of periods. */
  readonly at: number
  readonly value: number
}

/** This many in a row on one side of the mean are a run, as the NHS counts (Making Data Count); Wheeler counts eight. */
export const longRun = 7

/** This many in a row, each higher (or each lower) than the one before, are a trend. */
export const longTrend = 6

/** The signals by three rules: a point outside the limits, a run on one side of the mean, a trend. */
export function signalsOf(points: readonly CountedPoint[], limits: Limits): readonly Signal[] {
  return [...outside(points, limits), ...runs(points, limits.mean), ...trends(points)]
}

/** All the points beyond one limit are one signal: what they have in common matters more than their number. */
function outside(points: readonly CountedPoint[], { lower, upper }: Limits): readonly Signal[] {
  const above = points.filter(({ value }) => isMore(value, upper)).map(({ at }) => at)
  const below = points.filter(({ value }) => isMore(lower, value)).map(({ at }) => at)
  const found: readonly Signal[] = [
    { rule: 'outside the limits', way: 'above', at: above },
    { rule: 'outside the limits', way: 'below', at: below },
  ]
  return found.filter(({ at }) => at.length > 0).toSorted(({ at: [a = 0] }, { at: [b = 0] }) => a - b)
}

/** A point on the mean is on neither side, and ends a run. */
function runs(points: readonly CountedPoint[], mean: number): readonly Signal[] {
  const sides = points.map(({ value }) => sideOf(value, mean))
  return stretches(sides)
    .filter(({ from, to, same }) => same !== 0 && to - from + 1 >= longRun)
    .map(({ from, to, same }) => ({
      rule: 'run',
      way: same > 0 ? 'above' : 'below',
      at: placesOf(points, from, to),
    }))
}

function trends(points: readonly CountedPoint[]): readonly Signal[] {
  const steps = points.slice(1).map(({ value }, before) => sideOf(value, points[before]?.value ?? value))
  // A stretch of n steps joins n + 1 points.
  return stretches(steps)
    .filter(({ from, to, same }) => same !== 0 && to - from + 2 >= longTrend)
    .map(({ from, to, same }) => ({
      rule: 'trend',
      way: same > 0 ? 'rising' : 'falling',
      at: placesOf(points, from, to + 1),
    }))
}

/** The longest stretches of neighbours that are alike. */
function stretches(sides: readonly number[]): readonly { from: number; to: number; same: number }[] {
  const found: { from: number; to: number; same: number }[] = []
  sides.forEach((same, place) => {
    const last = found.at(-1)
    if (last?.same === same) last.to = place
    else found.push({ from: place, to: place, same })
  })
  return found
}

function placesOf(points: readonly CountedPoint[], from: number, to: number): readonly number[] {
  return points.slice(from, to + 1).map(({ at }) => at)
}

function sideOf(value: number, other: number): number {
  if (isMore(value, other)) return 1
  return isMore(other, value) ? -1 : 0
}

/**
 * More by more than the error of adding: the mean of twelve times 0.9 is not quite 0.9, and must not make
 * a run of twelve out of a figure that never moved.
 */
function isMore(value: number, other: number): boolean {
  return value - other > 1e-9 * Math.max(1, Math.abs(other))
}
