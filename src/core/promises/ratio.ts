import { refuse } from '#core/refusal.ts'
import { conditions, conditionsInWords } from './condition.ts'
import { eventsInWords } from './event-ref.ts'
import { capitalised } from '#core/capitalised.ts'
import { checked, eventsIn, fieldName, type Language } from './language.ts'
import { unknownField } from './known-events.ts'
import type { Measure } from './measure.ts'
import { inPlainWords } from './plain-words.ts'
import { needed, optional, type Read, recordOf } from './shape/fields.ts'
import { mapOf, oneOf, text, wholeNumber, yesOrNo } from './shape/reader.ts'

function termFields(language: Language) {
  return {
    count: optional(eventsIn(language), 'Counts these events in the period in which they occurred.'),
    once_a_case: optional(
      yesOrNo,
      'With count: a case counts once in a month, however often the event comes.',
    ),
    with: optional(eventsIn(language), 'With count: only where one of these came in the case before it.'),
    without: optional(eventsIn(language), 'With count: only where none of these came in the case before it.'),
    sum: optional(fieldName, 'Adds up this field of `event`.'),
    last: optional(
      fieldName,
      'Adds up, over all cases, the last value of this field of `event` at the period’s end.',
    ),
    event: optional(eventsIn(language), 'The event that carries the field of sum or last.'),
    times: optional(wholeNumber, 'With last: multiplies the value, such as weekly rent by 52.'),
    above_zero: optional(
      yesOrNo,
      'With last: only what is above zero counts, so that credit does not hide debt.',
    ),
    stock: optional(eventsIn(language), 'Counts the cases that have had this event by the period’s end.'),
    until: optional(eventsIn(language), 'With stock or last: and have not had this one since.'),
    returned: optional(
      text,
      'A figure brought in from another system (return-recorded) by its name: added up over the period.',
    ),
    latest: optional(yesOrNo, 'With returned: the latest value at the period’s end instead of the sum.'),
    clocks: optional(
      oneOf(['kept', 'decided', 'early']),
      'Counts all the pack’s clocks: kept, decided, or kept with time to spare.',
    ),
    when: optional(conditions, 'With clocks: only those of cases of which this holds.'),
    promises: optional(
      oneOf(['met', 'judged']),
      'Counts the pack’s promises with a verdict: met, or met and missed.',
    ),
  }
}

/** One sum of a ratio, read. */
export type Term = Read<ReturnType<typeof termFields>>

function ratioFields(language: Language) {
  const term = checked(
    recordOf(termFields(language)),
    (read) => objection(read) ?? unknownField(language.known, read.event, [read.sum ?? read.last]),
  )
  return {
    share: needed(term, 'What stands above the line.'),
    of: needed(term, 'What stands below the line.'),
    per: optional(wholeNumber, 'Shows a rate per so many instead of a percentage.'),
    beside: optional(mapOf(term), 'Further sums shown beside the figure, by name.'),
  }
}

/** The clauses of a ratio promise, read. */
export type RatioClauses = Read<ReturnType<typeof ratioFields>>

/** A ratio: a share, a sum over a sum, or a rate, over a period. */
export const ratio: Measure<'ratio', RatioClauses> = {
  name: 'ratio',
  says: 'A share, a sum over a sum, or a rate per so many, over a period.',
  meaning:
    'Events belong to the period in which they occurred. Nothing below the line gives “nothing to count”. A ratio may pass 100%. ' +
    'Where no target is published the promise is to have the figure, so it is met once there is one. ' +
    'A sum of a field over cases also takes the total of cases that another system holds: a return named after the event and its field, ' +
    'such as rent-received-pence.',
  example: `ratio:
  share: {count: call-abandoned}
  of: {count: call-offered}
target: under 4%`,
  clauses: (language) => recordOf(ratioFields(language)),
  formula: (clauses) =>
    `${capitalised(termInWords(clauses.share))}, divided by ${termInWords(clauses.of)}${clauses.per === undefined ? '' : `, per ${clauses.per.toLocaleString('en-GB')}`}.`,
}

/** A sum in words, for the formula. */
function termInWords(term: Term): string {
  if (term.count !== undefined) return countInWords(term)
  if (term.sum !== undefined)
    return `the sum of ${inPlainWords(term.sum)} of ${eventsInWords(term.event ?? [])}`
  if (term.last !== undefined)
    return `the last ${inPlainWords(term.last)} of every case${term.times === undefined ? '' : `, times ${term.times}`}${term.aboveZero ? ', where above zero' : ''}`
  if (term.stock !== undefined)
    return `cases with ${eventsInWords(term.stock)}${term.until === undefined ? '' : ` and not since ${eventsInWords(term.until)}`}`
  if (term.returned !== undefined)
    return `the ${term.latest ? 'latest ' : ''}return “${inPlainWords(term.returned)}”`
  if (term.clocks !== undefined) {
    const which = term.when === undefined ? '' : ` where ${conditionsInWords(term.when)}`
    return `all clocks ${term.clocks === 'early' ? 'kept with time to spare' : term.clocks}${which}`
  }
  return `promises ${term.promises}`
}

function countInWords(term: Term): string {
  const once = term.onceACase ? 'cases with ' : ''
  const after = term.with === undefined ? '' : ` after ${eventsInWords(term.with)}`
  const without = term.without === undefined ? '' : ` without ${eventsInWords(term.without)} before`
  return `${once}${eventsInWords(term.count ?? [])}${after}${without}`
}

function objection(term: Term) {
  const forms = [term.count, term.sum, term.last, term.stock, term.returned, term.clocks, term.promises]
  if (forms.filter((form) => form !== undefined).length !== 1) {
    return refuse('a sum is exactly one of count, sum, last, stock, returned, clocks and promises')
  }
  const field = term.sum ?? term.last
  if ((field === undefined) !== (term.event === undefined))
    return refuse('sum and last go with event', 'name the event that carries the field')
  return undefined
}
