import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Day } from '#core/time/day.ts'
import { type Instant, minute, utcDay } from '#core/time/instant.ts'
import { changesOf, instantByTemporal, offsetByTemporal, startByTemporal } from '#core/time/zone-changes.ts'
import { buildZoneTable, type ZoneTable } from '#core/time/zone-table.ts'

/** A time zone: what the clock on the landlord's wall shows at an instant, and back. */
export interface Zone {
  readonly name: string
  /** The local date. */
  dayOf(at: Instant): Day
  /** The first instant of a local date. */
  startOf(day: Day): Instant
  /** Minutes on the local clock since midnight, 0 to 1439. */
  minuteOfDay(at: Instant): number
  /**
   * When the local clock shows a minute of a date; from 1440 on, of the days after. As in iCalendar, a time that
   * comes twice is the first of them, and one that the clocks skip is as far past the change as it was past the hour.
   */
  instantOf(day: Day, minuteOfDay: number): Instant
  /** How far the local clock is ahead of UTC, in milliseconds. */
  offsetAt(at: Instant): number
}

const zones = new Map<string, Zone>()

/** The zone of a name in the IANA list, such as `Europe/London`. Built once; kept, as zones never change while we run. */
export function zoneNamed(name: string): Zone | Refusal {
  const official = officialName(name)
  if (official === undefined) return refuseZone(name)
  const known = zones.get(official)
  if (known !== undefined) return known
  const zone = buildZone(official)
  zones.set(official, zone)
  return zone
}

function refuseZone(name: string): Refusal {
  const meant = suggest(name, Intl.supportedValuesOf('timeZone'))
  const fix = meant === undefined ? 'write a name such as Europe/London' : `did you mean ${meant}?`
  return refuse(`there is no time zone “${name}”`, fix)
}

/** The list's own spelling; undefined for what is not in it. Bare offsets are refused: they would miss the clock changes. */
function officialName(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId
  } catch {
    return undefined
  }
}

function buildZone(name: string): Zone {
  const table = buildZoneTable(changesOf(name))
  const offsetAt = (at: Instant) => table.offsetAt(at) ?? offsetByTemporal(at, name)
  return {
    name,
    offsetAt,
    dayOf: (at) => Math.floor((at + offsetAt(at)) / utcDay),
    minuteOfDay: (at) => minuteOnClock(at + offsetAt(at)),
    startOf: (day) => table.startOf(day) ?? startByTemporal(day, name),
    instantOf: (day, minuteOfDay) => instantOn(table, name, day, minuteOfDay),
  }
}

function minuteOnClock(wall: number): number {
  return Math.floor((wall - Math.floor(wall / utcDay) * utcDay) / minute)
}

function instantOn(table: ZoneTable, name: string, day: Day, minuteOfDay: number): Instant {
  const daysOn = Math.floor(minuteOfDay / minutesInDay)
  const rest = minuteOfDay - daysOn * minutesInDay
  return table.instantOf(day + daysOn, rest) ?? instantByTemporal(day + daysOn, rest, name)
}

const minutesInDay = 1440
