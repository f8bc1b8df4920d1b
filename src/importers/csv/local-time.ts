import { type Refusal, refuse } from '#core/refusal.ts'
import { formatDay } from '#core/time/day.ts'
import { formatMinute } from '#core/time/hours-span.ts'
import { formatInstant, hour, minute } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { WrittenTime } from './time-format.ts'

/** How a time on the wall becomes an instant. */
export interface WallClock {
  /** Whose wall; not needed where every time carries its offset. */
  readonly zone?: Zone
  /** The minute of the day meant where only a date is written. */
  readonly timeOfDay?: number
  /** In autumn an hour comes twice: which of the two is meant. */
  readonly repeatedHour: 'first' | 'second'
  /** In spring an hour is skipped: a time in it is a fault, or moves on with the clock. */
  readonly skippedHour: 'refuse' | 'move on'
}

/** The instant of a written time, as the text of a ledger line. */
export function instantText(time: WrittenTime, clock: WallClock): string | Refusal {
  const sinceMidnight =
    time.milliseconds ?? (clock.timeOfDay === undefined ? undefined : clock.timeOfDay * minute)
  if (sinceMidnight === undefined) {
    return refuse(
      `${formatDay(time.day)} has no time of day`,
      'say in the mapping what is meant: time_of_day: 12:00',
    )
  }
  if (time.offsetMinutes !== undefined) return withOffset(time, sinceMidnight, time.offsetMinutes)
  if (clock.zone === undefined) {
    return refuse('the time has no offset', 'say in the mapping whose time it is: time_zone: Europe/London')
  }
  return onTheWall(time, sinceMidnight, clock.zone, clock)
}

function withOffset(time: WrittenTime, sinceMidnight: number, offsetMinutes: number): string {
  const offset = offsetMinutes * minute
  return formatInstant(time.day * 24 * hour + sinceMidnight - offset, { offsetAt: () => offset })
}

function onTheWall(time: WrittenTime, sinceMidnight: number, zone: Zone, clock: WallClock): string | Refusal {
  const minuteOfDay = Math.floor(sinceMidnight / minute)
  const rest = sinceMidnight - minuteOfDay * minute
  const first = zone.instantOf(time.day, minuteOfDay)
  if (zone.minuteOfDay(first) !== minuteOfDay && clock.skippedHour === 'refuse') {
    return refuse(
      `there was no ${formatMinute(minuteOfDay)} on ${formatDay(time.day)}: the clocks went forward in ${zone.name}`,
      'check the time zone, or write skipped_hour: move on',
    )
  }
  const at = clock.repeatedHour === 'second' ? secondTime(first, minuteOfDay, zone) : first
  return formatInstant(at + rest, zone)
}

/** The same time on the wall after the clocks have gone back; the only one where they have not. */
function secondTime(first: number, minuteOfDay: number, zone: Zone): number {
  const wentBack = zone.offsetAt(first) - zone.offsetAt(first + 3 * hour)
  const second = first + wentBack
  return wentBack > 0 && zone.minuteOfDay(second) === minuteOfDay ? second : first
}
