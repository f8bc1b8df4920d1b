import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { Importer } from '#core/importer.ts'

/** Where facts come from: files in the order given, read by one importer. */
export interface FactSource {
  /** Paths; `-` is standard input. */
  readonly files: readonly string[]
  readonly importer: Importer
  /** The parsed mapping, where the importer needs one. */
  readonly mapping: unknown
  /** Further files that belong to the first: call records beside a queue log. */
  readonly beside: string | undefined
}

/** A row that was refused: told with its place and reason, and its text kept for `--rejects`. */
export interface FaultyRow {
  readonly key: number
  readonly text: string
  readonly fault: string
}

/** What reading facts gives, as it goes. */
export interface FactHearer {
  readonly onCase: (timeline: Timeline) => void
  readonly onFault: (row: FaultyRow) => void
  /** The line that names the columns, where rows cannot be read without one. */
  readonly onHeading: (text: string) => void
}

/** What was read beside what counts: nothing is left out in silence. */
export interface ReadCount {
  readonly events: number
  /** Events that happened, or were told, after the instant asked for: they do not count yet. */
  readonly later: number
  /** Rows told again under an id already on record: each counts once. */
  readonly again: number
  /** Cases merged into one that no file holds, so that its answer cannot be found. */
  readonly astray: number
}

/** No file of ours has so many lines. */
const linesAFile = 1_000_000_000

/** A line of one of several files as one number, so that events keep the order of files and lines. */
export function keyOf(file: number, line: number): number {
  return file * linesAFile + line
}

/** Where a row stands: `calls.ndjson:17`. */
export function placeOf(key: number, files: readonly string[]): string {
  const name = files[Math.floor(key / linesAFile)] ?? ''
  return `${name === '-' ? 'standard input' : name}:${key % linesAFile}`
}

/** Events told apart by case, each in the order given. */
export function byCase(events: Iterable<CaseEvent>): Map<string, CaseEvent[]> {
  const cases = new Map<string, CaseEvent[]>()
  for (const event of events) {
    const found = cases.get(event.case)
    if (found === undefined) cases.set(event.case, [event])
    else found.push(event)
  }
  return cases
}
