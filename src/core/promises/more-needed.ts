import type { PackPromise } from './pack.ts'
import type { Lengths } from './figure.ts'
import type { Target } from './target.ts'
import type { Tried, TriedPromise } from './trying.ts'

/** What it would have taken to keep a promise as the draft has it. */
export interface MoreNeeded {
  readonly kept: number
  readonly counted: number
  /** How many of those counted would have had to be kept. */
  readonly wanted: number
  /** How many more than were. */
  readonly more: number
  /** The weeks of which there are facts. */
  readonly weeks: number
  /** More of them a week, on average over these weeks. */
  readonly moreAWeek: number
  /** How many begin in a week. */
  readonly begunAWeek: number
  readonly lengths: Lengths | null
}

/**
 * How many more a week would have had to be kept, of a clock whose target is a share; undefined for what no answer in time can
 * mend: other measures, and targets that are an average.
 */
export function moreNeeded(
  promise: PackPromise,
  { after, begun }: TriedPromise,
  { from, to, weeks: withFacts }: Pick<Tried, 'from' | 'to' | 'weeks'>,
): MoreNeeded | undefined {
  if (promise.measure !== 'clock' || after === null || after.counted === 0) return undefined
  const wanted = wantedOf(promise.target, after.counted)
  if (wanted === undefined) return undefined
  const weeks = Math.max(1 / 7, withFacts ?? (to - from + 1) / 7)
  const { kept, counted, lengths } = after
  const more = Math.max(0, wanted - kept)
  return { kept, counted, wanted, more, weeks, moreAWeek: more / weeks, begunAWeek: begun / weeks, lengths }
}

/** The fewest that reach the target; where no share is published, “we will” means every time. */
function wantedOf(target: Target | undefined, counted: number): number | undefined {
  if (target === undefined || target.of === 'nothing yet') return counted
  if (target.of !== 'share' || target.compare === 'at most' || target.compare === 'under') return undefined
  const [share, whole] = [target.upper * BigInt(counted), target.lower]
  const least = target.compare === 'over' ? share / whole + 1n : (share + whole - 1n) / whole
  return Math.min(counted, Number(least))
}
