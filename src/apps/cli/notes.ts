import type { Clock } from '#core/promises/clock-run.ts'
import type { Calendar } from '#core/time/calendar.ts'
import type { Edition } from '#core/promises/edition.ts'
import { longDay } from '#core/time/day.ts'
import { formatInstant, type Instant } from '#core/time/instant.ts'
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

/** What was met with while reading and measuring, beside what counts. */
export interface Noted {
  readonly events: number
  readonly faults: number
  readonly later: number
  readonly again: number
  readonly astray: number
  readonly beforeEdition: number
  readonly beyond: number
}

/** What a reader of the figures must know. */
export function notesOf(noted: Noted, editions: readonly Edition[], asOf: Instant): readonly string[] {
  const [first] = editions
  if (first === undefined) return []
  const { events, faults, later, again, astray, beforeEdition, beyond } = noted
  return [
    ...(events === 0 && faults === 0 ? ['There is no event in these files, so nothing to count.'] : []),
    ...(events === 0 && faults > 0
      ? ['No row could be read: are these the right files, and the right --importer?']
      : []),
    ...(faults === 0 ? [] : [`${counted(faults, 'faulty row')} not counted.`]),
    ...(later === 0 ? [] : [laterNote(later, asOf, first)]),
    ...(again === 0
      ? []
      : [`${counted(again, 'row')} told again under an id already on record: counted once.`]),
    ...(astray === 0 ? [] : [`${counted(astray, 'case')} merged into a case that no file holds: ${unseen}`]),
    ...(beforeEdition === 0 ? [] : [beforeNote(beforeEdition, first)]),
    ...(beyond === 0 ? [] : [beyondNote(beyond, first)]),
  ]
}

const unseen = 'an answer given there is not seen.'

/** That some facts lie after the instant asked for. */
export function laterNote(later: number, asOf: Instant, { calendar }: Edition): string {
  return `${counted(later, 'event')} happened or came to be known after ${formatInstant(asOf, calendar.zone)}: not counted yet.`
}

/** That some facts lie before the first edition. */
export function beforeNote(before: number, { pack }: Edition): string {
  const date = longDay(pack.inForceFrom)
  return `${counted(before, 'event')} happened before the edition came into force (${date}): no clock started then.`
}

/** That the case this one was merged into was not found. */
export function astrayNote(into: string): string {
  return `It was merged into “${into}”, which was not found: ${unseen}`
}

function beyondNote(beyond: number, { calendar }: Edition): string {
  const known = `${longDay(calendar.knownFrom)} to ${longDay(calendar.knownUntil)}`
  const clocks = beyond === 1 ? '1 clock falls' : `${beyond} clocks fall`
  return `${clocks} due outside the days for which bank holidays are known (${known}); there, only week-ends and closures were left out.`
}
