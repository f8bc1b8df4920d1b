const comparisons = ['at least', 'at most', 'over', 'under'] as const

/** How a pack says that something must not be too little or too much, in targets and in conditions. */
export type Comparison = (typeof comparisons)[number]

/** Whether a value stands so to a bound. */
export function compares<N extends number | bigint>(how: Comparison, value: N, bound: N): boolean {
  if (how === 'at least') return value >= bound
  if (how === 'at most') return value <= bound
  return how === 'over' ? value > bound : value < bound
}

/** The comparison these words name, if they name one. */
export function comparisonNamed(words: string | undefined): Comparison | undefined {
  return comparisons.find((each) => each === words)
}
