import { type Language, officeLengthIn } from './language.ts'
import type { Measure } from './measure.ts'
import { inPlainWords } from './plain-words.ts'
import { needed, optional, type Read, recordOf } from './shape/fields.ts'
import { filled, listOf, text } from './shape/reader.ts'

function publishedFields(language: Language) {
  return {
    what: needed(text, 'What is shown, as its publications carry it.'),
    where: needed(filled(listOf(text)), 'Every place in which it must be shown.'),
    current_for: optional(officeLengthIn(language), 'How long one publication counts as current.'),
  }
}

/** The clauses of a published promise, read. */
export type PublishedClauses = Read<ReturnType<typeof publishedFields>>

/** Published: it is shown to customers, current, with its date. */
export const published: Measure<'published', PublishedClauses> = {
  name: 'published',
  says: 'It is shown to customers, current, with its date.',
  meaning:
    'Publications come as publication-made and publication-withdrawn. A day counts as kept when it was shown and current in every place named. ' +
    'Days count from the first publication of anything to the end of the period or to what is known.',
  example: `published:
  what: opening-hours
  where: [office, website]
  current_for: 1 year
target: 100%`,
  clauses: (language) => recordOf(publishedFields(language)),
  formula: ({ what, where, currentFor }) =>
    `Of the days of the period, the share on which “${inPlainWords(what)}” was shown at ${where.map(inPlainWords).join(' and ')}${currentFor ? `, made no longer ago than ${currentFor.words}` : ''}.`,
}
