import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Counting, Due } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Awaits } from './awaited.ts'
import type { ClockClauses } from './clock.ts'

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
  /** Whether its due date leaves out bank holidays, so that it is only as good as what is known of them. */
  readonly leavesOutHolidays: boolean
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

/** The event that started a clock. */
export function startOf({ startedAt, startedBy }: Clock, { events }: Timeline): CaseEvent | undefined {
  return events.find(({ at, type }) => at === startedAt && type === startedBy)
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

/** Where on its case a clock begins. */
export interface Beginning {
  /** The index of the event that starts it. */
  readonly index: number
  readonly n: number
  /** The date an earlier clock’s extension promised, for a clock that it started. */
  readonly promisedDue: Due | undefined
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
  readonly asOf: Instant
  readonly awaits: Awaits
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
}
