import type { Measure } from './measure.ts'
import { inPlainWords } from './plain-words.ts'
import { needed, type Read, recordOf } from './shape/fields.ts'
import { filled, listOf, oneOf, text } from './shape/reader.ts'

const instruments = [
  'mystery-shop',
  'audit',
  'call-monitoring',
  'file-check',
  'readers-panel',
  'visit-form',
  'survey',
] as const

const checkFields = {
  item: needed(text, 'The item’s name on the observer’s form.'),
  instruments: needed(filled(listOf(oneOf(instruments))), 'The observations that count.'),
}

/** The clauses of a check promise, read. */
export type CheckClauses = Read<typeof checkFields>

/** A check: a yes/no item judged by an observer. */
export const check: Measure<'check', CheckClauses> = {
  name: 'check',
  says: 'A yes or no judged by an observer: mystery shopper, auditor, call monitor, readers’ panel, visit form.',
  meaning:
    'Observations come as observation-recorded. Yes keeps the promise, no misses it, and “n-a” is not counted.',
  example: `check:
  item: gave-their-name
  instruments: [mystery-shop, call-monitoring]
target: 100%`,
  clauses: () => recordOf(checkFields),
  formula: ({ item, instruments: used }) =>
    `Of the observations of “${inPlainWords(item)}” by ${used.map(inPlainWords).join(' or ')}, the share that were yes.`,
}
