import type { Refusal } from '#core/refusal.ts'
import type { Condition } from './condition.ts'
import type { EventRef } from './event-ref.ts'
import { type KnownEvents, unknownField } from './known-events.ts'

/** The clauses of a limit that name fields. */
interface LimitNames {
  readonly starts: readonly EventRef[]
  readonly when?: readonly Condition[]
  readonly by?: string
  readonly before?: { readonly field: string }
  readonly countsFrom?: string
}

/** The clauses of a clock that name fields. */
interface ClockNames extends LimitNames {
  readonly stops: readonly EventRef[]
  readonly stopsAt?: string
  readonly extends?: { readonly when: readonly EventRef[]; readonly then: unknown }
}

/** The clauses of a rule that name fields. */
interface RuleNames {
  readonly appliesTo?: readonly EventRef[]
  readonly when?: readonly Condition[]
  readonly requires?: readonly (readonly string[])[]
}

/** Refuses a limit that names a field its starting event does not carry. */
export function limitFieldObjection(clauses: LimitNames, known: KnownEvents): Refusal | undefined {
  const ofStart = [clauses.by, clauses.before?.field, clauses.countsFrom]
  return unknownField(known, clauses.starts, ofStart) ?? unknownField(known, undefined, fieldsOf(clauses))
}

/** The same for a clock’s further clauses: the slot a stop carries, the date an extension carries. */
export function clockFieldObjection(clauses: ClockNames, known: KnownEvents): Refusal | undefined {
  const then = clauses.extends?.then
  return (
    limitFieldObjection(clauses, known) ??
    unknownField(known, clauses.stops, [clauses.stopsAt]) ??
    unknownField(known, clauses.extends?.when, typeof then === 'string' ? [then] : [])
  )
}

/** Refuses a rule that requires what its act does not carry. */
export function ruleFieldObjection(clauses: RuleNames, known: KnownEvents): Refusal | undefined {
  const required = unknownField(known, clauses.appliesTo, clauses.requires?.flat() ?? [])
  return required ?? unknownField(known, undefined, fieldsOf(clauses))
}

function fieldsOf({ when = [] }: { readonly when?: readonly Condition[] }): readonly string[] {
  return when.map(({ field }) => field)
}
