import type { CaseEvent } from '#core/ledger/event.ts'
import { isRecord } from '#core/ledger/field-check.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import { type Counting, dueAfter, lastInstantOf } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import { applies, type RereadingTypes } from './applies.ts'
import type { ClockProgram } from './clock-run.ts'
import { type EventRef, isOneOf } from './event-ref.ts'
import type { RuleClauses } from './rule.ts'

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

/** Whether the rule has something to say of this event: it is an act it applies to, while its edition was in force. */
export function isAct(
  program: RuleProgram,
  event: CaseEvent,
  timeline: Timeline,
  rereading: RereadingTypes,
): boolean {
  if (event.at < program.from || event.at >= program.before || !isOwn(timeline, event)) return false
  if (!isOneOf(program.clauses.appliesTo ?? [], event)) return false
  return applies(program.clauses.when ?? [], event, timeline, rereading, event.at)
}

/** Whether the act carries one of these fields, given and not “no”: a card that was not left is not a card left. */
export function carriesOne(fields: readonly string[], { data }: CaseEvent): boolean {
  return fields.some((field) => isGiven(data[field]))
}

/** Of the events asked for, those that did not come; none where any one of them is enough and one came. */
export function notCome(
  refs: readonly EventRef[],
  events: readonly CaseEvent[],
  { clauses }: RuleProgram,
): readonly EventRef[] {
  if (clauses.each !== true) return events.some((event) => isByAPerson(refs, event)) ? [] : refs
  return refs.filter((ref) => !events.some((event) => isByAPerson([ref], event)))
}

/** The last instant at which what must follow an act is in time; undefined where the rule gives no time. */
export function lastInTime({ clauses: { within }, counting }: RuleProgram, at: Instant): Instant | undefined {
  if (within === undefined) return undefined
  return lastInstantOf(dueAfter(counting, within.length, at, 0), counting.calendar.zone)
}

/** An automatic message is not what a rule asks of people (trap 21). */
export function isByAPerson(refs: readonly EventRef[], event: CaseEvent): boolean {
  return event.data['by'] !== 'system' && isOneOf(refs, event)
}

/**
 * The reason on record for doing otherwise: the act’s own, or, for what should have followed it, one that came with a
 * later act in its case, such as the one that closes it.
 */
export function reasonFor(program: RuleProgram, act: CaseEvent, timeline: Timeline): string | undefined {
  const own = overrideOf(act, program.promise)
  if (own !== undefined || program.clauses.later === undefined) return own
  const { events } = timeline
  for (const event of events.slice(events.indexOf(act) + 1)) {
    // An act the rule applies to itself speaks for itself.
    if (!isOwn(timeline, event) || isOneOf(program.clauses.appliesTo ?? [], event)) continue
    const later = overrideOf(event, program.promise)
    if (later !== undefined) return later
  }
  return undefined
}

/** The reason an act gives for doing otherwise than a promise says. */
export function overrideOf(act: CaseEvent, promise: string): string | undefined {
  const overrides = act.data['overrides']
  const reason = isRecord(overrides) ? overrides[promise] : undefined
  return typeof reason === 'string' && reason !== '' ? reason : undefined
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 'no'
}
