import type { Calendar, OpenTime } from '#core/time/calendar.ts'
import { addMonths, type Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Length } from '#core/time/length.ts'
import type { Zone } from '#core/time/zone.ts'

/** When something is due: on a date, at any moment of it, or at an instant. */
export type Due = { readonly on: Day } | { readonly at: Instant }

/** What a length is counted against. */
export interface Counting {
  readonly calendar: Calendar
  /** For working hours and minutes, and for what counts as out of hours. */
  readonly hours?: OpenTime
  /** Which day is day zero for what comes in after closing (readings.md 22). */
  readonly receivedOutOfHours: 'same day' | 'next working day'
}

/**
 * When something started at an instant falls due. `paused` moves it on, in the length's own count: working days, days
 * (months as well), milliseconds or open milliseconds (traps.md 13).
 */
export function dueAfter(counting: Counting, length: Length, startAt: Instant, paused: number): Due {
  const { calendar } = counting
  switch (length.unit) {
    case 'milliseconds':
      return { at: startAt + length.amount + paused }
    case 'working milliseconds':
      return { at: hoursOf(counting).addOpenMilliseconds(startAt, length.amount + paused) }
    case 'days':
      return { on: dayZero(counting, length, startAt) + length.amount + paused }
    case 'months':
      return { on: addMonths(dayZero(counting, length, startAt), length.amount) + paused }
    case 'working days': {
      const n = length.amount + paused
      const zero = dayZero(counting, length, startAt)
      return { on: n === 0 ? zero : calendar.addWorkingDays(zero, n) }
    }
  }
}

/**
 * The last day on which an act is in time that must come at least a length before a date. For hours and minutes that is
 * the last day that ends in time.
 */
export function dueBefore(counting: Counting, length: Length, dateOn: Day): Day {
  const { calendar } = counting
  const { zone } = calendar
  switch (length.unit) {
    case 'milliseconds':
      return zone.dayOf(zone.startOf(dateOn) - length.amount) - 1
    case 'working milliseconds':
      return zone.dayOf(hoursOf(counting).addOpenMilliseconds(zone.startOf(dateOn), -length.amount)) - 1
    case 'days':
      return dateOn - length.amount
    case 'months':
      return addMonths(dateOn, -length.amount)
    case 'working days':
      if (length.amount === 0 && calendar.isWorkingDay(dateOn)) return dateOn
      return calendar.addWorkingDays(dateOn, -Math.max(length.amount, 1))
  }
}

/** The last instant that is still in time: a date is met at any moment of it, so due on the 20th is late on the 21st (traps.md 7). */
export function lastInstantOf(due: Due, zone: Zone): Instant {
  return 'at' in due ? due.at : zone.startOf(due.on + 1) - 1
}

/** How far a pause moves a due date, in the length's own count. Pauses that follow each other add up. */
export function pausedBetween(counting: Counting, length: Length, from: Instant, to: Instant): number {
  return countFrom(counting, length, counting.calendar.zone.dayOf(from), from, to)
}

/** How long something took, in the length's own count (days for months); no more than the length where it was in time. */
export function lengthBetween(counting: Counting, length: Length, from: Instant, to: Instant): number {
  const zero = isCountedInDays(length) ? dayZero(counting, length, from) : 0
  return Math.max(0, countFrom(counting, length, zero, from, to))
}

function countFrom(counting: Counting, length: Length, fromDay: Day, from: Instant, to: Instant): number {
  const { calendar } = counting
  switch (length.unit) {
    case 'milliseconds':
      return to - from
    case 'working milliseconds':
      return hoursOf(counting).openMillisecondsBetween(from, to)
    case 'days':
    case 'months':
      return calendar.zone.dayOf(to) - fromDay
    case 'working days':
      return calendar.workingDaysBetween(fromDay, calendar.zone.dayOf(to))
  }
}

function isCountedInDays(length: Length): boolean {
  return length.unit === 'days' || length.unit === 'months' || length.unit === 'working days'
}

/**
 * The day that counting starts from, itself not counted. Received after closing it may be the next working day; received
 * on a closed day it stays, as counting goes on with the next open day either way. A length of no days at all is due on
 * day zero itself, so there it must be a day that can be worked on.
 */
export function dayZero(counting: Counting, length: Length, startAt: Instant): Day {
  const { calendar } = counting
  const day = calendar.zone.dayOf(startAt)
  if (length.amount === 0) return dayZeroToActOn(counting, length, day, startAt)
  // Calendar days run on whether anybody is in or not; only what is counted in working days waits for one.
  if (length.unit !== 'working days') return day
  return movesToNextDay(counting, day, startAt) ? calendar.addWorkingDays(day, 1) : day
}

function dayZeroToActOn(counting: Counting, length: Length, day: Day, startAt: Instant): Day {
  const { calendar } = counting
  if (counting.receivedOutOfHours === 'next working day') {
    if (isClosedAllDay(counting, day) || movesToNextDay(counting, day, startAt))
      return calendar.addWorkingDays(day, 1)
  }
  return length.unit === 'working days' ? calendar.firstWorkingDayOnOrAfter(day) : day
}

/** After closing on a working day, where the pack says so. Each day's own closing time, never another's (traps.md 8, 11). */
function movesToNextDay(counting: Counting, day: Day, startAt: Instant): boolean {
  if (counting.receivedOutOfHours !== 'next working day' || !counting.calendar.isWorkingDay(day)) return false
  const closing = counting.hours?.closingOn(day)
  return closing !== undefined && startAt >= closing
}

/** Not a working day, or one on which these hours do not open. */
function isClosedAllDay(counting: Counting, day: Day): boolean {
  if (!counting.calendar.isWorkingDay(day)) return true
  return counting.hours !== undefined && counting.hours.closingOn(day) === undefined
}

function hoursOf(counting: Counting): OpenTime {
  if (counting.hours === undefined)
    throw new Error('working hours and minutes cannot be counted without opening hours')
  return counting.hours
}
