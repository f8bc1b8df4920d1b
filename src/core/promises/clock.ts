import { refuse } from '#core/refusal.ts'
import { clockFieldObjection } from './clause-fields.ts'
import { conditions, conditionsInWords } from './condition.ts'
import { eventsInWords } from './event-ref.ts'
import {
  checked,
  eventsIn,
  fieldName,
  hoursIn,
  hoursRefusal,
  type Language,
  lengthBefore,
  lengthIn,
  lengthOrField,
} from './language.ts'
import type { Measure } from './measure.ts'
import { outOfHours } from './out-of-hours.ts'
import { inPlainWords, timeAllowed } from './plain-words.ts'
import { needed, optional, type Read, recordOf } from './shape/fields.ts'
import { oneOf, yesOrNo } from './shape/reader.ts'

function extensionFields(language: Language) {
  return {
    when: needed(eventsIn(language), 'The event that grants more time.'),
    within: optional(
      lengthIn(language),
      'How soon after the start it must come; otherwise before the clock falls due.',
    ),
    then: needed(
      lengthOrField(language),
      'A length counted from that event, or the field in which it carries the new date.',
    ),
    as: optional(
      oneOf(['same clock', 'new clock']),
      'same clock: the due date moves. new clock: the event keeps this clock and starts the next, due on the new date.',
    ),
  }
}

/** The limit and events of a clock, as far as an unnamed clock of a rule shares them. */
export function limitFields(language: Language) {
  return {
    starts: needed(eventsIn(language), 'The event that starts it; the oldest one not yet answered counts.'),
    stops: needed(eventsIn(language), 'The event that must follow in time.'),
    when: optional(
      conditions,
      'What must hold of the starting event or the case. A change of urgency or priority re-reads it.',
    ),
    within: optional(lengthIn(language), 'The time allowed from the start.'),
    by: optional(fieldName, 'The field of the starting event that carries the date or time it is due.'),
    grace: optional(lengthIn(language), 'How long after the time in `by` still counts as kept.'),
    before: optional(lengthBefore(language), 'At least so long before a date the starting event carries.'),
    counts_from: optional(fieldName, 'Counts from the later of the start and the time in this field.'),
    hours: optional(
      hoursIn(language),
      'The named hours that working hours and out of hours refer to; `office` otherwise.',
    ),
    received_out_of_hours: optional(
      oneOf(outOfHours),
      'Which day is day zero for what comes after closing; the pack’s choice otherwise.',
    ),
  }
}

function clockFields(language: Language) {
  return {
    ...limitFields(language),
    stops_at: optional(
      fieldName,
      'The stop counts at the time in this field of the stopping event, such as an offered slot.',
    ),
    tolerance: optional(
      lengthIn(language),
      'Kept from this long before the due date to this long after; a stop before that does not count.',
    ),
    pauses: optional(eventsIn(language), 'The event that pauses it; a paused clock is never overdue.'),
    resumes: optional(
      eventsIn(language),
      'The event that ends the pause; the due date moves by the time between.',
    ),
    extends: optional(recordOf(extensionFields(language)), 'When more time is granted, and how much.'),
    fails: optional(eventsIn(language), 'The event that decides it at once as missed.'),
    voids: optional(eventsIn(language), 'The event after which it is not counted; the reason is shown.'),
    repeats: optional(yesOrNo, 'Stopping it starts the next.'),
    automatic: optional(yesOrNo, 'An automatic message may keep it. Without this, automation never does.'),
  }
}

/** The clauses of a clock promise, read. */
export type ClockClauses = Read<ReturnType<typeof clockFields>>

/** The part that the clocks of a `late` rule have. */
export type LimitClauses = Read<ReturnType<typeof limitFields>>

