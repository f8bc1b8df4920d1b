import type { Counting, Due } from '#core/time/due.ts'
import { dueAfter, lastInstantOf } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Length } from '#core/time/length.ts'
import { type Awaits, justAfter } from '../awaited.ts'
import type { Clock } from '../clock-run.ts'

/** A duty and what is known of it: when it began, when it was done, when it ended. */
export interface Duty {
  readonly promise: string
  readonly edition: string
  readonly counting: Counting
  /** The case it is owed on, or `the landlord`. */
  readonly case: string
  readonly startAt: Instant
  /** When it was done, in order. */
  readonly done: readonly Instant[]
  readonly endsAt: Instant | undefined
  readonly asOf: Instant
  /** Told until when its last time stays undecided. */
  readonly awaits: Awaits
  /** How many times were counted before it began anew. */
  readonly before: number
}

/** A duty that fell due more often than this is a mistake in its facts. */
const mostTimes = 50_000

/**
 * Every time a duty fell due. Done in time, it starts the next from when it was done; done late, the time is
 * missed and the next counts from then too. Not done for a whole further length, that is missed as well.
 * The first may be due after a length of its own.
 */
export function recurrences(duty: Duty, every: Length, first = every): readonly Clock[] {
  const clocks: Clock[] = []
  const endsAt = duty.endsAt ?? Number.POSITIVE_INFINITY
  let from = duty.startAt
  let next = duty.done.findIndex((at) => at >= duty.startAt)
  while (clocks.length < mostTimes) {
    // What ends it may itself be the doing: a greeting that says when one is back does for the whole absence.
    if (endsAt <= from) return clocks
    const clock = dutyClock(
      duty,
      duty.before + clocks.length + 1,
      from,
      dueAfter(duty.counting, clocks.length === 0 ? first : every, from, 0),
    )
    const doneAt = next < 0 ? undefined : duty.done[next]
    const ended = endsAt <= clock.keepsUntil && endsAt < (doneAt ?? Number.POSITIVE_INFINITY)
    if (ended) return [...clocks, endedWithout(clock, endsAt)]
    if (doneAt === undefined && duty.asOf <= clock.keepsUntil) {
      duty.awaits(justAfter(clock.keepsUntil))
      return [...clocks, clock]
    }
    const done = doneAt === undefined ? undefined : doneInTime(clock, doneAt)
    const decided = done ?? missedTime(duty, every, clock, doneAt)
    clocks.push(decided)
    if (decided.endedAt === undefined || decided.endedAt === duty.endsAt) return clocks
    if (decided.stoppedAt !== undefined) next += 1
    from = decided.stoppedAt ?? clock.keepsUntil
  }
  return clocks
}

/** A duty's clock before anything has come of it. */
export function dutyClock(duty: Duty, n: number, startedAt: Instant, due: Due): Clock {
  return {
    promise: duty.promise,
    case: duty.case,
    n,
    edition: duty.edition,
    startedAt,
    startedBy: n === 1 ? 'start' : 'the time before',
    countedFrom: startedAt,
    due,
    keepsUntil: lastInstantOf(due, duty.counting.calendar.zone),
    leavesOutHolidays: false,
    outcome: 'running',
    stoppedAt: undefined,
    stoppedBy: undefined,
    decidedAt: undefined,
    endedAt: undefined,
    voidReason: undefined,
    pauses: [],
    extension: undefined,
  }
}

/** The clock as met, where it was done in time. */
export function doneInTime(clock: Clock, at: Instant): Clock | undefined {
  if (at > clock.keepsUntil) return undefined
  return { ...clock, outcome: 'met', stoppedAt: at, stoppedBy: 'evidence', decidedAt: at, endedAt: at }
}

/** The clock as missed: overdue until done late, if it was. */
export function doneLate(clock: Clock, at: Instant | undefined): Clock {
  const stoppedBy = at === undefined ? undefined : 'evidence'
  const decidedAt = Math.max(clock.keepsUntil, clock.startedAt)
  return { ...clock, outcome: 'missed', stoppedAt: at, stoppedBy, decidedAt, endedAt: at }
}

function endedWithout(clock: Clock, at: Instant): Clock {
  return { ...clock, outcome: 'void', decidedAt: at, endedAt: at, voidReason: 'ended' }
}

/** Overdue until done late, until the duty ended, or until the next time has been missed as well. */
function missedTime(duty: Duty, every: Length, clock: Clock, doneAt: Instant | undefined): Clock {
  const { counting, asOf, endsAt, awaits } = duty
  const superseded = lastInstantOf(dueAfter(counting, every, clock.keepsUntil, 0), counting.calendar.zone)
  const until = Math.min(doneAt ?? superseded, endsAt ?? superseded, superseded)
  if (until === doneAt) return doneLate(clock, doneAt)
  awaits(justAfter(until))
  return { ...doneLate(clock, undefined), endedAt: until < asOf ? until : undefined }
}
