/** Between which shares the true one lies, 19 times out of 20. Both from 0 to 1. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** Standard normal deviate for 95%: 19 times out of 20. */
export const deviate = 1.959964

/**
 * Wilson’s interval of a share, 95%: it stays between 0 and 1, and holds for few answers and for shares near either end.
 * With everybody who could have answered (`population`), it narrows as more of them did. Nothing counted, no interval.
 */
export function wilsonInterval(kept: number, counted: number, population?: number): Interval | undefined {
  if (counted === 0) return undefined
  const share = kept / counted
  const answers = worth(counted, population)
  if (answers === Infinity) return { lower: share, upper: share }
  const squared = deviate ** 2 / answers
  const middle = share + squared / 2
  const half = deviate * Math.sqrt((share * (1 - share)) / answers + squared / (4 * answers))
  return {
    lower: kept === 0 ? 0 : Math.max(0, (middle - half) / (1 + squared)),
    upper: kept === counted ? 1 : Math.min(1, (middle + half) / (1 + squared)),
  }
}

/** How many answers of an endless population these are worth: all of a finite one leave nothing to chance. */
function worth(counted: number, population: number | undefined): number {
  if (population === undefined || population < counted) return counted
  return population === counted ? Infinity : (counted * (population - 1)) / (population - counted)
}