/** A clock: one event must follow another in time. */
export const clock: Measure<'clock', ClockClauses> = {
  name: 'clock',
  says: 'One event must follow another in time.',
  meaning:
    'Each start begins a clock on its case, one at a time for each promise: a further start while it runs adds nothing, and a start after it ' +
    'stopped begins the next. A clock is met when it stops in time and missed at its due date or instant, or at once where an event in `fails` ' +
    'comes first; a late stop changes how long it took, never the verdict. The figure is met over met and missed, in the period in which each was decided.',
  example: `clock:
  starts: {event: contact-received, when: {channel: letter}}
  stops: {event: reply-sent, when: {full: true}}
  within: 10 working days
target: at least 90%`,
  clauses: (language) =>
    checked(
      recordOf(clockFields(language)),
      (clauses) =>
        objection(clauses) ??
        hoursObjection(clauses, language) ??
        moreHoursObjection(clauses, language) ??
        clockFieldObjection(clauses, language.known),
    ),
  formula: (clauses) =>
    `Of every ${eventsInWords(clauses.starts)}${whenInWords(clauses)}, the share followed by ${eventsInWords(clauses.stops)} ${limitInWords(clauses)}.` +
    also('An offer counts at the time it names:', clauses.stopsAt && inPlainWords(clauses.stopsAt)) +
    also('Kept from this long before that date to this long after:', clauses.tolerance?.words) +
    also('More time on', clauses.extends && extensionInWords(clauses.extends)) +
    also('An automatic message counts', clauses.automatic === true ? 'too' : undefined) +
    also('Missed at once on', clauses.fails && eventsInWords(clauses.fails)) +
    also('Not counted on', clauses.voids && eventsInWords(clauses.voids)) +
    also(
      'Paused from',
      clauses.pauses && `${eventsInWords(clauses.pauses)} to ${eventsInWords(clauses.resumes ?? [])}`,
    ),
}

function extensionInWords({ when, within, then, as }: NonNullable<ClockClauses['extends']>): string {
  const soon = within === undefined ? 'before it falls due' : timeAllowed(within)
  const until =
    typeof then === 'string' ? `to the date it names (${inPlainWords(then)})` : `${timeAllowed(then)} of that`
  const anew = as === 'new clock' ? ', which is kept and starts a new promise' : ''
  return `${eventsInWords(when)} ${soon}${anew}: ${until}`
}

/** The limit in words, such as “within 10 working days”. */
export function limitInWords(clauses: LimitClauses): string {
  if (clauses.by !== undefined)
    return `by the time agreed (${inPlainWords(clauses.by)})${clauses.grace ? ` or ${clauses.grace.words} after it` : ''}`
  if (clauses.before !== undefined)
    return `at least ${clauses.before.words} before the date (${inPlainWords(clauses.before.field)})`
  const from =
    clauses.countsFrom === undefined
      ? ''
      : `, counted from ${inPlainWords(clauses.countsFrom)} where that is later`
  return `${clauses.within === undefined ? '' : timeAllowed(clauses.within)}${from}`
}

/** What is wrong with a limit as a whole, if anything. */
export function limitObjection(clauses: LimitClauses) {
  const limits = [clauses.within, clauses.by, clauses.before].filter((limit) => limit !== undefined)
  if (limits.length !== 1) return refuse('a clock has exactly one limit', 'write one of within, by or before')
  if (clauses.grace !== undefined && clauses.by === undefined)
    return refuse('grace goes with by', 'put the whole time in within')
  if (clauses.countsFrom !== undefined && clauses.within === undefined)
    return refuse('counts_from goes with within')
  return undefined
}

/** Whether every length of a limit can be counted in the hours that the pack names. */
export function hoursObjection(clauses: LimitClauses, language: Language) {
  const { within, grace, before, hours = 'office' } = clauses
  return hoursRefusal([within, grace, before], hours, language)
}

function moreHoursObjection(
  { tolerance, extends: more, hours = 'office' }: ClockClauses,
  language: Language,
) {
  const granted = typeof more?.then === 'string' ? undefined : more?.then
  return hoursRefusal([tolerance, more?.within, granted], hours, language)
}

function objection(clauses: ClockClauses) {
  if ((clauses.pauses === undefined) !== (clauses.resumes === undefined))
    return refuse('pauses and resumes go together')
  if (clauses.tolerance !== undefined && clauses.within === undefined)
    return refuse('tolerance goes with within')
  if (clauses.pauses !== undefined && clauses.within === undefined)
    return refuse('only a clock with within can be paused')
  if (clauses.extends?.as === 'new clock' && typeof clauses.extends.then !== 'string') {
    return refuse(
      'a new clock is due on a date that the event carries',
      'name the field in then, such as newDate',
    )
  }
  return limitObjection(clauses)
}

function whenInWords(clauses: LimitClauses): string {
  return clauses.when === undefined ? '' : ` where ${conditionsInWords(clauses.when)}`
}

function also(before: string, words: string | undefined): string {
  return words === undefined ? '' : ` ${before} ${words}.`
}
