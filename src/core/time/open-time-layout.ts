import { type Day, dayOfWeek } from '#core/time/day.ts'
import type { WeekHours } from '#core/time/hours.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import { type OpenSpans, type OpenTime, openTimeOf } from '#core/time/open-time.ts'
import { daysHeld, earliestDay, latestDay } from '#core/time/range.ts'
import type { Zone } from '#core/time/zone.ts'

/**
 * Lays named hours out as real instants, so that a day on which the clocks change has the hours it really had.
 * An opening belongs to the day it begins on, also past midnight into a day that is shut.
 */
export function buildOpenTime(zone: Zone, hours: WeekHours, isShut: (day: Day) => boolean): OpenTime {
  const starts: number[] = []
  const ends: number[] = []
  const closings = new Float64Array(daysHeld).fill(Number.NaN)
  for (let place = 0; place < daysHeld; place++) {
    const day = earliestDay + place
    if (isShut(day)) continue
    for (const span of hours[dayOfWeek(day) - 1] ?? []) {
      const from = Math.max(zone.instantOf(day, span.from), ends.at(-1) ?? Number.NEGATIVE_INFINITY)
      const to = zone.instantOf(day, span.to)
      closings[place] = to
      // Nothing is left of an opening where the clocks skip all of it.
      if (to <= from) continue
      starts.push(from)
      ends.push(to)
    }
  }
  return openTimeOf(tableOf(zone, starts, ends, closings))
}

function tableOf(
  zone: Zone,
  starts: readonly number[],
  ends: readonly number[],
  closings: Float64Array,
): OpenSpans {
  return {
    zone,
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    openBefore: runningTotal(starts, ends),
    closings,
    earliest: zone.startOf(earliestDay),
    latest: zone.startOf(latestDay + 1),
    ...begunByDay(zone, starts),
  }
}

/** Open milliseconds before each opening; the last entry is the whole. */
function runningTotal(starts: readonly number[], ends: readonly number[]): Float64Array {
  const totals = new Float64Array(starts.length + 1)
  for (const [i, start] of starts.entries())
    totals[i + 1] = (totals[i] as number) + (ends[i] as number) - start
  return totals
}

/** For each day of UTC, how many openings have begun by its end. */
function begunByDay(zone: Zone, starts: readonly Instant[]): Pick<OpenSpans, 'firstBucket' | 'begunBy'> {
  const firstBucket = Math.floor(zone.startOf(earliestDay) / utcDay)
  const begunBy = new Int32Array(daysHeld + 2)
  let begun = 0
  for (let bucket = 0; bucket < begunBy.length; bucket++) {
    const end = (firstBucket + bucket + 1) * utcDay
    while ((starts[begun] ?? Number.POSITIVE_INFINITY) < end) begun++
    begunBy[bucket] = begun
  }
  return { firstBucket, begunBy }
}
