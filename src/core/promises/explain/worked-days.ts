import type { Calendar } from '#core/time/calendar.ts'
import type { Day } from '#core/time/day.ts'
import { type Counting, dayZero } from '#core/time/due.ts'
import type { Length } from '#core/time/length.ts'
import type { Clock, ClockProgram } from '../clock-run.ts'

/** One day of a clock’s working. */
export interface WorkedDay {
  readonly on: Day
  /** Its number, where it counts. */
  readonly counts: number | undefined
  /** Why it does not count: a week-end, a bank holiday by name, a closure, a pause. */
  readonly why: string | undefined
}

/** Longer spells are told without their days. */
const mostDays = 400

/** Every day after day zero up to the due date, with its number or why it has none; none for elapsed time. */
export function daysOf(
  clock: Clock,
  { counting }: ClockProgram,
  length: Length | undefined,
): readonly WorkedDay[] {
  if (length === undefined || !('on' in clock.due)) return []
  const working = length.unit === 'working days'
  const from = dayZero(counting, length, clock.extension?.at ?? clock.countedFrom)
  if (clock.due.on - from > mostDays) return []
  const days: WorkedDay[] = []
  let number = 0
  for (let on = firstDay(clock, counting, from); on <= clock.due.on; on++) {
    const why = on === from ? 'day zero' : reason(on, clock, counting.calendar, working)
    if (why === undefined) number += 1
    days.push({ on, counts: why === undefined ? number : undefined, why })
  }
  return days
}

/** Where what came after closing moved day zero, the days until then are shown as well. */
function firstDay(clock: Clock, { calendar }: Counting, from: Day): Day {
  const started = calendar.zone.dayOf(clock.extension?.at ?? clock.countedFrom)
  return started < from ? started + 1 : from + 1
}

function reason(on: Day, clock: Clock, calendar: Calendar, working: boolean): string | undefined {
  const closed = working ? calendar.whyClosed(on) : undefined
  if (closed !== undefined) return closed
  const { zone } = calendar
  // A pause moves the due date by the days after it began, to the day on which it ended.
  const paused = clock.pauses.some(
    ({ from, to }) => zone.dayOf(from) < on && (to === undefined || on <= zone.dayOf(to)),
  )
  return paused ? 'paused' : undefined
}
