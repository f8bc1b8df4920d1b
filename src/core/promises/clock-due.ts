import type { CaseEvent } from '#core/ledger/event.ts'
import { addMonths, parseDay } from '#core/time/day.ts'
import { type Due, dueAfter, dueBefore, lastInstantOf, pausedBetween } from '#core/time/due.ts'
import { type Instant, parseInstant } from '#core/time/instant.ts'
import type { Length } from '#core/time/length.ts'
import type { Zone } from '#core/time/zone.ts'
import type { ClockProgram, Run } from './clock-run.ts'

/** The date or time that an event carries in a field; undefined where it carries none. */
export function dateIn(event: CaseEvent, field: string): Due | undefined {
  const value = event.data[field]
  if (typeof value !== 'string') return undefined
  const on = parseDay(value)
  if (on !== undefined) return { on }
  const at = parseInstant(value)
  return at === undefined ? undefined : { at }
}

/** Where counting begins: the start, or the later time it carries (a visitor who came early for an appointment). */
export function countedFrom(program: ClockProgram, start: CaseEvent): Instant {
  const later =
    program.clauses.countsFrom === undefined ? undefined : dateIn(start, program.clauses.countsFrom)
  if (later === undefined) return start.at
  return Math.max(start.at, firstInstantOf(later, program.counting.calendar.zone))
}

/** The due date as the clock begins, and the last instant that keeps it. */
export function firstDue(
  program: ClockProgram,
  start: CaseEvent,
  from: Instant,
  promisedDue: Due | undefined,
) {
  const due = promisedDue ?? limitFrom(program, start, from, 0)
  return { due, keepsUntil: keepsUntil(program, due) }
}

/** Sets the due date again after an extension to `date`, an extension by a length, or a pause. */
export function moveDue(run: Run, date: Due | undefined): void {
  const due = date ?? dueNow(run)
  run.due = due
  run.keepsUntil = keepsUntil(run.program, due)
}

/** Whether an extending event comes soon enough; a length is granted once, a new date as often as it is told in time. */
export function stillExtends(run: Run, event: CaseEvent): boolean {
  const { within, then } = run.program.clauses.extends ?? {}
  if (typeof then !== 'string' && run.extension !== undefined) return false
  if (event.at > run.keepsUntil && run.pausedSince === undefined) return false
  if (within === undefined || run.promisedDue !== undefined) return true
  const { counting } = run.program
  const last = dueAfter(counting, within.length, run.countedFrom, 0)
  return event.at <= lastInstantOf(last, counting.calendar.zone)
}

/** What a pause comes to in the limit’s own count: working days for working days, open time for working hours (trap 13). */
export function pausedWhile(run: Run, from: Instant, to: Instant): number {
  const length = countingLength(run)
  return length === undefined ? 0 : pausedBetween(run.program.counting, length, from, to)
}

/** Before this a stop does not count: too early for a visit that is due “at six weeks” (reading 23). */
export function earliestStop(run: Run): Instant {
  const tolerance = run.program.clauses.tolerance
  if (tolerance === undefined) return -Infinity
  const moved = movedBy(run.program, run.due, tolerance.length, -1)
  return firstInstantOf(moved, run.program.counting.calendar.zone)
}

function dueNow(run: Run): Due {
  const { extension, program, paused } = run
  const then = program.clauses.extends?.then
  if (extension === undefined)
    return run.promisedDue ?? limitFrom(program, run.start, run.countedFrom, paused)
  if (then === undefined || typeof then === 'string') return run.due
  return dueAfter(program.counting, then.length, extension.at, paused)
}

function limitFrom(program: ClockProgram, start: CaseEvent, from: Instant, paused: number): Due {
  const { within, by, before } = program.clauses
  if (within !== undefined) return dueAfter(program.counting, within.length, from, paused)
  const date = dateIn(start, by ?? before?.field ?? '')
  if (date === undefined) throw new Error(`${program.promise} was started by an event without its date`)
  if (before === undefined) return date
  const on = 'on' in date ? date.on : program.counting.calendar.zone.dayOf(date.at)
  return { on: dueBefore(program.counting, before.length, on) }
}

/** The length that counts now: the limit’s, or the one granted by an extension; none for a date that was named. */
export function countingLength(run: Run): Length | undefined {
  const { clauses } = run.program
  const then = clauses.extends?.then
  if (run.extension !== undefined && then !== undefined)
    return typeof then === 'string' ? undefined : then.length
  return run.promisedDue === undefined ? clauses.within?.length : undefined
}

function keepsUntil(program: ClockProgram, due: Due): Instant {
  const { grace, tolerance } = program.clauses
  const leeway = grace ?? tolerance
  const last = leeway === undefined ? due : movedBy(program, due, leeway.length, 1)
  return lastInstantOf(last, program.counting.calendar.zone)
}

/** Days move a date, or the day of an instant; time moves an instant, or the end (going back, the beginning) of a date. */
function movedBy(program: ClockProgram, due: Due, { unit, amount }: Length, direction: 1 | -1): Due {
  const { calendar, hours } = program.counting
  const { zone } = calendar
  const steps = amount * direction
  const on = 'on' in due ? due.on : zone.dayOf(due.at)
  if (unit === 'days') return { on: on + steps }
  if (unit === 'months') return { on: addMonths(on, steps) }
  if (unit === 'working days') return { on: calendar.addWorkingDays(on, steps) }
  const at = direction === 1 ? lastInstantOf(due, zone) : firstInstantOf(due, zone)
  return {
    at: unit === 'milliseconds' || hours === undefined ? at + steps : hours.addOpenMilliseconds(at, steps),
  }
}

function firstInstantOf(due: Due, zone: Zone): Instant {
  return 'at' in due ? due.at : zone.startOf(due.on)
}
