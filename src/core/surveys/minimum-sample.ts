import { deviate } from './interval.ts'

/** How far a share may be off before it is called rough: five of a hundred either way. */
const usualMargin = 0.05

/**
 * The fewest answers with which a share is known within this margin, 19 times out of 20, whatever the share. Fewer are
 * needed of a small population; rounded up, so that the margin is truly kept.
 */
export function minimumSample(population: number | undefined, margin = usualMargin): number {
  const endless = (deviate ** 2 * 0.25) / margin ** 2
  if (population === undefined) return Math.ceil(endless)
  if (population <= 0) return 0
  return Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)))
}
