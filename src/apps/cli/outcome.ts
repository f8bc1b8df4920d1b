import { inWords, type Refusal } from '#core/refusal.ts'

/** How a command ended: 0 done, 1 the input has faults (what was good still counted), 2 called wrongly. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2
  /** What goes to standard output, where anything does. */
  readonly printed?: string
  /** Lines for standard error, place first. */
  readonly faults: readonly string[]
}

/** Nothing was wrong. */
export const done: Outcome = { exitCode: 0, faults: [] }

/** The input has faults; what was good still counted. */
export function faultsFound(faults: readonly string[]): Outcome {
  return { exitCode: 1, faults }
}

/** What was asked makes no sense, so nothing was done. */
export function calledWrongly(refusals: readonly Refusal[]): Outcome {
  return { exitCode: 2, faults: refusals.map(inWords) }
}

/** Puts notes on standard error, where the format printed has no room for them. */
export function withNotes(outcome: Outcome, notes: readonly string[]): Outcome {
  return { ...outcome, faults: [...outcome.faults, ...notes.map((note) => `Note: ${note}`)] }
}
