import { wilsonInterval } from '../surveys/interval.ts'
import { type ShownGroup, suppressed } from './small-numbers.ts'

/** What one group of clocks, cases or answers came to. */
export interface GroupCounted {
  readonly name: string
  /** How many there were of what small numbers are hidden by: clocks, cases or people. */
  readonly counted: number
  /** The figure’s two numbers. */
  readonly kept: number
  readonly of: number
}

/** A group beside the others. */
export interface GroupCompared extends GroupCounted {
  /** Between which shares the truth lies nineteen times in twenty; none for sums, which are not counts. */
  readonly interval: { readonly lower: number; readonly upper: number } | undefined
  readonly beside: 'more than the others' | 'less than the others' | 'no different' | 'cannot be said'
}

/**
 * Groups beside each other, small numbers hidden. A group differs from the others only where their share lies outside its
 * own interval: what chance alone does is no difference.
 */
export function compared(
  groups: readonly GroupCounted[],
  areCounts: boolean,
): readonly ShownGroup<GroupCompared>[] {
  const whole = sumOf(groups)
  return suppressed(groups.map((group) => ({ ...group, ...standing(group, whole, areCounts) })))
}

function sumOf(groups: readonly GroupCounted[]): Pick<GroupCounted, 'kept' | 'of'> {
  return groups.reduce((sum, { kept, of }) => ({ kept: sum.kept + kept, of: sum.of + of }), {
    kept: 0,
    of: 0,
  })
}

function standing(
  { kept, of }: GroupCounted,
  whole: Pick<GroupCounted, 'kept' | 'of'>,
  areCounts: boolean,
): Pick<GroupCompared, 'interval' | 'beside'> {
  const interval = areCounts && kept <= of ? wilsonInterval(kept, of) : undefined
  const [keptElse, ofElse] = [whole.kept - kept, whole.of - of]
  if (interval === undefined || ofElse <= 0) return { interval, beside: 'cannot be said' }
  const others = keptElse / ofElse
  if (interval.lower > others) return { interval, beside: 'more than the others' }
  return { interval, beside: interval.upper < others ? 'less than the others' : 'no different' }
}
