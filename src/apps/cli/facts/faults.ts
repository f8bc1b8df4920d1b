import { appendFileSync, writeFileSync } from 'node:fs'
import { done, faultsFound, type Outcome } from '../outcome.ts'
import { type FaultyRow, placeOf } from './facts.ts'

/** Gathers faulty rows: none is dropped in silence. */
export interface Faults {
  add(row: FaultyRow): void
  /** Keeps the line that names the columns: the rejects begin with it. */
  heading(text: string): void
  readonly count: () => number
  /** A line for each row, in the files’ order. */
  told(files: readonly string[]): readonly string[]
  /** How a command ends that met these faults. */
  outcome(files: readonly string[]): Outcome
}

/** More than this on a screen helps nobody; the rejects file has them all. */
const mostTold = 10_000
const flushAtRows = 1_000

/** With a rejects file, every faulty row is written there as it was, ready to be put right and read again. */
export function openFaults(rejects: string | undefined): Faults {
  if (rejects !== undefined) writeFileSync(rejects, '')
  const rows: Omit<FaultyRow, 'text'>[] = []
  let waiting: string[] = []
  let count = 0
  let heading: string | undefined
  const flush = () => {
    if (rejects !== undefined && waiting.length > 0)
      appendFileSync(rejects, waiting.map((text) => `${text}\n`).join(''))
    waiting = []
  }
  const told = (files: readonly string[]) => {
    flush()
    const lines = rows
      .toSorted((a, b) => a.key - b.key)
      .map(({ key, fault }) => `${placeOf(key, files)}: ${fault}`)
    return count === rows.length
      ? lines
      : [...lines, `and ${count - rows.length} more; write them out with --rejects FILE`]
  }
  return {
    add(row) {
      count += 1
      // What is told may quote a piece of the row, and a piece keeps the whole in memory; a copy does not.
      if (rows.length < mostTold) rows.push({ key: row.key, fault: Buffer.from(row.fault).toString() })
      if (count === 1 && heading !== undefined) waiting.push(heading)
      if (rejects !== undefined && waiting.push(row.text) >= flushAtRows) flush()
    },
    heading(text) {
      heading ??= text
    },
    count: () => count,
    told,
    outcome: (files) => (count === 0 ? done : faultsFound(told(files))),
  }
}
