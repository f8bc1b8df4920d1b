import type { Clock } from '#core/promises/clock-run.ts'
import type { Calendar } from '#core/time/calendar.ts'
import { longDay } from '#core/time/day.ts'

/** Counts clocks due on days for which bank holidays are not known: marked, never silently wrong (trap 1). */
export function beyondCalendar(calendar: Calendar) {
  let count = 0
  return {
    hear({ due }: Clock) {
      const day = 'on' in due ? due.on : calendar.zone.dayOf(due.at)
      if (day < calendar.knownFrom || day > calendar.knownUntil) count += 1
    },
    count: () => count,
  }
}

/** What a reader of the figures must know. */
export function calendarNotes(beyond: number, calendar: Calendar, faults: number): readonly string[] {
  const notes: string[] = []
  if (beyond > 0) {
    const known = `${longDay(calendar.knownFrom)} to ${longDay(calendar.knownUntil)}`
    notes.push(
      `${beyond} clocks fall due outside the days for which bank holidays are known (${known}); there, only week-ends and closures were left out.`,
    )
  }
  if (faults > 0) notes.push(`${faults} ${faults === 1 ? 'row was' : 'rows were'} faulty and not counted.`)
  return notes
}
