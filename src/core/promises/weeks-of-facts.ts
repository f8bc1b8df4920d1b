import type { Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'

const day = 86_400_000
const week = 7 * day

/** In how many weeks something happened. */
export interface WeeksOfFacts {
  add(timeline: Timeline): void
  /** From the first to the last of what was added; weeks within in which nothing happened at all are left out. */
  weeks(): number
}

/** Counts the weeks in which something happened, of the events at instants that are looked at. */
export function weeksOfFacts(isLooked: (at: Instant) => boolean): WeeksOfFacts {
  const found = new Set<number>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  return {
    add({ events }) {
      for (const { at } of events) {
        if (!isLooked(at)) continue
        found.add(Math.floor(at / week))
        if (at < first) first = at
        if (at > last) last = at
      }
    },
    weeks() {
      if (found.size === 0) return 0
      const days = Math.floor(last / day) - Math.floor(first / day) + 1
      return Math.min(days / 7, found.size)
    },
  }
}
