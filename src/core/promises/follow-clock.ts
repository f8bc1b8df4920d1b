import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import type { Due } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Awaits, justAfter } from './awaited.ts'
import {
  countedFrom,
  countingLength,
  dateIn,
  earliestStop,
  firstDue,
  moveDue,
  pausedWhile,
  stillExtends,
} from './clock-due.ts'
import type { Beginning, Clock, ClockProgram, Followed, Outcome, Run } from './clock-run.ts'
import { type EventRef, isOneOf } from './event-ref.ts'

/** Whether the event can start a clock: it is named, dated where need be, and the edition is in force. */
export function canStart(program: ClockProgram, event: CaseEvent): boolean {
  const { clauses } = program
  if (!isOneOf(clauses.starts, event) || event.at < program.from || event.at >= program.before) return false
  const field = clauses.by ?? clauses.before?.field
  return field === undefined || dateIn(event, field) !== undefined
}

/** Follows one clock from its start through the timeline to `asOf`. */
export function follow(
  program: ClockProgram,
  timeline: Timeline,
  asOf: Instant,
  beginning: Beginning,
  awaits: Awaits,
): Followed {
  const run = begin(program, timeline, asOf, beginning, awaits)
  for (let index = beginning.index + 1; index < timeline.events.length; index++) {
    const event = timeline.events[index] as CaseEvent
    missIfDue(run, event.at)
    const ended = offeredTooLate(run, index - 1) ?? step(run, event, index)
    if (ended !== undefined) return ended
  }
  missIfDue(run, asOf)
  return offeredTooLate(run, timeline.events.length - 1) ?? atTheEnd(run)
}

function begin(
  program: ClockProgram,
  timeline: Timeline,
  asOf: Instant,
  { index, n, promisedDue }: Beginning,
  awaits: Awaits,
): Run {
  const start = timeline.events[index] as CaseEvent
  const from = countedFrom(program, start)
  const { due, keepsUntil } = firstDue(program, start, from, promisedDue)
  return {
    program,
    timeline,
    start,
    n,
    asOf,
    awaits,
    countedFrom: from,
    promisedDue,
    due,
    keepsUntil,
    paused: 0,
    pausedSince: undefined,
    pauses: [],
    extension: undefined,
    missedAt: undefined,
    lateOffer: undefined,
  }
}

/**
 * A paused clock is not overdue (trap 18). What was due before it began, or before the pause or the reason that moved
 * it, is missed at that moment: no month that was told before is told otherwise.
 */
function missIfDue(run: Run, at: Instant): void {
  if (run.missedAt !== undefined || run.pausedSince !== undefined || at <= run.keepsUntil) return
  const movedAt = Math.max(run.pauses.at(-1)?.to ?? run.start.at, run.extension?.at ?? run.start.at)
  run.missedAt = Math.max(run.keepsUntil, run.start.at, movedAt)
}

function step(run: Run, event: CaseEvent, index: number): Followed | undefined {
  const { clauses } = run.program
  const own = isOwn(run.timeline, event)
  if (own && names(clauses.voids, event)) return voidedBy(run, event, index)
  if (own && names(clauses.fails, event)) return failedBy(run, event, index)
  if (isOneOf(clauses.stops, event) && mayKeep(run, event)) return stoppedBy(run, event, index)
  if (run.missedAt !== undefined) return undefined
  if (names(clauses.extends?.when, event) && mayKeep(run, event)) return extendedBy(run, event, index)
  if (run.pausedSince === undefined && names(clauses.pauses, event)) pauseBy(run, event)
  else if (run.pausedSince !== undefined && names(clauses.resumes, event)) resumeAt(run, event.at)
  return undefined
}

function names(refs: readonly EventRef[] | undefined, event: CaseEvent): boolean {
  return refs !== undefined && isOneOf(refs, event)
}

/** Automation keeps no human promise, unless the promise says so (trap 21, reading 10). */
function mayKeep(run: Run, event: CaseEvent): boolean {
  return event.data['by'] !== 'system' || run.program.clauses.automatic === true
}

function voidedBy(run: Run, event: CaseEvent, index: number): Followed {
  if (run.missedAt !== undefined)
    return clockEnded(run, index, { outcome: 'missed', decidedAt: run.missedAt, endedAt: event.at })
  endPause(run, event.at)
  const { reason } = event.data
  const voidReason = typeof reason === 'string' ? reason : event.type
  return clockEnded(run, index, { outcome: 'void', decidedAt: event.at, endedAt: event.at, voidReason })
}

function failedBy(run: Run, event: CaseEvent, index: number): Followed {
  endPause(run, event.at)
  return clockEnded(run, index, { outcome: 'missed', decidedAt: run.missedAt ?? event.at, endedAt: event.at })
}

