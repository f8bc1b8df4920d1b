import { isRefusal } from '#core/refusal.ts'
import type { Measured } from '#core/report.ts'
import { type Day, longDay } from '#core/time/day.ts'
import { formatMinute } from '#core/time/hours-span.ts'
import { zoneNamed } from '#core/time/zone.ts'

/** A day without the day of the week: “20 March 2026”. */
export function dayText(day: Day): string {
  return longDay(day).replace(/^\S+ /, '')
}

/** The days measured: “1 April 2025 to 31 March 2026”. */
export function spanText({ from, to, promises }: Measured): string {
  if (promises.every(({ byPeriod }) => byPeriod.length === 0)) return 'no facts yet'
  return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`
}

/** When the facts were read, and whether days were still to come. */
export function asOfText({ asOf, to, pack }: Measured): string {
  const zone = zoneNamed(pack.timeZone)
  if (isRefusal(zone)) throw new Error(`a pack was read with no such zone: ${zone.refusal}`)
  const day = zone.dayOf(asOf)
  const unfinished = day <= to ? ' Days after that were still to come, so the last figures may change.' : ''
  return `From what was known on ${dayText(day)} at ${formatMinute(zone.minuteOfDay(asOf))}.${unfinished}`
}
