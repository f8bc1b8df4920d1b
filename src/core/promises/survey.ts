import { refuse } from '#core/refusal.ts'
import { eventsInWords } from './event-ref.ts'
import { checked, eventsIn, type Language, officeLengthIn } from './language.ts'
import type { Measure } from './measure.ts'
import { inPlainWords } from './plain-words.ts'
import { needed, optional, type Read, recordOf } from './shape/fields.ts'
import { filled, listOf, text, wholeNumber } from './shape/reader.ts'

function surveyFields(language: Language) {
  return {
    survey: needed(text, 'The survey’s name, as its answers carry it.'),
    question: optional(text, 'The question’s name.'),
    kept_by: optional(filled(listOf(text)), 'The answers that keep the promise.'),
    at_least: optional(wholeNumber, 'Or the least answer on a scale that keeps it.'),
    after: optional(eventsIn(language), 'Instead of answers: whoever had this event must be invited.'),
    invited_by: optional(eventsIn(language), 'The event that invites them, later in the case.'),
    within: optional(officeLengthIn(language), 'How soon.'),
  }
}

/** The clauses of a survey promise, read. */
export type SurveyClauses = Read<ReturnType<typeof surveyFields>>

/** A survey: the share of given answers to a question, or of customers invited to answer. */
export const survey: Measure<'survey', SurveyClauses> = {
  name: 'survey',
  says: 'The share of given answers to a survey’s question, or of those who were invited to it.',
  meaning:
    'Answers come as survey-answered and count in the period in which they were given. In its invited form, each event in `after` counts once and is ' +
    'kept when the invitation follows in the same case. Answers without a published target are an indicator, met by having one.',
  example: `survey:
  survey: complaint-handling
  question: satisfied
  kept_by: [very-satisfied, fairly-satisfied]
target: at least 51%`,
  clauses: (language) => checked(recordOf(surveyFields(language)), objection),
  formula: (clauses) =>
    clauses.after === undefined
      ? `Of the answers to “${inPlainWords(clauses.question ?? '')}” in the survey “${inPlainWords(clauses.survey)}”, the share that were ${keepers(clauses)}.`
      : `Of every ${eventsInWords(clauses.after)}, the share followed by ${eventsInWords(clauses.invitedBy ?? [])}.`,
}

function keepers(clauses: SurveyClauses): string {
  return clauses.keptBy === undefined
    ? `${clauses.atLeast} or higher`
    : clauses.keptBy.map(inPlainWords).join(' or ')
}

function objection(clauses: SurveyClauses) {
  const answers =
    clauses.question !== undefined && (clauses.keptBy === undefined) !== (clauses.atLeast === undefined)
  const invited = clauses.after !== undefined && clauses.invitedBy !== undefined
  if (answers !== invited) return undefined
  return refuse(
    'a survey counts answers or invitations',
    'write question with kept_by or at_least; or after with invited_by',
  )
}
