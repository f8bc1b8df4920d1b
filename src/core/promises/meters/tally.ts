import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Month, monthOf } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
import { type Awaits, awaitsNothing } from '../awaited.ts'
import { addLength, type LengthCount, noLengths } from './length-count.ts'

/** The days that are counted, and the zone in which an instant has a day. */
export interface Span {
  readonly zone: Zone
  /** Nothing before this day counts. */
  readonly from: Day
  /** Nor after this one. */
  readonly to: Day
  /** What was known; nothing later exists. */
  readonly asOf: Instant
}

/** One promise’s sums in one month. Stocks (running, overdue, paused, some sums) hold the change in that month. */
export interface Cell {
  kept: number
  counted: number
  running: number
  paused: number
  overdue: number
  overridden: number
  voids: Map<string, number> | undefined
  lengths: LengthCount | undefined
  /** A ratio’s sums, by the place of their term. */
  sums: number[] | undefined
}

/** One promise’s sums, month by month: what memory holds, however many cases there are. */
export interface Tally {
  readonly cells: ReadonlyMap<Month, Cell>
  readonly span: Span
  /** Told by meters until when something stays undecided; most tallies do not listen. */
  readonly awaits: Awaits
  /** Something was decided at an instant; not counted outside the span. Gives the cell, for lengths. */
  judge(at: Instant, kept: boolean, overridden?: boolean): Cell | undefined
  /** A clock was voided. */
  voided(at: Instant, reason: string): void
  /** Adds a length to what was decided then. */
  took(cell: Cell, length: number): void
  /** Something stood open from one instant to another (undefined: to the end of what is known). */
  stood(what: 'running' | 'paused' | 'overdue', from: Instant, to: Instant | undefined): void
  /** Adds to a sum of what occurs; not counted outside the span. */
  add(term: number, at: Instant, amount: number): void
  /** Changes a sum that stands until changed again. */
  change(term: number, at: Instant, amount: number): void
  /** Adds many days at once: days kept of days counted, within one month. */
  addDays(month: Month, kept: number, counted: number): void
}

/** A tally over a span of days, empty unless some cells stand already. */
export function tallyOver(
  span: Span,
  awaits: Awaits = awaitsNothing,
  cells: Map<Month, Cell> = new Map(),
): Tally {
  const { endsAt, monthAt, cellOf, cellAt } = countedIn(span, awaits, cells)
  return {
    cells,
    span,
    awaits,
    judge(at, kept, overridden = false) {
      const cell = cellAt(at)
      if (cell === undefined) return undefined
      cell.counted += 1
      if (kept) cell.kept += 1
      if (overridden) cell.overridden += 1
      return cell
    },
    voided(at, reason) {
      const cell = cellAt(at)
      if (cell === undefined) return
      cell.voids ??= new Map()
      cell.voids.set(reason, (cell.voids.get(reason) ?? 0) + 1)
    },
    took(cell, length) {
      cell.lengths ??= noLengths()
      addLength(cell.lengths, length)
    },
    stood(what, from, to) {
      if (from >= endsAt) return awaits(from)
      if (to !== undefined && to >= endsAt) awaits(to)
      const first = monthAt(from)
      const last = to === undefined || to >= endsAt ? undefined : monthAt(to)
      if (first === last) return
      cellOf(first)[what] += 1
      if (last !== undefined) cellOf(last)[what] -= 1
    },
    add(term, at, amount) {
      const cell = cellAt(at)
      if (cell !== undefined) addTo(cell, term, amount)
    },
    change(term, at, amount) {
      if (at < endsAt) addTo(cellOf(monthAt(at)), term, amount)
      else awaits(at)
    },
    addDays(month, kept, counted) {
      const cell = cellOf(month)
      cell.kept += kept
      cell.counted += counted
    },
  }
}

/** Where in the cells an instant counts. What lies after the end of the span is awaited. */
function countedIn(
  { zone, from: firstDay, to: lastDay, asOf }: Span,
  awaits: Awaits,
  cells: Map<Month, Cell>,
) {
  const endsAt = Math.min(zone.startOf(lastDay + 1), asOf + 1)
  const startsAt = zone.startOf(firstDay)
  const monthAt = (at: Instant) => monthOf(zone.dayOf(at))
  const cellOf = (month: Month): Cell => {
    const found = cells.get(month)
    if (found !== undefined) return found
    const made = emptyCell()
    cells.set(month, made)
    return made
  }
  const cellAt = (at: Instant) => {
    if (at >= startsAt && at < endsAt) return cellOf(monthAt(at))
    awaits(at)
    return undefined
  }
  return { endsAt, monthAt, cellOf, cellAt }
}

/** A month in which nothing happened. */
export function emptyCell(): Cell {
  return {
    kept: 0,
    counted: 0,
    running: 0,
    paused: 0,
    overdue: 0,
    overridden: 0,
    voids: undefined,
    lengths: undefined,
    sums: undefined,
  }
}

function addTo(cell: Cell, term: number, amount: number): void {
  cell.sums ??= []
  cell.sums[term] = (cell.sums[term] ?? 0) + amount
}
