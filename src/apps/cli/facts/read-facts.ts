import type { Imported } from '#core/importer.ts'
import { type Effective, effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { mergedInto, mergedTimeline, ownTimeline } from '#core/ledger/timeline.ts'
import { inWords, isRefusal, type Refusal } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import { vocabulary } from '../../compose.ts'
import { type Buckets, type Line, openBuckets } from './buckets.ts'
import { caseOf, mergeIn } from './case-of.ts'
import { byCase, type FactHearer, type FactSource, keyOf, type ReadCount } from './facts.ts'
import { openFile, type Progress } from './open-file.ts'

/**
 * Reads facts of any size, in any order: told apart by case first (on disk where there are many), then
 * bucket by bucket through the ledger’s door and case by case to `hearer`. Cases that were merged are
 * held until the end, since each is answered by another (trap 26).
 */
export async function readFacts(
  source: FactSource,
  asOf: Instant,
  hearer: FactHearer,
  progress: Progress,
): Promise<ReadCount> {
  const buckets = openBuckets()
  try {
    const merging = await fill(buckets, source, hearer, progress)
    return tellCases(buckets, merging, asOf, hearer)
  } finally {
    buckets.close()
  }
}

/** Every row of the source in batches, with the place of its file. */
export async function* rowsOf(
  source: FactSource,
  progress: Progress,
  onHeading: FactHearer['onHeading'],
): AsyncIterable<{ readonly file: number; readonly rows: readonly Imported[] }> {
  for (const [file, path] of source.files.entries()) {
    const beside = source.beside === undefined ? {} : { beside: openFile(source.beside) }
    const bytes = progress.watch(openFile(path), path)
    const { importer, mapping } = source
    for await (const rows of importer.read({ bytes, mapping, refusalOf, onHeading, ...beside }))
      yield { file, rows }
  }
}

/** What the door will say, for an importer whose rows are all their events or none. */
function refusalOf(text: string): Refusal | undefined {
  const event = parseEvent(text, 0, vocabulary)
  return isRefusal(event) ? event : undefined
}

/** Gives the ids of cases that were merged, either way. */
async function fill(
  buckets: Buckets,
  source: FactSource,
  hearer: FactHearer,
  progress: Progress,
): Promise<ReadonlySet<string>> {
  const merging = new Set<string>()
  for await (const { file, rows } of rowsOf(source, progress, hearer.onHeading)) {
    for (const row of rows) {
      const key = keyOf(file, row.line)
      const fault = 'fault' in row ? row.fault : undefined
      if (fault !== undefined) {
        hearer.onFault({ key, text: row.text, fault })
        continue
      }
      const id = caseOf(row.text)
      const into = mergeIn(row.text)
      if (into !== undefined) merging.add(id).add(into)
      buckets.put(id, key, row.text)
    }
  }
  return merging
}

/** A merged case waits, with its rows as they were, for the case it was merged into. */
interface Waiting {
  readonly events: readonly CaseEvent[]
  readonly rows: readonly Line[]
}

function tellCases(
  buckets: Buckets,
  merging: ReadonlySet<string>,
  asOf: Instant,
  hearer: FactHearer,
): ReadCount {
  const merged = new Map<string, Waiting>()
  let events = 0
  let later = 0
  let again = 0
  for (const lines of buckets.drain()) {
    const parsed = parsedOf(lines, hearer)
    for (const { at, recordedAt } of parsed) if (at > asOf || recordedAt > asOf) later += 1
    events += parsed.length
    const rowsAsTheyWere = rowsByKey(lines)
    for (const [id, told] of byCase(parsed)) {
      const { events: effective, again: repeated } = knownOf(told, rowsAsTheyWere, asOf, hearer)
      again += repeated.length
      if (merging.has(id)) merged.set(id, { events: effective, rows: rowsAsTheyWere(told).map(onItsOwn) })
      else
        tell(
          hearer,
          () => ownTimeline(id, effective),
          id,
          () => rowsAsTheyWere(told),
        )
    }
  }
  return { events, later, again, astray: tellMerged(merged, hearer) }
}

function parsedOf(lines: readonly Line[], hearer: FactHearer): readonly CaseEvent[] {
  const parsed: CaseEvent[] = []
  for (const { key, text } of lines) {
    const event = parseEvent(text, key, vocabulary)
    if (isRefusal(event)) hearer.onFault({ key, text, fault: inWords(event) })
    else parsed.push(event)
  }
  return parsed
}

/** Gives how many were merged into a case that is not there. */
function tellMerged(merged: ReadonlyMap<string, Waiting>, hearer: FactHearer): number {
  const events = new Map([...merged].map(([id, waiting]) => [id, waiting.events]))
  let astray = 0
  for (const [id, { rows }] of merged) {
    const into = mergedInto(events.get(id) ?? [])
    if (into !== undefined && !merged.has(into)) astray += 1
    tell(
      hearer,
      () => mergedTimeline(id, events),
      id,
      () => rows,
    )
  }
  return astray
}

type RowsOf = (told: readonly CaseEvent[]) => readonly Line[]

/** Finds events’ rows again; few files need it, so the index is made when first asked for. */
function rowsByKey(lines: readonly Line[]): RowsOf {
  let texts: ReadonlyMap<number, string> | undefined
  return (told) => {
    texts ??= new Map(lines.map(({ key, text }) => [key, text]))
    return told.map(({ line }) => ({ key: line, text: texts?.get(line) ?? '' }))
  }
}

/** A piece of a text keeps all of it in memory; a copy does not. */
function onItsOwn({ key, text }: Line): Line {
  return { key, text: Buffer.from(text).toString() }
}

function knownOf(
  told: readonly CaseEvent[],
  rowsAsTheyWere: RowsOf,
  asOf: Instant,
  hearer: FactHearer,
): Effective {
  const effective = effectiveEvents(told, asOf)
  for (const mend of effective.astray)
    for (const { key, text } of rowsAsTheyWere([mend]))
      hearer.onFault({ key, text, fault: astrayFault(mend) })
  return effective
}

/** A correction of nothing is a fault of its row: what it was to put right still stands as it was. */
export function astrayFault({ data }: CaseEvent): string {
  return `${JSON.stringify(data['event'])} names no event of this case; nothing was changed`
}

/** A date so far off that no calendar holds it is a fault of its case, not the end of the run. */
function tell(
  hearer: FactHearer,
  timeline: () => Parameters<FactHearer['onCase']>[0],
  id: string,
  rows: () => readonly Line[],
): void {
  try {
    hearer.onCase(timeline())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    for (const { key, text } of rows())
      hearer.onFault({ key, text, fault: `the case ${id} could not be counted in full: ${error.message}` })
  }
}
