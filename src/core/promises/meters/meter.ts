import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Clock } from '../clock-run.ts'
import type { Tally } from './tally.ts'

/** Told of every clock as it is made, with how long it took: for `--clocks`, and for ratios over clocks. */
export type ClockHearer = (clock: Clock, timeline: Timeline, length: number | undefined) => void

/**
 * What measures one promise: it looks at each case that carries an event it knows, and adds to its tally. It keeps nothing of
 * what it saw, so that one meter serves any number of tallies.
 */
export interface Meter {
  /** The event types that make a case worth looking at. */
  readonly wakes: readonly string[]
  /** Looks at one case. */
  look?(timeline: Timeline, into: Tally, hear: ClockHearer): void
  /** Looks at every clock of the pack as it is made (ratios over clocks). */
  heed?(clock: Clock, timeline: Timeline, into: Tally): void
  /** What concerns the whole landlord is counted once all cases are seen. */
  finish?(landlord: Landlord, into: Tally, hear: ClockHearer): void
}

/** What was gathered across cases for promises of the landlord as a whole: few, next to the cases. */
export interface Landlord {
  /** When the first fact happened; nothing is owed before it. */
  readonly firstAt: Instant
  /** Evidence of duties, publications and returns, in order of `at`. */
  readonly records: readonly CaseEvent[]
}

/** Records come from many cases; duties and publications are followed in the order of time. */
export function inOrderOfTime({ firstAt, records }: Landlord): Landlord {
  return { firstAt, records: records.toSorted((a, b) => a.at - b.at || a.line - b.line) }
}

/** The events of records that concern the landlord as a whole. */
export const landlordRecords: ReadonlySet<string> = new Set([
  'evidence-recorded',
  'duty-begun',
  'duty-ended',
  'publication-made',
  'publication-withdrawn',
  'return-recorded',
])