function stoppedBy(run: Run, event: CaseEvent, index: number): Followed | undefined {
  const stoppedAt = stopTime(run, event)
  if (stoppedAt < earliestStop(run)) return undefined
  const inTime = run.missedAt === undefined && (run.pausedSince !== undefined || stoppedAt <= run.keepsUntil)
  if (!inTime && run.missedAt === undefined) {
    if (run.lateOffer === undefined || stoppedAt < run.lateOffer.stoppedAt)
      run.lateOffer = { stoppedAt, by: event.type }
    return undefined
  }
  // The stop counts at the time it carries, so a clock is not decided before that has come.
  if (inTime && stoppedAt > run.asOf) {
    run.awaits(stoppedAt)
    return clockEnded(run, undefined, { outcome: 'running' })
  }
  endPause(run, event.at)
  const what = { decidedAt: run.missedAt ?? stoppedAt, stoppedAt, stoppedBy: event.type, endedAt: stoppedAt }
  const next = run.program.clauses.repeats === true ? 'usual' : undefined
  return clockEnded(run, index, { outcome: inTime ? 'met' : 'missed', ...what }, next)
}

function stopTime(run: Run, event: CaseEvent): Instant {
  const field = run.program.clauses.stopsAt
  const due = field === undefined ? undefined : dateIn(event, field)
  if (due === undefined) return event.at
  return 'at' in due ? due.at : run.program.counting.calendar.zone.startOf(due.on)
}

function extendedBy(run: Run, event: CaseEvent, index: number): Followed | undefined {
  const extension = run.program.clauses.extends
  if (extension === undefined || !stillExtends(run, event)) return undefined
  const date = typeof extension.then === 'string' ? dateIn(event, extension.then) : undefined
  if (typeof extension.then === 'string' && date === undefined) return undefined
  if (extension.as === 'new clock') {
    endPause(run, event.at)
    return clockEnded(
      run,
      index,
      { outcome: 'met', decidedAt: event.at, stoppedAt: event.at, stoppedBy: event.type, endedAt: event.at },
      date,
    )
  }
  run.extension = { by: event.type, at: event.at }
  // What was paused before is spent: the length granted counts from here.
  run.paused = 0
  moveDue(run, date)
  return undefined
}

function pauseBy(run: Run, event: CaseEvent): void {
  run.pausedSince = event.at
  run.pauses.push({ from: event.at, to: undefined, by: event.type })
}

/** What ends a clock within a pause ends the pause too, and the pause still counts (trap 15). */
function endPause(run: Run, at: Instant): void {
  if (run.pausedSince !== undefined) resumeAt(run, at)
}

function resumeAt(run: Run, at: Instant): void {
  const pause = run.pauses.pop()
  if (pause === undefined) return
  run.pauses.push({ ...pause, to: at })
  run.paused += pausedWhile(run, Math.max(pause.from, run.extension?.at ?? pause.from), at)
  run.pausedSince = undefined
  moveDue(run, undefined)
}

function atTheEnd(run: Run): Followed {
  if (run.missedAt !== undefined)
    return clockEnded(run, undefined, { outcome: 'missed', decidedAt: run.missedAt })
  if (run.pausedSince !== undefined) return clockEnded(run, undefined, { outcome: 'paused' })
  run.awaits(justAfter(run.keepsUntil))
  return clockEnded(run, undefined, { outcome: 'running' })
}

/** Once it is due, the earliest of the times offered too late is its stop; what is offered after that changes nothing. */
function offeredTooLate(run: Run, endIndex: number): Followed | undefined {
  if (run.missedAt === undefined || run.lateOffer === undefined) return undefined
  const { stoppedAt, by } = run.lateOffer
  return clockEnded(run, endIndex, {
    outcome: 'missed',
    decidedAt: run.missedAt,
    stoppedAt,
    stoppedBy: by,
    endedAt: stoppedAt,
  })
}

function clockEnded(
  run: Run,
  endIndex: number | undefined,
  what: Partial<Clock> & { readonly outcome: Outcome },
  next?: Due | 'usual',
): Followed {
  const { program, start } = run
  const clock: Clock = {
    promise: program.promise,
    case: run.timeline.case,
    n: run.n,
    edition: program.edition,
    startedAt: start.at,
    startedBy: start.type,
    countedFrom: run.countedFrom,
    due: run.due,
    keepsUntil: run.keepsUntil,
    leavesOutHolidays: countingLength(run)?.unit.startsWith('working') === true,
    outcome: what.outcome,
    stoppedAt: what.stoppedAt,
    stoppedBy: what.stoppedBy,
    decidedAt: what.decidedAt,
    endedAt: what.endedAt,
    voidReason: what.voidReason,
    pauses: run.pauses,
    extension: run.extension,
  }
  return { clock, endIndex, next }
}
