import type { PackPromise } from '#core/promises/pack.ts'
import { isComparable } from '#store/comparisons/compare.ts'

/** What can be shown behind a figure that is not made of clocks, as words for a link to it; nothing where there is nothing one may see. */
export function factsShown(promise: PackPromise, mayReadCases: boolean): string | undefined {
  const { measure } = promise
  // Whose answer it was is kept apart, so a survey shows its sums and nothing behind them.
  if (measure === 'clock' || measure === 'survey') return undefined
  if (measure === 'recurring') return 'What was done, and when'
  if (measure === 'published') return 'What was shown, and when'
  if (!isComparable(promise)) return 'The figures it is made of'
  return mayReadCases ? 'The facts behind this figure' : undefined
}

/** Whether what is behind a figure stands in cases, rather than in records of the landlord as a whole. */
export function isInCases(promise: PackPromise): boolean {
  return isComparable(promise) && promise.measure !== 'survey'
}
