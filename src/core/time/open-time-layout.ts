import { type Day, dayOfWeek } from '#core/time/day.ts'
import type { Span, WeekHours } from '#core/time/hours.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import { type OpenSpans, type OpenTime, openTimeOf } from '#core/time/open-time.ts'
import { daysHeld, earliestDay, latestDay } from '#core/time/range.ts'
import type { Zone } from '#core/time/zone.ts'

/**
 * Lays named hours out as real instants, so that a day on which the clocks change has the hours it really had.
 * An opening belongs to the day it begins on, also past midnight into a day that is shut.
 */
export function buildOpenTime(zone: Zone, hours: WeekHours, isShut: (day: Day) => boolean): OpenTime {
  const columns = emptyColumns(hours)
  for (let place = 0; place < daysHeld; place++) {
    const day = earliestDay + place
    const spans = hours[dayOfWeek(day) - 1] as readonly Span[]
    if (spans.length === 0 || isShut(day)) continue
    for (const span of spans) {
      const closing = zone.instantOf(day, span.to)
      columns.closings[place] = closing
      addOpening(columns, zone.instantOf(day, span.from), closing)
    }
  }
  return openTimeOf(tableOf(zone, columns))
}

interface Columns {
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly openBefore: Float64Array
  readonly closings: Float64Array
  count: number
}

/** Room for every opening there could be; columns of numbers, as lists of objects cost the collector dear. */
function emptyColumns(hours: WeekHours): Columns {
  const most = Math.ceil(daysHeld / 7) * hours.reduce((count, spans) => count + spans.length, 0)
  return {
    starts: new Float64Array(most),
    ends: new Float64Array(most),
    openBefore: new Float64Array(most + 1),
    closings: new Float64Array(daysHeld).fill(Number.NaN),
    count: 0,
  }
}

/** Where the clocks skip an hour, an opening may reach into the next, or nothing be left of it: no time counts twice. */
function addOpening(columns: Columns, opening: Instant, closing: Instant): void {
  const { count } = columns
  const start = count === 0 ? opening : Math.max(opening, columns.ends[count - 1] as number)
  if (closing <= start) return
  columns.starts[count] = start
  columns.ends[count] = closing
  columns.openBefore[count + 1] = (columns.openBefore[count] as number) + closing - start
  columns.count = count + 1
}

function tableOf(zone: Zone, columns: Columns): OpenSpans {
  const starts = columns.starts.subarray(0, columns.count)
  return {
    zone,
    starts,
    ends: columns.ends.subarray(0, columns.count),
    openBefore: columns.openBefore.subarray(0, columns.count + 1),
    closings: columns.closings,
    earliest: zone.startOf(earliestDay),
    latest: zone.startOf(latestDay + 1),
    ...begunByDay(zone, starts),
  }
}

/** For each day of UTC, how many openings have begun by its end. */
function begunByDay(zone: Zone, starts: Float64Array): Pick<OpenSpans, 'firstBucket' | 'begunBy'> {
  const firstBucket = Math.floor(zone.startOf(earliestDay) / utcDay)
  const begunBy = new Int32Array(daysHeld + 2)
  let begun = 0
  for (let bucket = 0; bucket < begunBy.length; bucket++) {
    const end = (firstBucket + bucket + 1) * utcDay
    while (begun < starts.length && (starts[begun] as number) < end) begun++
    begunBy[bucket] = begun
  }
  return { firstBucket, begunBy }
}
