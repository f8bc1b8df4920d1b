import type { CaseEvent } from '#core/ledger/event.ts'
import type { Refusal } from '#core/refusal.ts'

/** A case on its way into the ledger: all of its events, in the order in which they were told. */
export interface CaseToLoad {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
}

/** Cases in batches, each case in one of them. */
export type CasesToLoad = AsyncIterable<readonly CaseToLoad[]> | Iterable<readonly CaseToLoad[]>

/** Events that were not taken in, and why: told to whoever asked for them to be loaded. */
export interface RejectedEvents {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
  readonly because: Refusal
}

/** What a load has come to so far. */
export interface Loaded {
  readonly cases: number
  readonly events: number
  readonly clocks: number
  /** Events that were not taken in. */
  readonly rejected: number
  /** Events that were on record already under the same id, so that there was nothing to add. */
  readonly again: number
}

/** Before anything is loaded. */
export const nothingLoaded: Loaded = { cases: 0, events: 0, clocks: 0, rejected: 0, again: 0 }

/** The sum of two. */
export function loadedTogether(a: Loaded, b: Loaded): Loaded {
  return {
    cases: a.cases + b.cases,
    events: a.events + b.events,
    clocks: a.clocks + b.clocks,
    rejected: a.rejected + b.rejected,
    again: a.again + b.again,
  }
}
