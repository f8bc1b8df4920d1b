import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'

/** From when until when customers are asked, in minutes of the landlord’s own day. */
const from = 9 * 60
const until = 20 * 60

/** The same, to be said of it. */
export const askingHours = 'between 9am and 8pm'

/** Whether it is a time of the day at which customers may be written to about a survey. A telephone that sounds at night wakes people. */
export function isAskingHour(zone: Zone, at: Instant): boolean {
  const minute = zone.minuteOfDay(at)
  return minute >= from && minute < until
}
