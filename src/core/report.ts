import type { Figure } from '#core/promises/figure.ts'
import type { Pack, PackPromise } from '#core/promises/pack.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'

/** Everything a report is made from: one landlord's promises over a span, as known at one instant. */
export interface Measured {
  readonly pack: Pack
  readonly asOf: Instant
  readonly from: Day
  readonly to: Day
  readonly promises: readonly MeasuredPromise[]
  /** What a reader must know: dates outside the known calendar, rows refused, facts before the edition. */
  readonly notes: readonly string[]
}

export interface MeasuredPromise {
  readonly promise: PackPromise
  /** How the figure is made, in plain words. */
  readonly formula: string
  /** The whole span. */
  readonly whole: Figure
  /** The periods asked for, in order. */
  readonly byPeriod: readonly Figure[]
}

/** The socket for reports: figures in, a table out; screen, page, CSV and API draw any table. */
export interface Report {
  readonly name: string
  readonly says: string
  table(measured: Measured): Table
}

export interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Column {
  readonly name: string
  readonly title: string
  readonly align: 'start' | 'end'
}

export type Cell = string | number | null
