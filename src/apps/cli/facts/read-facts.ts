import type { Imported } from '#core/importer.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { mergedTimeline, ownTimeline } from '#core/ledger/timeline.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import { vocabulary } from '../../compose.ts'
import { inWords } from '../outcome.ts'
import { type Buckets, openBuckets } from './buckets.ts'
import { caseOf, mergeIn } from './case-of.ts'
import { byCase, type Count, type FactHearer, type FactSource, keyOf } from './facts.ts'
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
): Promise<Count> {
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
): AsyncIterable<{ readonly file: number; readonly rows: readonly Imported[] }> {
  for (const [file, path] of source.files.entries()) {
    const beside = source.beside === undefined ? {} : { beside: openFile(source.beside) }
    const bytes = progress.watch(openFile(path), path)
    for await (const rows of source.importer.read({ bytes, mapping: source.mapping, ...beside }))
      yield { file, rows }
  }
}

/** Gives the ids of cases that were merged, either way. */
async function fill(
  buckets: Buckets,
  source: FactSource,
  hearer: FactHearer,
  progress: Progress,
): Promise<ReadonlySet<string>> {
  const merging = new Set<string>()
  for await (const { file, rows } of rowsOf(source, progress)) {
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

function tellCases(buckets: Buckets, merging: ReadonlySet<string>, asOf: Instant, hearer: FactHearer): Count {
  const merged = new Map<string, readonly CaseEvent[]>()
  let events = 0
  let cases = 0
  for (const lines of buckets.drain()) {
    const parsed = lines.flatMap(({ key, text }) => {
      const event = parseEvent(text, key, vocabulary)
      if (!isRefusal(event)) return [event]
      hearer.onFault({ key, text, fault: inWords(event) })
      return []
    })
    events += parsed.length
    for (const [id, told] of byCase(parsed)) {
      cases += 1
      const effective = knownOf(told, asOf, hearer)
      if (merging.has(id)) merged.set(id, effective)
      else tell(hearer, () => ownTimeline(id, effective), told)
    }
  }
  for (const id of merged.keys()) tell(hearer, () => mergedTimeline(id, merged), merged.get(id) ?? [])
  return { events, cases }
}

function knownOf(told: readonly CaseEvent[], asOf: Instant, hearer: FactHearer): readonly CaseEvent[] {
  const { events, astray } = effectiveEvents(told, asOf)
  for (const { line, data, type } of astray) {
    hearer.onFault({
      key: line,
      text: JSON.stringify({ type, data }),
      fault: `“${String(data['event'])}” names no event of this case; nothing was changed`,
    })
  }
  return events
}

/** A date so far off that no calendar holds it is a fault of its case, not the end of the run. */
function tell(
  hearer: FactHearer,
  timeline: () => Parameters<FactHearer['onCase']>[0],
  told: readonly CaseEvent[],
): void {
  try {
    hearer.onCase(timeline())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const [first] = told
    if (first !== undefined)
      hearer.onFault({
        key: first.line,
        text: JSON.stringify(first),
        fault: `the case ${first.case} was not counted: ${error.message}`,
      })
  }
}
