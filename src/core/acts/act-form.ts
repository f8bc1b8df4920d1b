import type { FieldDefinition, WordsAskedFor } from '#core/kind.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { KnownEvent, Vocabulary } from '#core/ledger/vocabulary.ts'
import { applies } from '#core/promises/applies.ts'
import { type Condition, conditionsInWords, passes } from '#core/promises/condition.ts'
import type { Edition } from '#core/promises/edition.ts'
import { asksOfAct, closesCase, withAct } from './decide.ts'
import type { PromiseAsks } from './promise-asks.ts'
import { type ActRule, rulesOn } from './rules-of-editions.ts'

/** An act that may be done, with the form it is told by. */
export interface PossibleAct {
  readonly type: string
  /** What its button says. */
  readonly act: string
  readonly says: string
  readonly fields: readonly ActField[]
  /** What its form asks to be written down. */
  readonly asksFor?: WordsAskedFor
  /** True where nothing more is to be done in the case afterwards. */
  readonly closes: boolean
  /** True where a case may begin with it. */
  readonly opens: boolean
  /** What promises ask besides the fields: that something was done before, or has followed before the case is closed. */
  readonly asks: readonly PromiseAsks[]
}

/** A field of a form, with the promises of the landlord that demand it. */
export interface ActField {
  readonly name: string
  readonly definition: FieldDefinition
  readonly required: 'to record' | 'by a promise' | undefined
  readonly promises: readonly FieldDemand[]
}

export interface FieldDemand {
  readonly promise: string
  readonly says: string
  /** When it is demanded, where that turns on what else the form says: “channel is letter”. */
  readonly when?: string
  /** The other fields of which any one will do instead. */
  readonly insteadOf?: readonly string[]
}

/** A case, and an act that may be done in it. */
export interface FormAsked {
  readonly vocabulary: Vocabulary
  readonly editions: readonly Edition[]
  readonly timeline: Timeline
  /** The act as it would be done now, with nothing told yet. */
  readonly act: CaseEvent
}

/** The form of an act in a case; undefined for what staff are offered no form for. */
export function actForm(asked: FormAsked): PossibleAct | undefined {
  const { vocabulary, act } = asked
  const known = vocabulary.events.get(act.type)
  if (known?.definition.act === undefined) return undefined
  const { definition } = known
  return {
    type: act.type,
    act: definition.act as string,
    says: definition.says,
    fields: fieldsOf(known, asked),
    ...(definition.asksFor !== undefined && { asksFor: definition.asksFor }),
    closes: closesCase(definition, act, vocabulary),
    opens: definition.opens === true,
    asks: asksOfAct(asked)
      .filter(({ earlier, later }) => earlier !== undefined || later !== undefined)
      .map((each) => ({ ...each, fields: [] })),
  }
}

function fieldsOf(known: KnownEvent, asked: FormAsked): readonly ActField[] {
  const shown = [...known.fields].filter(([, { label }]) => label !== undefined)
  const names = new Set(shown.map(([name]) => name))
  const observed = known.definition.observed === true
  const demands = observed
    ? []
    : rulesOn(asked.editions, asked.act).flatMap((rule) => demandsOf(rule, names, asked))
  return shown.map(([name, definition]) => {
    const promises = demands
      .filter(({ fields }) => fields.includes(name))
      .map(({ fields, demand }) => withOthers(demand, fields, name))
    return { name, definition, required: requiredBy(definition, promises), promises }
  })
}

function requiredBy({ required }: FieldDefinition, promises: readonly FieldDemand[]): ActField['required'] {
  if (required === 'to record') return required
  return promises.length > 0 ? 'by a promise' : undefined
}

function withOthers(demand: FieldDemand, fields: readonly string[], name: string): FieldDemand {
  const others = fields.filter((field) => field !== name)
  return others.length === 0 ? demand : { ...demand, insteadOf: others }
}

/** What a rule demands of the act’s fields, as far as it may apply to an act in this case. */
function demandsOf(rule: ActRule, onForm: ReadonlySet<string>, asked: FormAsked) {
  const { promise, says, clauses } = rule
  return (clauses.appliesTo ?? []).flatMap(({ event, when }) => {
    if (event !== asked.act.type) return []
    const own = when.filter(({ field }) => onForm.has(field))
    const fixed = when.filter(({ field }) => !onForm.has(field))
    if (!fixed.every(({ field, test }) => passes(test, asked.act.data[field]))) return []
    const ofCase = openConditions(clauses.when ?? [], onForm, asked)
    if (ofCase === undefined) return []
    const conditions = [...own, ...ofCase]
    const demand = { promise, says, ...(conditions.length > 0 && { when: conditionsInWords(conditions) }) }
    return (clauses.requires ?? []).map((fields) => ({ fields, demand }))
  })
}

/** Of the conditions on the case, those that the form itself decides; undefined where another does not hold. */
function openConditions(
  conditions: readonly Condition[],
  onForm: ReadonlySet<string>,
  { act, timeline, vocabulary }: FormAsked,
): readonly Condition[] | undefined {
  const open = conditions.filter(({ field }) => onForm.has(field))
  const fixed = conditions.filter(({ field }) => !onForm.has(field))
  const holds = applies(fixed, act, withAct(timeline, act), vocabulary.rereading, act.at)
  return holds ? open : undefined
}
