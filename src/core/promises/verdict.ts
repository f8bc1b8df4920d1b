import type { Lengths, Verdict } from './figure.ts'
import type { PackPromise } from './pack.ts'
import { millionths, reaches } from './target.ts'

/**
 * Whether a figure keeps its promise, compared exactly (trap 36). Nothing counted is neither met nor missed
 * (trap 29). Where no target is published, “we will” means every time; an indicator (a ratio, a survey’s answers) is kept by being there.
 */
export function verdictOf(
  promise: PackPromise,
  kept: number,
  counted: number,
  lengths: Lengths | null,
): Verdict {
  const { target } = promise
  if (counted === 0) return 'nothing to count'
  if (target === undefined || target.of === 'nothing yet')
    return isIndicator(promise) || kept === counted ? 'met' : 'missed'
  switch (target.of) {
    case 'share':
      return reaches(target, millionths(kept), millionths(counted)) ? 'met' : 'missed'
    case 'number a year':
      return kept >= counted ? 'met' : 'missed'
    case 'mean days':
      return lengths !== null && lengths.mean <= target.days ? 'met' : 'missed'
  }
}

/** A ratio or a question asked is promised as a figure; only its target, where there is one, can be missed. */
function isIndicator(promise: PackPromise): boolean {
  return (
    promise.measure === 'ratio' || (promise.measure === 'survey' && promise.clauses.question !== undefined)
  )
}
