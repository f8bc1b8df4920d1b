import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Counting, Due } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { ClockClauses } from './clock.ts'
import {
  countedFrom,
  dateIn,
  earliestStop,
  firstDue,
  moveDue,
  pausedWhile,
  stillExtends,
} from './clock-due.ts'
import { type EventRef, isOneOf } from './event-ref.ts'

/** One clock: when it started, when it is due, and what became of it. */
export interface Clock {
  readonly promise: string
  readonly case: string
  /** The first clock of this promise on this case is 1; a re-opened case gives 2 (trap 19). */
  readonly n: number
  readonly edition: string
  readonly startedAt: Instant
  readonly startedBy: string
  /** Where counting began: the start, or a later time it carried (`counts_from`). */
  readonly countedFrom: Instant
  readonly due: Due
  /** The last instant at which a stop still keeps it: the due date with its grace or tolerance. */
  readonly keepsUntil: Instant
  readonly outcome: Outcome
  readonly stoppedAt: Instant | undefined
  readonly stoppedBy: string | undefined
  /** When it was met, missed or voided; undefined while running or paused. */
  readonly decidedAt: Instant | undefined
  /** From when nothing more was owed: stopped, failed or voided. Missed and not ended is overdue. */
  readonly endedAt: Instant | undefined
  readonly voidReason: string | undefined
  readonly pauses: readonly Pause[]
  readonly extension: Extension | undefined
}

export type Outcome = 'running' | 'paused' | 'met' | 'missed' | 'void'

export interface Pause {
  readonly from: Instant
  /** Undefined while it lasts. */
  readonly to: Instant | undefined
  readonly by: string
}

export interface Extension {
  readonly by: string
  readonly at: Instant
}

/** A clock promise of one edition, ready to run. */
export interface ClockProgram {
  readonly promise: string
  readonly edition: string
  readonly clauses: ClockClauses
  readonly counting: Counting
  /** The edition is in force for starts from here … */
  readonly from: Instant
  /** … to before here. */
  readonly before: Instant
}

/** A clock as followed to its end, and where in the timeline that was. */
export interface Followed {
  readonly clock: Clock
  /** The index of the event that ended it; undefined while it is open. */
  readonly endIndex: number | undefined
  /** Where the ending event starts the next clock: its due date, or `usual` for the promise’s own limit. */
  readonly next: Due | 'usual' | undefined
}

/** A clock while it is followed. */
export interface Run {
  readonly program: ClockProgram
  readonly timeline: Timeline
  readonly start: CaseEvent
  readonly n: number
  readonly countedFrom: Instant
  /** The date an earlier clock’s extension promised, for a clock that it started. */
  readonly promisedDue: Due | undefined
  due: Due
  keepsUntil: Instant
  /** What pauses came to, in the limit’s own count. */
  paused: number
  pausedSince: Instant | undefined
  readonly pauses: Pause[]
  extension: Extension | undefined
  missedAt: Instant | undefined
  /** An offer that came in time for a time that is too late; an earlier one may still be offered. */
  lateOffer: Offer | undefined
}

interface Offer {
  readonly stoppedAt: Instant
  readonly by: string
  readonly index: number
}

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
    ...{ program, timeline, start, n, countedFrom: from, promisedDue },
    ...firstDue(program, start, from, promisedDue),
    ...{
      paused: 0,
      pausedSince: undefined,
      pauses: [],
      extension: undefined,
      missedAt: undefined,
      lateOffer: undefined,
    },
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
    return ended(run, index, { outcome: 'missed', decidedAt: run.missedAt, endedAt: event.at })
  const { reason } = event.data
  const voidReason = typeof reason === 'string' ? reason : event.type
  return ended(run, index, { outcome: 'void', decidedAt: event.at, endedAt: event.at, voidReason })
}

function failedBy(run: Run, event: CaseEvent, index: number): Followed {
  return ended(run, index, { outcome: 'missed', decidedAt: run.missedAt ?? event.at, endedAt: event.at })
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
  return ended(run, index, { outcome, decidedAt, stoppedAt, stoppedBy: event.type, endedAt: event.at }, next)
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
    return ended(
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
    return ended(run, undefined, { outcome: run.pausedSince === undefined ? 'running' : 'paused' })
  const missed = { outcome: 'missed', decidedAt: run.missedAt } as const
  const offer = run.lateOffer
  if (offer === undefined) return ended(run, undefined, missed)
  return ended(run, offer.index, {
    ...missed,
    stoppedAt: offer.stoppedAt,
    stoppedBy: offer.by,
    endedAt: offer.stoppedAt,
  })
}

function ended(
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
