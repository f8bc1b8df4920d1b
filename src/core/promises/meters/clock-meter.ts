import { lengthBetween, pausedBetween } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { RereadingTypes } from '../applies.ts'
import type { Clock, ClockProgram } from '../clock-run.ts'
import { clocksOf } from '../clocks-of.ts'
import type { Meter } from './meter.ts'
import type { Tally } from './tally.ts'

/** Measures a clock promise, in all its editions. */
export function clockMeter(programs: readonly ClockProgram[], rereading: RereadingTypes): Meter {
  return {
    wakes: [...new Set(programs.flatMap(({ clauses }) => clauses.starts.map(({ event }) => event)))],
    look(timeline, into, hear) {
      for (const clock of clocksOf(programs, timeline, rereading, into.span.asOf, into.awaits)) {
        const length = lengthOf(clock, programs)
        tallyClock(clock, length, into)
        hear(clock, timeline, length)
      }
    },
  }
}

/** How long a clock took to stop, in its limit’s own count without pauses; undefined where it did not stop or has no length. */
function lengthOf(clock: Clock, programs: readonly ClockProgram[]): number | undefined {
  const program = programs.find(({ edition }) => edition === clock.edition)
  const within = program?.clauses.within?.length
  if (program === undefined || within === undefined || clock.stoppedAt === undefined) return undefined
  const { counting } = program
  const whole = lengthBetween(counting, within, clock.countedFrom, clock.stoppedAt)
  const paused = clock.pauses.reduce(
    (sum, { from, to }) => sum + pausedBetween(counting, within, from, to ?? from),
    0,
  )
  const inUnits = shownUnit[within.unit] ?? 1
  return Math.max(0, Math.round((whole - paused) / inUnits))
}

/** Lengths are shown in seconds and working minutes; days as they are. */
const shownUnit: Readonly<Record<string, number>> = { milliseconds: 1000, 'working milliseconds': 60_000 }

/** Adds one clock to a tally: what was decided, and what stood open for how long. */
export function tallyClock(clock: Clock, length: number | undefined, into: Tally): void {
  const { outcome, startedAt, decidedAt, endedAt } = clock
  if (decidedAt !== undefined && outcome === 'void') into.voided(decidedAt, clock.voidReason ?? 'void')
  else if (decidedAt !== undefined) {
    const cell = into.judge(decidedAt, outcome === 'met')
    if (cell !== undefined && length !== undefined) into.took(cell, length)
  }
  standOpen(clock, startedAt, decidedAt, into)
  if (outcome === 'missed' && decidedAt !== undefined && decidedAt !== endedAt)
    into.stood('overdue', decidedAt, endedAt)
}

function standOpen(clock: Clock, startedAt: Instant, decidedAt: Instant | undefined, into: Tally): void {
  let from = startedAt
  for (const pause of clock.pauses) {
    if (pause.from > from) into.stood('running', from, pause.from)
    into.stood('paused', pause.from, pause.to)
    if (pause.to === undefined) return
    from = pause.to
  }
  if (decidedAt === undefined || decidedAt > from) into.stood('running', from, decidedAt)
}
