import { ownTimeline, type Timeline } from '#core/ledger/timeline.ts'
import { type Counting, type Due, dueAfter, lastInstantOf } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Length } from '#core/time/length.ts'
import { firstDayOf, lastDayOf, type Month, monthOf } from '#core/time/period.ts'
import type { Clock } from '../clock-run.ts'
import { isOneOf } from '../event-ref.ts'
import type { RecurringClauses } from '../recurring.ts'
import { type ClockHearer, tallyClock } from './clock-meter.ts'
import type { Landlord, Meter } from './meter.ts'
import type { Span, Tally } from './tally.ts'

/** A recurring promise of one edition, ready to run. */
export interface RecurringProgram {
  readonly promise: string
  readonly edition: string
  readonly clauses: RecurringClauses
  readonly counting: Counting
  /** When the edition came into force. */
  readonly from: Instant
}

/** A duty that fell due more often than this is a mistake in its facts. */
const mostTimes = 50_000

/** Measures a recurring promise: of each case, or of the landlord as a whole. */
export function recurringMeter(program: RecurringProgram, span: Span, hear: ClockHearer): Meter {
  const { clauses } = program
  if (clauses.starts !== undefined) return caseMeter(program, span, hear)
  return {
    wakes: [],
    finish(landlord, into) {
      if (clauses.times !== undefined) countTimes(program, clauses.times, landlord, span, into)
      else
        for (const clock of landlordClocks(program, landlord, span.asOf)) tallyClock(clock, undefined, into)
    },
  }
}

/** The clocks of a duty on one case: a statement every three months, say. */
export function dutyClocks(program: RecurringProgram, timeline: Timeline, asOf: Instant): readonly Clock[] {
  const { starts = [], doneBy = [], ends = [], every } = program.clauses
  const own = timeline.events.filter((event) => timeline.borrowed?.has(event) !== true)
  const start = own.find((event) => isOneOf(starts, event) && event.at >= program.from)
  if (start === undefined || every === undefined) return []
  const done = own.filter((event) => event.at >= start.at && isOneOf(doneBy, event)).map(({ at }) => at)
  const endsAt = own.find((event) => event.at >= start.at && isOneOf(ends, event))?.at
  return recurrences(program, timeline.case, every.length, start.at, done, endsAt, asOf)
}

function caseMeter(program: RecurringProgram, span: Span, hear: ClockHearer): Meter {
  return {
    wakes: (program.clauses.starts ?? []).map(({ event }) => event),
    look(timeline, into) {
      for (const clock of dutyClocks(program, timeline, span.asOf)) tallyDuty(clock, timeline, into, hear)
    },
  }
}

function tallyDuty(clock: Clock, timeline: Timeline, into: Tally, hear: ClockHearer): void {
  tallyClock(clock, undefined, into)
  hear(clock, timeline)
}

function landlordClocks(program: RecurringProgram, landlord: Landlord, asOf: Instant): readonly Clock[] {
  const { every, by, duty } = program.clauses
  const done = evidenceOf(duty, landlord)
  const startAt = Math.max(program.from, landlord.firstAt)
  if (every !== undefined)
    return recurrences(program, 'the landlord', every.length, startAt, done, undefined, asOf)
  if (by === undefined) return []
  const keepsUntil = lastInstantOf({ on: by }, program.counting.calendar.zone)
  const doneAt = done.find((at) => at >= program.from)
  const started = oneClock(program, 'the landlord', 1, program.from, { on: by }, keepsUntil)
  if (doneAt !== undefined && doneAt <= keepsUntil) return [met(started, doneAt)]
  return [asOf > keepsUntil ? missed(started, doneAt, doneAt) : started]
}

function evidenceOf(duty: string | undefined, landlord: Landlord): readonly Instant[] {
  return landlord.records
    .filter(({ type, data }) => type === 'evidence-recorded' && data['duty'] === duty)
    .map(({ at }) => at)
}

/**
 * Stopping starts the next. A time missed stays overdue until done late, which starts the next; once a
 * whole further length has passed, that is missed as well.
 */
