import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import type { Due } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import { applies, hasRereads, type RereadingTypes, rereadAt, ruledOut } from './applies.ts'
import type { Clock, ClockProgram, Followed, Pause } from './clock-run.ts'
import type { Condition } from './condition.ts'
import { isOneOf } from './event-ref.ts'
import { canStart, follow } from './follow-clock.ts'

/** A case that starts more clocks of one promise than this is a mistake in its facts. */
const mostClocks = 10_000

/**
 * Every clock of one promise on one case, in order. `programs` holds the promise in each of its editions:
 * a clock keeps the edition in force when it started. A further start while one runs adds nothing: the
 * oldest unanswered contact counts (trap 25). A start after it stopped begins the next (trap 19).
 */
export function clocksOf(
  programs: readonly ClockProgram[],
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
): readonly Clock[] {
  const rereads = hasRereads(timeline, rereading)
  const clocks: Clock[] = []
  let index = 0
  while (index < timeline.events.length && clocks.length < mostClocks) {
    const event = timeline.events[index] as CaseEvent
    const program = isOwn(timeline, event) ? startedBy(event, programs) : undefined
    if (program === undefined || ruledOut(program.clauses.when ?? [], event, rereads)) {
      index++
      continue
    }
    const followed = standing(
      follow(program, timeline, index, clocks.length + 1, asOf, undefined),
      program,
      timeline,
      index,
      rereading,
      asOf,
    )
    if (followed === undefined) {
      index++
      continue
    }
    const { endIndex } = chain(followed, program, timeline, asOf, clocks)
    if (endIndex === undefined) break
    // What voids one may start the next: a customer who cancels again.
    index = voidsAndStarts(clocks, timeline.events[endIndex], programs) ? endIndex : endIndex + 1
  }
  return clocks
}

function startedBy(event: CaseEvent, programs: readonly ClockProgram[]): ClockProgram | undefined {
  for (const program of programs) if (canStart(program, event)) return program
  return undefined
}

function voidsAndStarts(
  clocks: readonly Clock[],
  event: CaseEvent | undefined,
  programs: readonly ClockProgram[],
): boolean {
  const last = clocks.at(-1)
  if (event === undefined || last === undefined || last.stoppedAt !== undefined) return false
  if (last.voidReason === 'no longer applies') return false
  const program = startedBy(event, programs)
  return program !== undefined && isOneOf(program.clauses.voids ?? [], event)
}

/** Adds the clock and those its ending event begins in turn: a new promised date, or a repeat. */
function chain(
  first: Followed,
  program: ClockProgram,
  timeline: Timeline,
  asOf: Instant,
  clocks: Clock[],
): Followed {
  let followed = first
  clocks.push(first.clock)
  while (followed.next !== undefined && followed.endIndex !== undefined && clocks.length < mostClocks) {
    const due: Due | undefined = followed.next === 'usual' ? undefined : followed.next
    followed = follow(program, timeline, followed.endIndex, clocks.length + 1, asOf, due)
    clocks.push(followed.clock)
  }
  return followed
}

/**
 * The clock as far as its conditions hold. They are read as the case stood when the clock was decided, so
 * what was decided before a change stays decided. A clock whose conditions ceased to hold while it ran
 * is void from then; one they never held for does not exist.
 */
function standing(
  followed: Followed,
  program: ClockProgram,
  timeline: Timeline,
  index: number,
  rereading: RereadingTypes,
  asOf: Instant,
): Followed | undefined {
  const conditions = program.clauses.when
  if (conditions === undefined) return followed
  const start = timeline.events[index] as CaseEvent
  const decidedAt = followed.clock.decidedAt ?? asOf
  if (applies(conditions, start, timeline, rereading, decidedAt)) return followed
  return notStanding(followed, conditions, timeline, start, rereading, asOf)
}

/** What became of a clock whose conditions do not hold when it is decided. */
function notStanding(
  followed: Followed,
  conditions: readonly Condition[],
  timeline: Timeline,
  start: CaseEvent,
  rereading: RereadingTypes,
  asOf: Instant,
): Followed | undefined {
  const { clock } = followed
  const decidedAt = clock.decidedAt ?? asOf
  const holds = (at: Instant) => applies(conditions, start, timeline, rereading, at)
  const changes = rereadAt(start, timeline, rereading)
  const begins = changes.find(({ at }) => at > decidedAt && at <= (clock.endedAt ?? asOf) && holds(at))
  if (begins !== undefined) return followed
  const held = holds(start.at) || changes.some(({ at }) => at <= decidedAt && holds(at))
  const lastHeld = changes.findLast(({ at }) => at <= decidedAt && holds(at))?.at ?? start.at
  const ceased = changes.find(({ at }) => at >= lastHeld && at <= decidedAt && !holds(at))
  if (!held || ceased === undefined) return undefined
  const voided: Clock = {
    ...clock,
    outcome: 'void',
    decidedAt: ceased.at,
    endedAt: ceased.at,
    stoppedAt: undefined,
    stoppedBy: undefined,
    voidReason: 'no longer applies',
    pauses: pausesUntil(ceased.at, clock.pauses),
  }
  return { clock: voided, endIndex: ceased.index, next: undefined }
}

function pausesUntil(at: Instant, pauses: readonly Pause[]): readonly Pause[] {
  return pauses
    .filter(({ from }) => from < at)
    .map((pause) => ({ ...pause, to: Math.min(pause.to ?? at, at) }))
}
