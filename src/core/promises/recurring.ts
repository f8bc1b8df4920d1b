import { refuse } from '#core/refusal.ts'
import { type Day, dayFrom, parseDay } from '#core/time/day.ts'
import { lastDayOf } from '#core/time/period.ts'
import { eventsInWords } from './event-ref.ts'
import { checked, eventsIn, type Language, officeLengthIn } from './language.ts'
import type { Measure } from './measure.ts'
import { howOften, inPlainWords, timeAllowed } from './plain-words.ts'
import { optional, type Read, recordOf } from './shape/fields.ts'
import { parsed, text, wholeNumber } from './shape/reader.ts'

const dayOrMonth = parsed((words) => dueDay(words), { type: 'string', examples: ['2026-05', '2026-05-31'] })

function recurringFields(language: Language) {
  return {
    every: optional(officeLengthIn(language), 'How often it is due.'),
    first: optional(
      officeLengthIn(language),
      'On a case, how long after its start the first is due, where that is not as long: an induction.',
    ),
    by: optional(dayOrMonth, 'Or the day or month by whose end it is due, once.'),
    duty: optional(text, 'The duty’s name, as its evidence carries it (evidence-recorded).'),
    times: optional(wholeNumber, 'How many are due in each such length; one otherwise.'),
    starts: optional(
      eventsIn(language),
      'Instead of a duty of the whole landlord: what starts it on a case.',
    ),
    done_by: optional(eventsIn(language), 'The event that does it.'),
    ends: optional(eventsIn(language), 'The event after which it is no longer due.'),
  }
}

/** The clauses of a recurring promise, read. */
export type RecurringClauses = Read<ReturnType<typeof recurringFields>>

/** Recurring: something is due every so often, with evidence. */
export const recurring: Measure<'recurring', RecurringClauses> = {
  name: 'recurring',
  says: 'Something is due every so often, with evidence.',
  meaning:
    'Each length is a clock: met when the evidence comes in time, which starts the next. Done late, the time stays missed and the next counts ' +
    'from when it was done; not done at all, each further length that passes is missed too. ' +
    'A duty of the whole landlord counts from the first fact known, or from the edition’s date where that is later. ' +
    'With `times`, what was done in a period is set against what was due in it.',
  example: `recurring:
  every: 3 months
  duty: newsletter
target: 100%`,
  clauses: (language) => checked(recordOf(recurringFields(language)), objection),
  formula: (clauses) => {
    const due = dueInWords(clauses)
    const what =
      clauses.duty === undefined ? eventsInWords(clauses.doneBy ?? []) : `“${inPlainWords(clauses.duty)}”`
    if (clauses.times !== undefined)
      return `The number of ${what} done, divided by the number due: ${clauses.times} in ${clauses.every?.words}.`
    return `Of the times ${what} fell due (${due}), the share done in time.`
  },
}

/** “every 3 months”, “first within 3 months, then every year”, “once, by its date”. */
export function dueInWords({ every, first }: RecurringClauses): string {
  if (every === undefined) return 'once, by its date'
  return first === undefined ? howOften(every) : `first ${timeAllowed(first)}, then ${howOften(every)}`
}

function objection(clauses: RecurringClauses) {
  if ((clauses.every === undefined) === (clauses.by === undefined))
    return refuse('say how often with every, or once with by')
  const perCase = clauses.starts !== undefined && clauses.doneBy !== undefined
  if (perCase === (clauses.duty !== undefined))
    return refuse('name a duty, or starts and done_by for a duty on each case')
  if (perCase && clauses.every === undefined) return refuse('a duty on each case recurs', 'write every')
  if (clauses.first !== undefined && !perCase)
    return refuse('a first length counts from the start of a case', 'write it with starts and done_by')
  if (clauses.times !== undefined && clauses.every?.length.unit !== 'months')
    return refuse('times goes with every in months or years')
  return undefined
}

function dueDay(words: string): Day | ReturnType<typeof refuse> {
  const month = /^(\d{4})-(\d{2})$/.exec(words)
  const day = month === null ? parseDay(words) : lastDayOfMonth(Number(month[1]), Number(month[2]))
  return day ?? refuse(`“${words}” is not a day or month`, 'write 2026-05 or 2026-05-31')
}

function lastDayOfMonth(year: number, month: number): Day | undefined {
  if (month < 1 || month > 12 || dayFrom(year, month, 1) === undefined) return undefined
  return lastDayOf(year * 12 + month - 1)
}