function recurrences(
  program: RecurringProgram,
  id: string,
  every: Length,
  startAt: Instant,
  done: readonly Instant[],
  endsAt: Instant | undefined,
  asOf: Instant,
): readonly Clock[] {
  const { zone } = program.counting.calendar
  const lastAfter = (from: Instant) => lastInstantOf(dueAfter(program.counting, every, from, 0), zone)
  const clocks: Clock[] = []
  let from = startAt
  let next = 0
  while (clocks.length < mostTimes) {
    const due = dueAfter(program.counting, every, from, 0)
    const started = oneClock(program, id, clocks.length + 1, from, due, lastAfter(from))
    const { keepsUntil } = started
    while (next < done.length && (done[next] as Instant) <= from && !(next === 0 && done[0] === startAt))
      next++
    const doneAt = done[next]
    // What ends it may itself be the doing: a greeting that says when one is back does for the whole absence.
    if (endsAt !== undefined && endsAt <= from) return clocks
    if (endsAt !== undefined && endsAt <= keepsUntil && endsAt < (doneAt ?? Number.POSITIVE_INFINITY))
      return [...clocks, voided(started, endsAt)]
    if (asOf <= keepsUntil && doneAt === undefined) return [...clocks, started]
    next++
    if (doneAt !== undefined && doneAt <= keepsUntil) {
      clocks.push(met(started, doneAt))
      from = doneAt
      continue
    }
    const superseded = lastAfter(keepsUntil)
    const endedAt = Math.min(doneAt ?? superseded, endsAt ?? superseded, superseded)
    clocks.push(
      missed(started, endedAt === doneAt ? doneAt : undefined, endedAt < asOf ? endedAt : undefined),
    )
    if (endedAt >= asOf || endedAt === endsAt) return clocks
    if (endedAt !== doneAt) next--
    from = endedAt === doneAt ? doneAt : keepsUntil
  }
  return clocks
}

function oneClock(
  program: RecurringProgram,
  id: string,
  n: number,
  startedAt: Instant,
  due: Due,
  keepsUntil: Instant,
): Clock {
  return {
    ...{
      promise: program.promise,
      case: id,
      n,
      edition: program.edition,
      startedAt,
      countedFrom: startedAt,
      due,
      keepsUntil,
    },
    ...{
      startedBy: n === 1 ? 'start' : 'the time before',
      outcome: 'running',
      stoppedAt: undefined,
      stoppedBy: undefined,
    },
    ...{ decidedAt: undefined, endedAt: undefined, voidReason: undefined, pauses: [], extension: undefined },
  }
}

function met(clock: Clock, at: Instant): Clock {
  return { ...clock, outcome: 'met', stoppedAt: at, stoppedBy: 'evidence', decidedAt: at, endedAt: at }
}

function missed(clock: Clock, stoppedAt: Instant | undefined, endedAt: Instant | undefined): Clock {
  const stoppedBy = stoppedAt === undefined ? undefined : 'evidence'
  return {
    ...clock,
    outcome: 'missed',
    stoppedAt,
    stoppedBy,
    decidedAt: Math.max(clock.keepsUntil, clock.startedAt),
    endedAt,
  }
}

function voided(clock: Clock, at: Instant): Clock {
  return { ...clock, outcome: 'void', decidedAt: at, endedAt: at, voidReason: 'ended' }
}

/** “12 a year, counted monthly” (reading 30): what was done in each month against what was due by its end. */
function countTimes(
  program: RecurringProgram,
  times: number,
  landlord: Landlord,
  span: Span,
  into: Tally,
): void {
  const { zone } = span
  for (const at of evidenceOf(program.clauses.duty, landlord)) {
    const day = zone.dayOf(at)
    if (day >= span.from && day <= span.to) into.addDays(monthOf(day), 1, 0)
  }
  const months = program.clauses.every?.length.amount ?? 12
  const first = monthOf(zone.dayOf(Math.max(program.from, landlord.firstAt)))
  const dueBy = (month: Month) => Math.floor((times * (month - first + 1)) / months)
  for (
    let month = first;
    lastDayOf(month) <= span.to && zone.startOf(lastDayOf(month) + 1) <= span.asOf + 1;
    month++
  ) {
    if (firstDayOf(month) >= span.from) into.addDays(month, 0, dueBy(month) - dueBy(month - 1))
  }
}
