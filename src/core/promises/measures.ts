import { type CheckClauses, check } from './check.ts'
import { type ClockClauses, clock } from './clock.ts'
import { type PublishedClauses, published } from './published.ts'
import { type RatioClauses, ratio } from './ratio.ts'
import { type RecurringClauses, recurring } from './recurring.ts'
import { type RuleClauses, rule } from './rule.ts'
import { type SurveyClauses, survey } from './survey.ts'

/** The seven measures; a promise has exactly one. */
export const measures = { clock, ratio, survey, check, recurring, rule, published } as const

export type MeasureName = keyof typeof measures

export const measureNames = Object.keys(measures) as readonly MeasureName[]

/** A promise’s measure with its clauses. */
export type ChosenMeasure =
  | { readonly measure: 'clock'; readonly clauses: ClockClauses }
  | { readonly measure: 'ratio'; readonly clauses: RatioClauses }
  | { readonly measure: 'survey'; readonly clauses: SurveyClauses }
  | { readonly measure: 'check'; readonly clauses: CheckClauses }
  | { readonly measure: 'recurring'; readonly clauses: RecurringClauses }
  | { readonly measure: 'rule'; readonly clauses: RuleClauses }
  | { readonly measure: 'published'; readonly clauses: PublishedClauses }

/** How the figure is made, in plain words. */
export function formulaOf({ measure, clauses }: ChosenMeasure): string {
  // Each pair of name and clauses belongs together; the compiler cannot see that through the index.
  return (measures[measure].formula as (clauses: unknown) => string)(clauses)
}
