import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { inWords, isRefusal, type Refusal } from '#core/refusal.ts'
import type { CaseToLoad } from '#store/loading/case-to-load.ts'
import { vocabulary } from '../../compose.ts'
import { type Buckets, type Line, openBuckets } from './buckets.ts'
import { caseOf } from './case-of.ts'
import { byCase, type FactHearer, type FactSource, type FaultyRow, keyOf } from './facts.ts'
import type { Progress } from './open-file.ts'
import { rowsOf } from './read-facts.ts'

type Hearer = Omit<FactHearer, 'onCase'>

/** Reads facts of any size case by case, each with all of its events as they were told; an event’s line is its row’s key. */
export async function* readToldCases(
  source: FactSource,
  hearer: Hearer,
  progress: Progress,
): AsyncGenerator<readonly CaseToLoad[], void> {
  const buckets = openBuckets()
  try {
    await fill(buckets, source, hearer, progress)
    progress.done()
    for (const lines of buckets.drain())
      yield [...byCase(parsedOf(lines, hearer))].map(([caseId, events]) => ({ caseId, events }))
  } finally {
    buckets.close()
  }
}

async function fill(buckets: Buckets, source: FactSource, hearer: Hearer, progress: Progress): Promise<void> {
  for await (const { file, rows } of rowsOf(source, progress, hearer.onHeading)) {
    for (const row of rows) {
      const key = keyOf(file, row.line)
      if ('fault' in row && row.fault !== undefined) hearer.onFault({ key, text: row.text, fault: row.fault })
      else buckets.put(caseOf(row.text), key, row.text)
    }
  }
}

function* parsedOf(lines: readonly Line[], hearer: Hearer): Iterable<CaseEvent> {
  for (const { key, text } of lines) {
    const event = parseEvent(text, key, vocabulary)
    if (isRefusal(event)) hearer.onFault({ key, text, fault: inWords(event) })
    else yield event
  }
}

/** The row of an event that was not taken in after all, as a line of the ledger. */
export function rowOf({ line, at, recordedAt, ...event }: CaseEvent, because: Refusal): FaultyRow {
  const { case: id, kind, type, id: eventId, data } = event
  const text = JSON.stringify({
    case: id,
    kind,
    type,
    at: new Date(at).toISOString(),
    ...(recordedAt !== at && { recordedAt: new Date(recordedAt).toISOString() }),
    id: eventId,
    data,
  })
  return { key: line, text, fault: `${id}: ${inWords(because)}` }
}
