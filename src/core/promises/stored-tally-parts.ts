import type { Month } from '#core/time/period.ts'
import { type LengthCount, noLengths } from './meters/length-count.ts'
import { type Cell, emptyCell } from './meters/tally.ts'

/**
 * One number of one promise’s sums in one month, as it is stored. `what` is kept, counted, running, paused, overdue, overridden,
 * `void:<reason>`, `length:<n>` (how many took so long), `lengths` (what they took together), or `sum:<place>` (a term of a
 * ratio). Parts of different cases add up.
 */
export type TallyPart = readonly [promise: string, month: Month, what: string, amount: number]

type Cells = ReadonlyMap<Month, Cell>

/** The parts of promises’ cells, in order, so that the same sums give the same parts to the letter; nothing is no part. */
export function partsOf(cellsOf: Iterable<readonly [promise: string, cells: Cells]>): readonly TallyPart[] {
  const parts: TallyPart[] = []
  for (const [promise, cells] of cellsOf)
    for (const [month, cell] of cells) addAmounts(promise, month, cell, parts)
  return parts.sort(inOrder)
}

/** The cells of each promise, from parts of any number of cases in any order. */
export function cellsFrom(parts: Iterable<TallyPart>): ReadonlyMap<string, Map<Month, Cell>> {
  const byPromise = new Map<string, Map<Month, Cell>>()
  for (const [promise, month, what, amount] of parts) {
    const cells = byPromise.get(promise) ?? new Map<Month, Cell>()
    const cell = cells.get(month) ?? emptyCell()
    byPromise.set(promise, cells.set(month, cell))
    addPart(cell, what, amount)
  }
  return byPromise
}

function inOrder(a: TallyPart, b: TallyPart): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  if (a[1] !== b[1]) return a[1] - b[1]
  return a[2] < b[2] ? -1 : 1
}

function addAmounts(promise: string, month: Month, cell: Cell, parts: TallyPart[]): void {
  for (const [what, amount] of amountsIn(cell)) if (amount !== 0) parts.push([promise, month, what, amount])
}

const plain = ['kept', 'counted', 'running', 'paused', 'overdue', 'overridden'] as const

type Plain = (typeof plain)[number]

function amountsIn(cell: Cell): readonly (readonly [what: string, amount: number])[] {
  const amounts: (readonly [string, number])[] = plain.map((what) => [what, cell[what]])
  for (const [reason, count] of cell.voids ?? []) amounts.push([`void:${reason}`, count])
  for (const [length, count] of cell.lengths?.byLength ?? []) amounts.push([`length:${length}`, count])
  amounts.push(['lengths', cell.lengths?.sum ?? 0])
  // A sum that nothing was added to is a hole.
  cell.sums?.forEach((sum, place) => amounts.push([`sum:${place}`, sum]))
  return amounts
}

function addPart(cell: Cell, what: string, amount: number): void {
  if (isPlain(what)) cell[what] += amount
  else if (what.startsWith('void:')) addVoid(cell, what.slice('void:'.length), amount)
  else if (what.startsWith('length:'))
    addLength(lengthsIn(cell), Number(what.slice('length:'.length)), amount)
  else if (what === 'lengths') lengthsIn(cell).sum += amount
  else if (what.startsWith('sum:')) addSum(cell, Number(what.slice('sum:'.length)), amount)
  else throw new Error(`a tally has no “${what}”`)
}

function isPlain(what: string): what is Plain {
  return (plain as readonly string[]).includes(what)
}

function addVoid(cell: Cell, reason: string, amount: number): void {
  cell.voids ??= new Map()
  cell.voids.set(reason, (cell.voids.get(reason) ?? 0) + amount)
}

function lengthsIn(cell: Cell): LengthCount {
  cell.lengths ??= noLengths()
  return cell.lengths
}

function addLength(lengths: LengthCount, length: number, amount: number): void {
  lengths.count += amount
  lengths.byLength.set(length, (lengths.byLength.get(length) ?? 0) + amount)
}

function addSum(cell: Cell, place: number, amount: number): void {
  cell.sums ??= []
  cell.sums[place] = (cell.sums[place] ?? 0) + amount
}
