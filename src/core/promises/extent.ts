import type { Instant } from '#core/time/instant.ts'

/** The first and last instant at which anything is known to have happened or been decided. */
export interface Extent {
  widen(at: Instant): void
  firstAt(): Instant | undefined
  lastAt(): Instant | undefined
}

/** An extent of nothing yet. */
export function noExtent(): Extent {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  return {
    widen(at) {
      if (at < first) first = at
      if (at > last) last = at
    },
    firstAt: () => known(first),
    lastAt: () => known(last),
  }
}

function known(at: Instant): Instant | undefined {
  return Number.isFinite(at) ? at : undefined
}
