import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Awaits, awaitsNothing, justAfter } from '../awaited.ts'
import type { RereadingTypes } from '../applies.ts'
import { startOf } from '../clock-run.ts'
import { clocksOf } from '../clocks-of.ts'
import type { EventRef } from '../event-ref.ts'
import {
  carriesOne,
  isAct,
  isByAPerson,
  lastInTime,
  notCome,
  reasonFor,
  type RuleProgram,
} from '../rule-judging.ts'
import type { Meter } from './meter.ts'

/** One act a rule applied to, and what was found. */
export interface Judged {
  readonly act: CaseEvent
  /** When it counts: the act’s time, or the due date of the clock that was not kept. */
  readonly at: Instant
  readonly complied: boolean
  /** The reason on record for doing otherwise. */
  readonly override: string | undefined
  /** Whether it counts as kept. */
  readonly kept: boolean
}

/** Measures a rule promise. */
export function ruleMeter(programs: readonly RuleProgram[], rereading: RereadingTypes): Meter {
  const acts = programs.flatMap(({ clauses, watched }) => [
    ...(clauses.appliesTo ?? []),
    ...watched.flat().flatMap((clock) => clock.clauses.starts),
  ])
  return {
    wakes: [...new Set(acts.map(({ event }) => event))],
    look(timeline, into) {
      const { asOf } = into.span
      for (const program of programs) {
        for (const { at, kept, override } of judgedActs(program, timeline, rereading, asOf, into.awaits))
          into.judge(at, kept, override !== undefined)
      }
    },
  }
}

/** Every act of the case that the rule applied to, judged. `awaits` is told until when one of them stays undecided. */
export function judgedActs(
  program: RuleProgram,
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
  awaits: Awaits = awaitsNothing,
): readonly Judged[] {
  if (program.clauses.late !== undefined) return judgedLate(program, timeline, rereading, asOf, awaits)
  const judged: Judged[] = []
  for (const [index, act] of timeline.events.entries()) {
    if (!isAct(program, act, timeline, rereading)) continue
    const complied = complies(program, act, index, timeline, { asOf, awaits })
    if (complied === undefined) continue
    const override = complied ? undefined : reasonFor(program, act, timeline)
    const kept = complied || (override !== undefined && program.clauses.reasonIsEnough === true)
    judged.push({ act, at: act.at, complied, override, kept })
  }
  return judged
}

/** Whether the act does what is asked; undefined while what must follow may still come in time. */
function complies(
  program: RuleProgram,
  act: CaseEvent,
  index: number,
  timeline: Timeline,
  { asOf, awaits }: { readonly asOf: Instant; readonly awaits: Awaits },
): boolean | undefined {
  const { requires = [], earlier, later } = program.clauses
  if (!requires.every((fields) => carriesOne(fields, act))) return false
  if (earlier !== undefined && notCome(earlier, timeline.events.slice(0, index), program).length > 0)
    return false
  if (later === undefined) return true
  const until = lastInTime(program, act.at)
  const after = timeline.events.slice(index + 1).filter(({ at }) => at <= (until ?? asOf))
  const followed = notCome(later, after, program).length === 0
  if (followed || until === undefined || asOf > until) return followed
  awaits(justAfter(until))
  return undefined
}

/** One notice before the due date satisfies every rule that asks for one (reading 8). */
function judgedLate(
  program: RuleProgram,
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
  awaits: Awaits,
): readonly Judged[] {
  const clocks = program.watched.flatMap((versions) => clocksOf(versions, timeline, rereading, asOf, awaits))
  return clocks.flatMap((clock) => {
    const { decidedAt } = clock
    if (clock.edition !== program.edition) return []
    if (clock.outcome !== 'missed' || decidedAt === undefined) return []
    const told = timeline.events.some(
      (event) =>
        event.at >= clock.startedAt && event.at <= clock.keepsUntil && isByAPerson(toldBy(program), event),
    )
    const act = startOf(clock, timeline)
    return act === undefined ? [] : [{ act, at: decidedAt, complied: told, override: undefined, kept: told }]
  })
}

function toldBy(program: RuleProgram): readonly EventRef[] {
  return program.clauses.toldBy ?? []
}
