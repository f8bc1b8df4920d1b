import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Awaits, awaitsNothing } from './awaited.ts'
import { applies, hasRereads, type RereadingTypes, rereadAt, ruledOut } from './applies.ts'
import type { Clock, ClockProgram, Followed, Pause } from './clock-run.ts'
import type { Condition } from './condition.ts'
import { isOneOf } from './event-ref.ts'
import { canStart, follow } from './follow-clock.ts'

/** A case that starts more clocks of one promise than this is a mistake in its facts. */
const mostClocks = 10_000

/** A case as its clocks are worked out. */
interface Looked {
  readonly timeline: Timeline
  readonly rereading: RereadingTypes
  /** Whether anything that happened in it re-reads a clock. */
  readonly rereads: boolean
  readonly asOf: Instant
  readonly awaits: Awaits
}

/**
 * Every clock of one promise on one case, in order. `programs` holds the promise in each of its editions:
 * a clock keeps the edition in force when it started. A further start while one runs adds nothing: the
 * oldest unanswered contact counts (trap 25). A start after it stopped begins the next (trap 19). `awaits` is told when
 * time alone may next change one of them.
 */
export function clocksOf(
  programs: readonly ClockProgram[],
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
  awaits: Awaits = awaitsNothing,
): readonly Clock[] {
  const looked = { timeline, rereading, rereads: hasRereads(timeline, rereading), asOf, awaits }
  const clocks: Clock[] = []
  let index = 0
  while (index < timeline.events.length && clocks.length < mostClocks) {
    const event = timeline.events[index] as CaseEvent
    const program = isOwn(timeline, event) ? startedBy(event, programs) : undefined
    const first = program && firstFrom(program, index, clocks.length + 1, looked)
    if (program === undefined || first === undefined) {
      index++
      continue
    }
    const { endIndex } = chain(first, program, looked, clocks)
    if (endIndex === undefined) break
    // What voids one may start the next: a customer who cancels again.
    index = voidsAndStarts(clocks, timeline.events[endIndex], programs) ? endIndex : endIndex + 1
  }
  return clocks
}

/** The clock that the event at this index starts, where its conditions let it. */
function firstFrom(program: ClockProgram, index: number, n: number, looked: Looked): Followed | undefined {
  const { timeline, rereads, asOf, awaits } = looked
  const conditions = program.clauses.when
  const start = timeline.events[index] as CaseEvent
  if (conditions !== undefined && ruledOut(conditions, start, rereads)) return undefined
  const followed = follow(program, timeline, asOf, { index, n, promisedDue: undefined }, awaits)
  return conditions === undefined ? followed : standing(followed, conditions, start, looked)
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
  { timeline, asOf, awaits }: Looked,
  clocks: Clock[],
): Followed {
  let followed = first
  clocks.push(first.clock)
  while (followed.next !== undefined && followed.endIndex !== undefined && clocks.length < mostClocks) {
    const promisedDue = followed.next === 'usual' ? undefined : followed.next
    const beginning = { index: followed.endIndex, n: clocks.length + 1, promisedDue }
    followed = follow(program, timeline, asOf, beginning, awaits)
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
  conditions: readonly Condition[],
  start: CaseEvent,
  { timeline, rereading, asOf }: Looked,
): Followed | undefined {
  const { clock } = followed
  const decidedAt = clock.decidedAt ?? asOf
  const holds = (at: Instant) => applies(conditions, start, timeline, rereading, at)
  if (holds(decidedAt)) return followed
  const changes = rereadAt(start, timeline, rereading)
  const begins = changes.find(({ at }) => at > decidedAt && at <= (clock.endedAt ?? asOf) && holds(at))
  if (begins !== undefined) return followed
  const held = holds(start.at) || changes.some(({ at }) => at <= decidedAt && holds(at))
  const lastHeld = changes.findLast(({ at }) => at <= decidedAt && holds(at))?.at ?? start.at
  const ceased = changes.find(({ at }) => at >= lastHeld && at <= decidedAt && !holds(at))
  if (!held || ceased === undefined) return undefined
  return { clock: noLongerApplies(clock, ceased.at), endIndex: ceased.index, next: undefined }
}

function noLongerApplies(clock: Clock, at: Instant): Clock {
  return {
    ...clock,
    outcome: 'void',
    decidedAt: at,
    endedAt: at,
    stoppedAt: undefined,
    stoppedBy: undefined,
    voidReason: 'no longer applies',
    pauses: pausesUntil(at, clock.pauses),
  }
}

function pausesUntil(at: Instant, pauses: readonly Pause[]): readonly Pause[] {
  return pauses
    .filter(({ from }) => from < at)
    .map((pause) => ({ ...pause, to: Math.min(pause.to ?? at, at) }))
}
