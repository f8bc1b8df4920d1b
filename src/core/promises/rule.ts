import { refuse } from '#core/refusal.ts'
import {
  type ClockClauses,
  type LimitClauses,
  hoursObjection,
  limitFields,
  limitInWords,
  limitObjection,
} from './clock.ts'
import { limitFieldObjection, ruleFieldObjection } from './clause-fields.ts'
import { conditions, conditionsInWords } from './condition.ts'
import { eventsInWords } from './event-ref.ts'
import { checked, eventsIn, fieldName, type Language, officeLengthIn } from './language.ts'
import type { Measure } from './measure.ts'
import { inPlainWords, timeAllowed } from './plain-words.ts'
import { optional, type Read, recordOf } from './shape/fields.ts'
import { filled, listOf, oneOrMany, type Reader, text, yesOrNo } from './shape/reader.ts'
import { isMap } from 'yaml'

/** What a `late` rule watches: a promise’s clock by its id, or a clock of the rule’s own. */
export type Watched = string | LimitClauses

function ruleFields(language: Language) {
  return {
    applies_to: optional(eventsIn(language), 'The act it applies to.'),
    when: optional(conditions, 'What must hold of the act or its case.'),
    requires: optional(
      filled(listOf(filled(oneOrMany(fieldName)))),
      'Fields the act must carry, given and not false; a list within the list is any one of them.',
    ),
    earlier: optional(eventsIn(language), 'An event that must have come earlier in the case.'),
    later: optional(eventsIn(language), 'An event that must follow in the case.'),
    each: optional(
      yesOrNo,
      'Every one of the events in earlier and later must be there, not just one of them.',
    ),
    within: optional(officeLengthIn(language), 'How soon it must follow.'),
    recorded: optional(yesOrNo, 'Making the record is all that is asked.'),
    reason_is_enough: optional(
      yesOrNo,
      'Done otherwise with a reason on record keeps it (“where possible”).',
    ),
    late: optional(
      filled(oneOrMany(watched(language))),
      'Instead of an act: each clock of this promise that was not kept …',
    ),
    told_by: optional(eventsIn(language), '… must have had this event before it fell due.'),
    found_when_missed: optional(
      filled(listOf(text)),
      'Where one of these promises of this pack was not kept in a case, its customer is entitled, and Kept opens the case in which the act happens.',
    ),
    found_after: optional(
      officeLengthIn(language),
      'With found_when_missed: how long after that Kept waits, so that what was done in time can still be typed in.',
    ),
  }
}

/** The act that Kept itself makes where a promise that entitles was not kept. */
const entitlementFound = 'entitlement-found'

/** The clauses of a rule promise, read. */
export type RuleClauses = Read<ReturnType<typeof ruleFields>>

/** A rule: required or recorded at the moment of the act; an override needs a reason and is counted. */
export const rule: Measure<'rule', RuleClauses> = {
  name: 'rule',
  says: 'The software requires or records it at the moment of the act; an override needs a reason and is counted.',
  meaning:
    'Each act it applies to is judged: complied, or not. An act may say why it was done otherwise (`overrides`); that is counted as overridden and, ' +
    'unless a reason is enough, as not complied. With `late`, each clock that was not kept is judged by whether the customer was told before it fell due.',
  example: `rule:
  applies_to: complaint-acknowledged
  requires: [investigator, decisionOn]
target: 100%`,
  clauses: (language) =>
    checked(
      recordOf(ruleFields(language)),
      (clauses) => objection(clauses) ?? ruleFieldObjection(clauses, language.known),
    ),
  formula: (clauses) =>
    clauses.late === undefined ? actFormula(clauses) : lateFormula(clauses, clauses.late),
}

function watched(language: Language): Reader<Watched> {
  const own = checked(
    recordOf(limitFields(language)),
    (clauses) =>
      limitObjection(clauses) ??
      hoursObjection(clauses, language) ??
      limitFieldObjection(clauses, language.known),
  )
  return {
    schema: { anyOf: [text.schema, own.schema] },
    read: (node, field, reading) => (isMap(reading.resolve(node)) ? own : text).read(node, field, reading),
  }
}

/** An unnamed clock of a rule is a clock like any other. */
export function asClock(own: LimitClauses): ClockClauses {
  return own
}

function actFormula(clauses: RuleClauses): string {
  const when = clauses.when === undefined ? '' : ` where ${conditionsInWords(clauses.when)}`
  const joint = clauses.each === true ? ' and ' : ' or '
  const asked = [
    clauses.requires &&
      `record ${clauses.requires.map((any) => any.map(inPlainWords).join(' or ')).join(', ')}`,
    clauses.earlier && `come after ${eventsInWords(clauses.earlier, joint)}`,
    clauses.later &&
      `are followed by ${eventsInWords(clauses.later, joint)}${clauses.within ? ` ${timeAllowed(clauses.within)}` : ''}`,
    clauses.recorded && 'are on record',
  ].filter((each) => each !== undefined && each !== false)
  const reason = clauses.reasonIsEnough ? ' A reason on record is enough.' : ''
  return `Of every ${eventsInWords(clauses.appliesTo ?? [])}${when}, the share that ${asked.join(' and ')}.${reason}`
}

function lateFormula(clauses: RuleClauses, late: readonly Watched[]): string {
  const clocks = late.map((each) =>
    typeof each === 'string'
      ? each
      : `${eventsInWords(each.starts)}${each.when === undefined ? '' : ` where ${conditionsInWords(each.when)}`} ${limitInWords(each)}`,
  )
  return `Of the clocks not kept (${clocks.join('; ')}), the share where ${eventsInWords(clauses.toldBy ?? [])} came before it fell due.`
}

function objection(clauses: RuleClauses) {
  if ((clauses.late === undefined) !== (clauses.toldBy === undefined))
    return refuse('late and told_by go together')
  if ((clauses.late === undefined) === (clauses.appliesTo === undefined))
    return refuse('a rule applies_to an act, or to late clocks')
  const asks = clauses.requires ?? clauses.earlier ?? clauses.later ?? clauses.recorded
  if (clauses.appliesTo !== undefined && asks === undefined)
    return refuse('a rule asks for something', 'write requires, earlier, later or recorded: true')
  return foundObjection(clauses)
}

/** What Kept finds by itself is one act: an entitlement. */
function foundObjection({ appliesTo = [], foundWhenMissed, foundAfter }: RuleClauses) {
  if (foundWhenMissed === undefined)
    return (
      foundAfter && refuse('found_after goes with found_when_missed', 'name the promises, or leave it out')
    )
  if (!appliesTo.some(({ event }) => event === entitlementFound))
    return refuse(
      'only an entitlement is found by itself',
      `write applies_to: ${entitlementFound} beside found_when_missed`,
    )
  return undefined
}
