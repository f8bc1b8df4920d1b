import { type Day, dayFrom, formatDay } from '#core/time/day.ts'

/** The first day of every calendar table. */
export const earliestDay: Day = dayFrom(1990, 1, 1)

/** The last day of every calendar table. */
export const latestDay: Day = dayFrom(2100, 12, 31)

/** How many days the tables hold. */
export const daysHeld = latestDay - earliestDay + 1

/** Whether the tables hold a day. What comes in at the door is checked with this, so that nothing below throws. */
export function isHeld(day: Day): boolean {
  return Number.isInteger(day) && day >= earliestDay && day <= latestDay
}

/** A day's place in the tables. A day outside them is a mistake of ours: it throws, and never comes out as due at once (traps.md 10). */
export function placeOf(day: Day): number {
  const place = day - earliestDay
  if (place >>> 0 !== place || place >= daysHeld) throw outside(day)
  return place
}

function outside(day: Day): RangeError {
  const held = `${formatDay(earliestDay)} to ${formatDay(latestDay)}`
  return new RangeError(
    `${Number.isInteger(day) ? formatDay(day) : day} is outside the calendar, which runs from ${held}`,
  )
}
