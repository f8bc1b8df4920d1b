/** A group of which fewer were counted could be a few people whom somebody knows: nothing of it is shown. */
export const fewestShown = 10

/** A group as it may be shown: all of it, or that there is such a group and nothing more. */
export interface ShownGroup<Group> {
  readonly name: string
  /** Undefined where its number is hidden. */
  readonly shown: Group | undefined
}

/**
 * Groups of one whole, with small numbers hidden, in their order. The number of the whole may stand beside them, so one hidden
 * group alone would follow from the others: then the next larger ones are hidden too, all those of one size together. Even who knows
 * this rule cannot tell the number of a hidden group, unless all of them are hidden because the whole itself is small.
 */
export function suppressed<Group extends { readonly name: string; readonly counted: number }>(
  groups: readonly Group[],
): readonly ShownGroup<Group>[] {
  const sizes = [...new Set(groups.map(({ counted }) => counted))].sort((a, b) => a - b)
  let largestHidden = sizes.findLast((size) => size < fewestShown) ?? -1
  if (largestHidden < 0) return groups.map((group) => ({ name: group.name, shown: group }))
  // No more turns than there are sizes.
  for (const size of sizes) {
    if (size <= largestHidden) continue
    if (cannotBeTold(hiddenOf(groups, largestHidden))) break
    largestHidden = size
  }
  return groups.map((group) => ({
    name: group.name,
    shown: group.counted > largestHidden ? group : undefined,
  }))
}

function hiddenOf(groups: readonly { readonly counted: number }[], largest: number): readonly number[] {
  return groups.map(({ counted }) => counted).filter((counted) => counted <= largest)
}

/**
 * Whether hidden numbers, their sum being known, could be others as well. Where all are small, one more here and one fewer there
 * must still be small; where some are not, any of them could be any other, since which are hidden says nothing of which is which.
 */
function cannotBeTold(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((all, each) => all + each, 0)
  if (hidden.length < 2 || sum < fewestShown) return false
  return hidden.some((each) => each >= fewestShown) || sum < hidden.length * (fewestShown - 1)
}
