import type { CaseEvent } from '#core/ledger/event.ts'
import { isRecord } from '#core/ledger/field-check.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import { type Counting, dueAfter, lastInstantOf } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Awaits, awaitsNothing, justAfter } from '../awaited.ts'
import { applies, type RereadingTypes } from '../applies.ts'
import { type ClockProgram, startOf } from '../clock-run.ts'
import { clocksOf } from '../clocks-of.ts'
import { type EventRef, isOneOf } from '../event-ref.ts'
import type { PromisedLength } from '../promised-length.ts'
import type { RuleClauses } from '../rule.ts'
import type { Meter } from './meter.ts'

/** A rule of one edition, ready to judge acts. */
export interface RuleProgram {
  readonly promise: string
  readonly edition: string
  readonly clauses: RuleClauses
  readonly counting: Counting
  /** The clocks a `late` rule watches. */
  readonly watched: readonly (readonly ClockProgram[])[]
  readonly from: Instant
  readonly before: Instant
}

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
    const override = complied ? undefined : overrideOf(act, program.promise)
    const kept = complied || (override !== undefined && program.clauses.reasonIsEnough === true)
    judged.push({ act, at: act.at, complied, override, kept })
  }
  return judged
}

function isAct(
  program: RuleProgram,
  event: CaseEvent,
  timeline: Timeline,
  rereading: RereadingTypes,
): boolean {
  if (event.at < program.from || event.at >= program.before || !isOwn(timeline, event)) return false
  if (!isOneOf(program.clauses.appliesTo ?? [], event)) return false
  return applies(program.clauses.when ?? [], event, timeline, rereading, event.at)
}

/** Whether the act does what is asked; undefined while what must follow may still come in time. */
function complies(
  program: RuleProgram,
  act: CaseEvent,
  index: number,
  timeline: Timeline,
  { asOf, awaits }: { readonly asOf: Instant; readonly awaits: Awaits },
): boolean | undefined {
  const { requires = [], earlier, later, within } = program.clauses
  if (!requires.every((any) => any.some((field) => isGiven(act.data[field])))) return false
  if (earlier !== undefined && !came(earlier, timeline.events.slice(0, index), program)) return false
  if (later === undefined) return true
  const until = within === undefined ? asOf : lastAfter(program, within, act.at)
  const after = timeline.events.slice(index + 1).filter(({ at }) => at <= until)
  const followed = came(later, after, program)
  if (followed || within === undefined || asOf > until) return followed
  awaits(justAfter(until))
  return undefined
}

function lastAfter({ counting }: RuleProgram, within: PromisedLength, at: Instant): Instant {
  return lastInstantOf(dueAfter(counting, within.length, at, 0), counting.calendar.zone)
}

/** Whether one of the events came, or every one of them where the rule says `each`. */
function came(refs: readonly EventRef[], events: readonly CaseEvent[], { clauses }: RuleProgram): boolean {
  const isThere = (wanted: readonly EventRef[]) => events.some((event) => byAPerson(wanted, event))
  return clauses.each === true ? refs.every((ref) => isThere([ref])) : isThere(refs)
}

/** An automatic message is not what a rule asks of people (trap 21). */
function byAPerson(refs: readonly EventRef[], event: CaseEvent): boolean {
  return event.data['by'] !== 'system' && isOneOf(refs, event)
}

/** Given and not “no”: a card that was not left is not a card left. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 'no'
}

function overrideOf(act: CaseEvent, promise: string): string | undefined {
  const overrides = act.data['overrides']
  const reason = isRecord(overrides) ? overrides[promise] : undefined
  return typeof reason === 'string' && reason !== '' ? reason : undefined
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
        event.at >= clock.startedAt && event.at <= clock.keepsUntil && byAPerson(toldBy(program), event),
    )
    const act = startOf(clock, timeline)
    return act === undefined ? [] : [{ act, at: decidedAt, complied: told, override: undefined, kept: told }]
  })
}

function toldBy(program: RuleProgram): readonly EventRef[] {
  return program.clauses.toldBy ?? []
}
