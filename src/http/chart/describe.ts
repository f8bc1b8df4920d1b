import { of, periodNoun, periodText } from '#core/promises/in-words.ts'
import { pointText } from '#core/promises/shown-figure.ts'
import { signalText } from '#core/promises/signal-words.ts'
import type { Series } from './series.ts'

/** The chart in sentences, for those who do not see it: its span, its range, its limits, its signals. */
export function describe(series: Series): string {
  return [...spanAndRange(series), ...limitsSaid(series), ...signalsSaid(series)]
    .map((words) => `${words}.`)
    .join(' ')
}

function spanAndRange({ points, shown }: Series): readonly string[] {
  const [first, last] = [points[0], points.at(-1)]
  const counted = points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const [start] = counted
  if (!first || !last || !start) return []
  const lowest = counted.reduce((low, point) => (point.value < low.value ? point : low), start)
  const highest = counted.reduce((high, point) => (point.value > high.value ? point : high), start)
  const extreme = (word: string, { period, value }: typeof start) =>
    `${word} ${pointText(shown, value)} in ${periodText(period)}`
  return [
    `${of(points.length, periodNoun(first.period))}, ${periodText(first.period)} to ${periodText(last.period)}`,
    `${extreme('Lowest', lowest)}, ${extreme('highest', highest)}`,
  ]
}

function limitsSaid({ limits, shown }: Series): readonly string[] {
  if (limits === undefined) return []
  return [
    `Mean ${pointText(shown, limits.mean)}, limits ${pointText(shown, limits.lower)} to ${pointText(shown, limits.upper)}`,
  ]
}

function signalsSaid({ signals, limits, points }: Series): readonly string[] {
  if (limits === undefined) return []
  if (signals.length === 0) return ['No signals']
  return signals.map((signal) =>
    signalText(
      signal,
      points.map(({ period }) => period),
    ),
  )
}
