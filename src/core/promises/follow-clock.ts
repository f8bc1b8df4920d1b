import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Due } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
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
import type { Clock, ClockProgram, Followed, Outcome, Run } from './clock-run.ts'
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
  startIndex: number,
  n: number,
  asOf: Instant,
  promisedDue: Due | undefined,
): Followed {
  const run = begin(program, timeline, timeline.events[startIndex] as CaseEvent, n, promisedDue)
  for (let index = startIndex + 1; index < timeline.events.length; index++) {
    const event = timeline.events[index] as CaseEvent
    missIfDue(run, event.at)
    const ended = step(run, event, index)
    if (ended !== undefined) return ended
  }
  missIfDue(run, asOf)
  return atTheEnd(run)
}

function begin(
  program: ClockProgram,
  timeline: Timeline,
  start: CaseEvent,
  n: number,
  promisedDue: Due | undefined,
): Run {
  const from = countedFrom(program, start)
  return {
    program,
    timeline,
    start,
    n,
    countedFrom: from,
    promisedDue,
    ...firstDue(program, start, from, promisedDue),
    paused: 0,
    pausedSince: undefined,
    pauses: [],
    extension: undefined,
    missedAt: undefined,
    lateOffer: undefined,
  }
}

/** A paused clock is not overdue (trap 18). What was due before it began is missed when it begins. */
function missIfDue(run: Run, at: Instant): void {
  if (run.missedAt !== undefined || run.pausedSince !== undefined || at <= run.keepsUntil) return
  run.missedAt = Math.max(run.keepsUntil, run.start.at)
}

function step(run: Run, event: CaseEvent, index: number): Followed | undefined {
  const { clauses } = run.program
  const own = run.timeline.borrowed?.has(event) !== true
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
  const { reason } = event.data
  const voidReason = typeof reason === 'string' ? reason : event.type
  return clockEnded(run, index, { outcome: 'void', decidedAt: event.at, endedAt: event.at, voidReason })
}

function failedBy(run: Run, event: CaseEvent, index: number): Followed {
  return clockEnded(run, index, { outcome: 'missed', decidedAt: run.missedAt ?? event.at, endedAt: event.at })
}

function stoppedBy(run: Run, event: CaseEvent, index: number): Followed | undefined {
  const stoppedAt = stopTime(run, event)
  if (stoppedAt < earliestStop(run)) return undefined
  const inTime = run.missedAt === undefined && (run.pausedSince !== undefined || stoppedAt <= run.keepsUntil)
  if (!inTime && run.missedAt === undefined) {
    run.lateOffer ??= { stoppedAt, by: event.type, index }
    return undefined
  }
  // A stop within a pause ends the pause too, and the pause still counts (trap 15).
  if (run.pausedSince !== undefined) resumeAt(run, event.at)
  const outcome = inTime ? 'met' : 'missed'
  const decidedAt = run.missedAt ?? event.at
  const next = run.program.clauses.repeats === true ? 'usual' : undefined
  return clockEnded(
    run,
    index,
    { outcome, decidedAt, stoppedAt, stoppedBy: event.type, endedAt: event.at },
    next,
  )
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

function resumeAt(run: Run, at: Instant): void {
  const pause = run.pauses.pop()
  if (pause === undefined) return
  run.pauses.push({ ...pause, to: at })
  run.paused += pausedWhile(run, pause.from, at)
  run.pausedSince = undefined
  moveDue(run, undefined)
}

function atTheEnd(run: Run): Followed {
  if (run.missedAt === undefined)
    return clockEnded(run, undefined, { outcome: run.pausedSince === undefined ? 'running' : 'paused' })
  const missed = { outcome: 'missed', decidedAt: run.missedAt } as const
  const offer = run.lateOffer
  if (offer === undefined) return clockEnded(run, undefined, missed)
  return clockEnded(run, offer.index, {
    ...missed,
    stoppedAt: offer.stoppedAt,
    stoppedBy: offer.by,
    endedAt: offer.stoppedAt,
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
