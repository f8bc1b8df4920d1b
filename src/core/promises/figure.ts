/** What a promise came to in a period: the shape that `measure --format json` prints and pages draw. */
export interface Figure {
  /** The clause's id. */
  readonly promise: string
  /** `2026-03`, `2026-Q1`, `2026` or `all`. */
  readonly period: string
  readonly kept: number
  /** met + missed; for a ratio, the sum below the line. */
  readonly counted: number
  /** kept / counted; null where nothing was counted, never 0 or 1 then. May pass 1 (reading 29). */
  readonly value: number | null
  /** The target in the pack's words, or null where none is published. */
  readonly target: string | null
  readonly verdict: Verdict
  /** Clocks in time and undecided when the period (or what is known) ended. */
  readonly running: number
  /** Clocks missed and still not stopped when the period ended. */
  readonly overdue: number
  readonly paused: number
  readonly void: number
  readonly voidReasons: Readonly<Record<string, number>>
  /** Acts done otherwise with a reason on record (rules only). */
  readonly overridden: number
  /** How long what was stopped took; null where nothing was stopped. */
  readonly lengths: Lengths | null
  /** Further sums the promise asks to be shown, by name (reading 28). */
  readonly beside: Readonly<Record<string, number>>
}

export type Verdict = 'met' | 'missed' | 'nothing to count'

export interface Lengths {
  readonly unit: 'working days' | 'days' | 'seconds' | 'working minutes'
  readonly count: number
  readonly mean: number
  readonly median: number
  /** Nine in ten took no longer than this. */
  readonly ninetieth: number
}
