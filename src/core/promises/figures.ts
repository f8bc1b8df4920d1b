import type { Measured, MeasuredPromise } from '#core/report.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Length } from '#core/time/length.ts'
import { type By, type Month, type Period, periodsBetween } from '#core/time/period.ts'
import type { Figure, Lengths, Verdict } from './figure.ts'
import { formulaOf } from './measures.ts'
import type { Tallied, TalliedPromise } from './measuring.ts'
import { addLengths, lengthsOf, noLengths } from './meters/length-count.ts'
import { isStock, termsOf } from './meters/ratio-meter.ts'
import { type Cell, emptyCell } from './meters/tally.ts'
import type { PackPromise } from './pack.ts'
import { verdictOf } from './verdict.ts'

/** Which days and periods to show. Without days, those on which something happened or was decided. */
export interface Shown {
  readonly from: Day | undefined
  readonly to: Day | undefined
  readonly by: By
  readonly asOf: Instant
}

/** The figures of every promise: for the whole span and for each period in it. */
export function figuresOf(tallied: Tallied, shown: Shown, notes: readonly string[]): Measured {
  const from = shown.from ?? tallied.firstOn
  const to = shown.to ?? tallied.lastOn
  const none = from === undefined || to === undefined
  const everything = none ? nowhere : wholeSpan(from, to, shown)
  const periods = none ? [] : periodsShown(from, to, shown.by, everything)
  const wholes = figuresIn(tallied, everything)
  const each = periods.map((period) => figuresIn(tallied, period))
  const promises = tallied.promises.map(({ promise }, index): MeasuredPromise => {
    return {
      promise,
      formula: formulaOf(promise),
      whole: at(wholes, index),
      byPeriod: each.map((figures) => at(figures, index)),
    }
  })
  return { pack: tallied.edition.pack, asOf: shown.asOf, from: from ?? 0, to: to ?? 0, promises, notes }
}

const nowhere: Period = { name: 'all', from: 0, to: -1, firstMonth: 0, lastMonth: -1 }

function periodsShown(from: Day, to: Day, by: By, everything: Period): readonly Period[] {
  return by === 'all' ? [everything] : periodsBetween(from, to, by)
}

/** Without a first day asked for, whatever was decided before the first fact counts too: a duty due by a date. */
function wholeSpan(from: Day, to: Day, shown: Shown): Period {
  const [all] = periodsBetween(from, to, 'all')
  if (all === undefined) return nowhere
  return shown.from === undefined ? { ...all, firstMonth: 0 } : all
}

function at(figures: readonly Figure[], index: number): Figure {
  return figures[index] as Figure
}

/** Figures of promises over promises come last, since they count the others’ verdicts. */
function figuresIn(tallied: Tallied, period: Period): readonly Figure[] {
  const plain = tallied.promises.map((each) =>
    countsPromises(each.promise) ? undefined : figureIn(each, period, []),
  )
  const known = plain.filter((figure) => figure !== undefined)
  return tallied.promises.map((each, index) => plain[index] ?? figureIn(each, period, known))
}

/** Whether a promise’s figure counts the verdicts of the others. */
export function countsPromises(promise: PackPromise): boolean {
  return promise.measure === 'ratio' && termsOf(promise.clauses).some((term) => term.promises !== undefined)
}

function figureIn({ promise, tally }: TalliedPromise, period: Period, others: readonly Figure[]): Figure {
  const cell = cellOver(tally.cells, period, promise)
  const { kept, counted, beside } =
    promise.measure === 'ratio' ? ratioOf(promise.clauses, cell, others) : { ...cell, beside: {} }
  const lengths = cell.lengths === undefined ? null : lengthsOf(cell.lengths, unitOf(promise))
  return {
    promise: promise.id,
    period: period.name,
    kept,
    counted,
    value: counted === 0 ? null : kept / counted,
    target: promise.target?.text ?? null,
    verdict: verdictOf(promise, kept, counted, lengths),
    running: cell.running,
    overdue: cell.overdue,
    paused: cell.paused,
    void: [...(cell.voids?.values() ?? [])].reduce((sum, count) => sum + count, 0),
    voidReasons: inOrder(cell.voids),
    overridden: cell.overridden,
    lengths,
    beside,
  }
}

/** By name, so that the same facts give the same figure to the letter, in whatever order they came. */
function inOrder(voids: Cell['voids']): Figure['voidReasons'] {
  return Object.fromEntries([...(voids ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** One cell over all months of a period; what stands is what stood at its end. */
function cellOver(cells: ReadonlyMap<Month, Cell>, period: Period, promise: PackPromise): Cell {
  const over = emptyCell()
  const stocks = promise.measure === 'ratio' ? termsOf(promise.clauses).map(isStock) : []
  for (const [month, cell] of cells) {
    if (month > period.lastMonth) continue
    const within = month >= period.firstMonth
    addStocks(over, cell)
    if (within) addFlows(over, cell)
    for (const [place, amount] of (cell.sums ?? []).entries()) {
      if (amount === undefined || !(within || stocks[place] === true)) continue
      over.sums ??= []
      over.sums[place] = (over.sums[place] ?? 0) + amount
    }
  }
  return over
}

function addStocks(over: Cell, cell: Cell): void {
  over.running += cell.running
  over.paused += cell.paused
  over.overdue += cell.overdue
}

function addFlows(over: Cell, cell: Cell): void {
  over.kept += cell.kept
  over.counted += cell.counted
  over.overridden += cell.overridden
  for (const [reason, count] of cell.voids ?? []) {
    over.voids ??= new Map()
    over.voids.set(reason, (over.voids.get(reason) ?? 0) + count)
  }
  if (cell.lengths === undefined) return
  over.lengths ??= noLengths()
  addLengths(over.lengths, cell.lengths)
}

function ratioOf(clauses: Parameters<typeof termsOf>[0], cell: Cell, others: readonly Figure[]) {
  const sums = termsOf(clauses).map((term, place) =>
    term.promises === undefined ? (cell.sums?.[place] ?? 0) : verdicts(term.promises, others),
  )
  const [kept = 0, counted = 0, ...rest] = sums
  const names = [...(clauses.beside?.keys() ?? [])]
  return { kept, counted, beside: Object.fromEntries(names.map((name, index) => [name, rest[index] ?? 0])) }
}

function verdicts(which: 'met' | 'judged', others: readonly Figure[]): number {
  const counts: readonly Verdict[] = which === 'met' ? ['met'] : ['met', 'missed']
  return others.filter(({ verdict }) => counts.includes(verdict)).length
}

function unitOf(promise: PackPromise): Lengths['unit'] {
  const unit: Length['unit'] | undefined =
    promise.measure === 'clock' ? promise.clauses.within?.length.unit : undefined
  if (unit === 'milliseconds') return 'seconds'
  if (unit === 'working milliseconds') return 'working minutes'
  return unit === 'working days' ? 'working days' : 'days'
}
