import type { Day } from '#core/time/day.ts'
import { formatInstant, type Instant, utcDay } from '#core/time/instant.ts'
import { placeOf } from '#core/time/range.ts'
import type { Zone } from '#core/time/zone.ts'

/** Named hours laid out over the years: on the weekdays they name, but for bank holidays and closures. Closing times are not open. */
export interface OpenTime {
  /** How long it was open from one instant to another; negative when the second comes first. */
  openMillisecondsBetween(from: Instant, to: Instant): number
  /** The earliest instant by which that much open time has passed; for a negative number, the latest before which it had to pass. */
  addOpenMilliseconds(at: Instant, milliseconds: number): Instant
  isOpen(at: Instant): boolean
  /** When the last of the openings that begin on a day closes, which may be past midnight; undefined where none begins. */
  closingOn(day: Day): Instant | undefined
}

/** Openings as columns of numbers, in order, none overlapping. */
export interface OpenSpans {
  readonly zone: Zone
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Open milliseconds before each opening, and at last the whole. */
  readonly openBefore: Float64Array
  /** When each day of the calendar closes; NaN where it does not open. */
  readonly closings: Float64Array
  /** The instants the table answers for, both included. */
  readonly earliest: Instant
  readonly latest: Instant
  /** The day of UTC (days since 1970) that `begunBy` begins with. */
  readonly firstBucket: number
  /** How many openings have begun by the end of each day of UTC. */
  readonly begunBy: Int32Array
}

/** The questions one may ask of openings. */
export function openTimeOf(spans: OpenSpans): OpenTime {
  return {
    openMillisecondsBetween: (from, to) => openedBy(spans, to) - openedBy(spans, from),
    addOpenMilliseconds: (at, milliseconds) => addOpen(spans, at, milliseconds),
    isOpen(at) {
      const last = lastBegun(spans, at)
      return last >= 0 && at < (spans.ends[last] as number)
    },
    closingOn(day) {
      const closing = spans.closings[placeOf(day)] as number
      return Number.isNaN(closing) ? undefined : closing
    },
  }
}

/** Open milliseconds from the table's start to an instant. */
function openedBy(spans: OpenSpans, at: Instant): number {
  const last = lastBegun(spans, at)
  if (last < 0) return 0
  const start = spans.starts[last] as number
  const end = spans.ends[last] as number
  return (spans.openBefore[last] as number) + (at < end ? at : end) - start
}

/** The last opening that has begun; -1 before the first. Steps back over one day's openings at most. */
function lastBegun(spans: OpenSpans, at: Instant): number {
  if (!(at >= spans.earliest && at <= spans.latest)) {
    throw new RangeError(`${formatInstant(at, spans.zone)} is outside the calendar`)
  }
  let last = (spans.begunBy[Math.floor(at / utcDay) - spans.firstBucket] as number) - 1
  while (last >= 0 && (spans.starts[last] as number) > at) last--
  return last
}

function addOpen(spans: OpenSpans, at: Instant, milliseconds: number): Instant {
  if (milliseconds === 0) return at
  const total = openedBy(spans, at) + milliseconds
  const found = milliseconds > 0 ? openingReaching(spans, total) : openingHolding(spans, total)
  if (found === undefined) {
    throw new RangeError(
      `${milliseconds} open milliseconds from ${formatInstant(at, spans.zone)} is outside the calendar`,
    )
  }
  return (spans.starts[found] as number) + total - (spans.openBefore[found] as number)
}

/** The first opening at whose end that much open time has passed: its closing time counts as reached. */
function openingReaching(spans: OpenSpans, total: number): number | undefined {
  let low = 0
  let high = spans.starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans.openBefore[middle + 1] as number) >= total) high = middle
    else low = middle + 1
  }
  return low < spans.starts.length ? low : undefined
}

/** The last opening at whose start no more than that much open time had passed. */
function openingHolding(spans: OpenSpans, total: number): number | undefined {
  if (total < 0) return undefined
  let low = 0
  let high = spans.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((spans.openBefore[middle] as number) <= total) low = middle
    else high = middle - 1
  }
  return low
}
