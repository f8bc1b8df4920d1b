import type { Edition } from '#core/promises/edition.ts'
import type { Day } from '#core/time/day.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import { type Away, collisionsOf, type Engagement } from './collisions.ts'

/** How long an appointment usually is, and the usual way to a home, in minutes. */
export const usualMinutes = { office: 30, home: 45, travel: 20 } as const

/** A day’s work ends at this hour where the landlord’s hours do not say. */
const eveningFromMinute = 18 * 60
const workFromMinute = 9 * 60
const stepMinutes = 15
/** So far ahead a time is looked for, and so many are offered in all and of one day. */
const daysAhead = 15
const mostOffered = 6
const mostADay = 2

/** Whether a time lies after the office has closed for the day, or from six where it does not open at all. */
export function isEvening(at: Instant, edition: Edition): boolean {
  const { zone } = edition.calendar
  const day = zone.dayOf(at)
  const closing = edition.calendar.openTime('office')?.closingOn(day)
  return at >= (closing ?? zone.instantOf(day, eveningFromMinute))
}

/** What free times are looked for by. */
export interface Looking {
  readonly edition: Edition
  /** When nothing else is wanted, the first time that is not over. */
  readonly fromAt: Instant
  readonly wanted: Omit<Engagement, 'fromAt' | 'untilAt'>
  readonly minutes: number
  readonly booked: readonly Engagement[]
  readonly absences: readonly Away[]
}

/** The first times within the office’s hours at which everybody wanted, and the room, are free. */
export function freeTimes(looking: Looking): readonly Instant[] {
  const { edition, fromAt } = looking
  const { calendar } = edition
  const today = calendar.zone.dayOf(fromAt)
  const found: Instant[] = []
  for (let day = today; day < today + daysAhead && found.length < mostOffered; day++)
    if (calendar.isWorkingDay(day))
      found.push(...freeOn(looking, day).slice(0, Math.min(mostADay, mostOffered - found.length)))
  return found
}

function freeOn(looking: Looking, day: Day): readonly Instant[] {
  const { edition, fromAt, wanted, minutes, booked, absences } = looking
  const { zone } = edition.calendar
  const hours = edition.calendar.openTime('office')
  const closing = hours?.closingOn(day) ?? zone.instantOf(day, eveningFromMinute)
  const free: Instant[] = []
  for (let at = zone.instantOf(day, workFromMinute); at < closing; at += stepMinutes * minute) {
    const span = { ...wanted, fromAt: at, untilAt: at + minutes * minute }
    const isWithin = at >= fromAt && span.untilAt <= closing && (hours?.isOpen(at) ?? true)
    if (!isWithin || collisionsOf(span, booked, absences).length > 0) continue
    free.push(at)
    // The next to be offered is another part of the day.
    at += 2 * 60 * minute
  }
  return free
}
