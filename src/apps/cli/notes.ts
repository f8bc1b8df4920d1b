import type { Clock } from '#core/promises/clock-run.ts'
import type { Calendar } from '#core/time/calendar.ts'
import type { Edition } from '#core/promises/edition.ts'
import { longDay } from '#core/time/day.ts'
import { counted } from './counted.ts'

/** Counts clocks due on days for which bank holidays are not known: marked, never silently wrong (trap 1). */
export function beyondCalendar(calendar: Calendar) {
  let count = 0
  return {
    hear({ due, leavesOutHolidays }: Clock) {
      if (!leavesOutHolidays) return
      const day = 'on' in due ? due.on : calendar.zone.dayOf(due.at)
      if (day < calendar.knownFrom || day > calendar.knownUntil) count += 1
    },
    count: () => count,
  }
}

/** What was met with while measuring. */
export interface Noted {
  readonly beyond: number
  readonly faults: number
  readonly beforeEdition: number
}

/** What a reader of the figures must know. */
export function notesOf(
  { beyond, faults, beforeEdition }: Noted,
  { pack, calendar }: Edition,
): readonly string[] {
  const notes: string[] = []
  if (beforeEdition > 0) {
    const date = longDay(pack.inForceFrom)
    notes.push(
      `${counted(beforeEdition, 'event')} happened before the edition came into force (${date}): no clock started then.`,
    )
  }
  if (beyond > 0) {
    const known = `${longDay(calendar.knownFrom)} to ${longDay(calendar.knownUntil)}`
    notes.push(
      `${beyond === 1 ? '1 clock falls' : `${beyond} clocks fall`} due outside the days for which bank holidays are known (${known}); there, only week-ends and closures were left out.`,
    )
  }
  if (faults > 0) notes.push(`${counted(faults, 'faulty row')} not counted.`)
  return notes
}
