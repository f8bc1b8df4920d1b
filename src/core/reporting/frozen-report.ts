import type { Standing } from '#core/promises/attention.ts'
import type { Figure } from '#core/promises/figure.ts'
import type { ShownAs } from '#core/promises/shown-figure.ts'
import type { ChartPoint } from '#core/promises/xmr.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { ReportKind } from './report-kind.ts'

/** Which days a report speaks of. */
export interface ReportPeriod {
  /** `2026-03`, `2026-Q1`, `2026`, `2025/26`. */
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/**
 * A report as it is published: everything it says, so that it reads the same whatever becomes of the pack, the program or
 * the facts. Kept as JSON with its fields in one order (`canonical`), so that its digest can be worked out again.
 */
export interface FrozenReport {
  readonly format: 1
  readonly report: ReportKind
  readonly title: string
  readonly landlord: string
  readonly standards: { readonly pack: string; readonly title: string }
  /** The editions in force in its period, oldest first. */
  readonly editions: readonly { readonly edition: string; readonly inForceFrom: Day }[]
  readonly period: ReportPeriod
  readonly version: number
  /** Up to when what was told is counted. */
  readonly asOf: Instant
  /** The days on which charts and figures are counted are days of this zone. */
  readonly timeZone: string
  readonly introduction: string
  readonly sections: readonly FrozenSection[]
  /** In the order in which they are shown; in a pack for a panel, what needs attention comes first. */
  readonly promises: readonly FrozenPromise[]
  /** What became of complaints, in a pack for a panel. */
  readonly complaints?: Complaints
  readonly notes: readonly string[]
  /** A digest of the sums and records that the figures were worked out from. */
  readonly inputs: string
  /** The version before, whose figures no longer hold. */
  readonly restates?: {
    readonly reportId: string
    readonly version: number
    readonly publishedAt: Instant
    readonly because: string
  }
}

export interface FrozenSection {
  readonly name: string
  readonly words: string
}

/** A promise with its figure. */
export interface FrozenPromise {
  readonly promise: string
  readonly section: string
  readonly subject: string
  /** In the landlord’s words to its customers. */
  readonly says: string
  readonly reading: string | null
  readonly formula: string
  readonly figure: Figure
  /** The figure and the target in words. */
  readonly figureText: string
  readonly targetText: string
  readonly standing: Standing
  readonly shown: FrozenShown
  /** The months up to the end of the period, in the unit of `shown`. */
  readonly points: readonly ChartPoint[]
  /** The words of an officer: why it came to this, and what is done about it. */
  readonly why: string
  readonly doing: string
  /** The figure as it was published before, where it is another now. */
  readonly restates?: {
    readonly figure: Figure
    readonly figureText: string
    readonly reportId: string
    readonly because: string
  }
}

/** How a figure is shown (`ShownAs`), with nothing for what there is not. */
export interface FrozenShown extends Omit<ShownAs, 'better' | 'target'> {
  readonly better: 'higher' | 'lower' | null
  readonly target: number | null
}

/** Complaints in the period. */
export interface Complaints {
  readonly received: number
  readonly answered: number
  /** Of those answered, upheld wholly or in part. */
  readonly upheld: number
  readonly openAtEnd: number
}
