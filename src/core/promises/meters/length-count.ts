import type { Lengths } from '../figure.ts'

/**
 * How long things took, counted by length, so that memory does not grow with the number of cases: lengths
 * up to 1,000 stand exactly, longer ones to three figures. The mean is exact.
 */
export interface LengthCount {
  count: number
  sum: number
  readonly byLength: Map<number, number>
}

/** A count of nothing yet. */
export function noLengths(): LengthCount {
  return { count: 0, sum: 0, byLength: new Map() }
}

/** Counts one length. */
export function addLength(to: LengthCount, length: number): void {
  to.count += 1
  to.sum += length
  const kept = toThreeFigures(length)
  to.byLength.set(kept, (to.byLength.get(kept) ?? 0) + 1)
}

/** Adds the lengths of another month. */
export function addLengths(to: LengthCount, from: LengthCount): void {
  to.count += from.count
  to.sum += from.sum
  for (const [length, count] of from.byLength) to.byLength.set(length, (to.byLength.get(length) ?? 0) + count)
}

/** Mean, median and 90th percentile (the least length that so many did not pass); null where nothing was stopped. */
export function lengthsOf({ count, sum, byLength }: LengthCount, unit: Lengths['unit']): Lengths | null {
  if (count === 0) return null
  const sorted = [...byLength].sort(([a], [b]) => a - b)
  return {
    unit,
    count,
    mean: sum / count,
    median: nth(sorted, Math.ceil(count / 2)),
    ninetieth: nth(sorted, Math.ceil(count * 0.9)),
  }
}

function nth(sorted: readonly (readonly [number, number])[], wanted: number): number {
  let passed = 0
  for (const [length, count] of sorted) {
    passed += count
    if (passed >= wanted) return length
  }
  return sorted.at(-1)?.[0] ?? 0
}

function toThreeFigures(length: number): number {
  if (length <= 1000) return length
  const step = 10 ** (Math.floor(Math.log10(length)) - 2)
  return Math.round(length / step) * step
}
