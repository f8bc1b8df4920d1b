import { earliestDay, latestDay } from '#core/time/range.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'

/** When a zone's clocks change, and to what: the offset `offsets[i]` holds from `from[i]` until `from[i + 1]`. */
export interface ZoneChanges {
  /** Ascending; the first is the start of the table. One more entry than offsets: Infinity. */
  readonly from: Float64Array
  /** Milliseconds ahead of UTC. */
  readonly offsets: Float64Array
}

/** The tables reach a few days further than the calendar's, so that its edges have neighbours. */
export const tableStart: Instant = (earliestDay - 3) * utcDay
export const tableEnd: Instant = (latestDay + 4) * utcDay

/** Asks Temporal for a zone's clock changes over the table, once. The zone is known to exist. */
export function changesOf(name: string): ZoneChanges {
  const from: number[] = []
  const offsets: number[] = []
  let here: Temporal.ZonedDateTime | null = zoned(tableStart, name)
  while (here !== null && here.epochMilliseconds < tableEnd) {
    from.push(here.epochMilliseconds)
    offsets.push(offsetOf(here))
    if (from.length > mostChanges)
      throw new RangeError(`${name} changes its clocks too often to be a time zone`)
    here = here.getTimeZoneTransition('next')
  }
  from.push(Number.POSITIVE_INFINITY)
  return { from: Float64Array.from(from), offsets: Float64Array.from(offsets) }
}

/** The offset outside the table: slow and right. */
export function offsetByTemporal(at: Instant, name: string): number {
  return offsetOf(zoned(at, name))
}

/** The first instant of a date outside the table: slow and right. */
export function startByTemporal(day: number, name: string): Instant {
  return dateOf(day).toZonedDateTime(name).epochMilliseconds
}

/** The instant of a wall clock outside the table: slow and right. */
export function instantByTemporal(day: number, minuteOfDay: number, name: string): Instant {
  return dateOf(day).toPlainDateTime().add({ minutes: minuteOfDay }).toZonedDateTime(name).epochMilliseconds
}

function zoned(at: Instant, name: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 1_000_000)
}

function dateOf(day: number): Temporal.PlainDate {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: day })
}

/** Four a year (Morocco's at most) over the table's span is under this. */
const mostChanges = 1000
