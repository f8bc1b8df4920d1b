import { appendFileSync, writeFileSync } from 'node:fs'
import { type FaultyRow, placeOf } from './facts.ts'

/** Gathers faulty rows: none is dropped in silence. */
export interface Faults {
  add(row: FaultyRow): void
  readonly count: () => number
  /** A line for each row, in the files’ order. */
  told(files: readonly string[]): readonly string[]
}

/** More than this on a screen helps nobody; the rejects file has them all. */
const mostTold = 10_000
const flushAtRows = 1_000

/** With a rejects file, every faulty row is written there as it was, ready to be put right and read again. */
export function openFaults(rejects: string | undefined): Faults {
  if (rejects !== undefined) writeFileSync(rejects, '')
  const rows: FaultyRow[] = []
  let waiting: string[] = []
  let count = 0
  const flush = () => {
    if (rejects !== undefined && waiting.length > 0)
      appendFileSync(rejects, waiting.map((text) => `${text}\n`).join(''))
    waiting = []
  }
  return {
    add(row) {
      count += 1
      if (rows.length < mostTold) rows.push(row)
      if (rejects !== undefined && waiting.push(row.text) >= flushAtRows) flush()
    },
    count: () => count,
    told(files) {
      flush()
      const lines = rows
        .toSorted((a, b) => a.key - b.key)
        .map(({ key, fault }) => `${placeOf(key, files)}: ${fault}`)
      return count === rows.length
        ? lines
        : [...lines, `and ${count - rows.length} more; write them out with --rejects FILE`]
    },
  }
}
