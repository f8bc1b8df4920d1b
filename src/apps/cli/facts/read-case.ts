import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { mergedInto, mergedTimeline, type Timeline } from '#core/ledger/timeline.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import { vocabulary } from '../../compose.ts'
import { inWords } from '../outcome.ts'
import { caseOf } from './case-of.ts'
import { byCase, type FactSource, type FaultyRow, keyOf } from './facts.ts'
import type { Progress } from './open-file.ts'
import { rowsOf } from './read-facts.ts'

/** Each reading of the files finds one more link of a chain of merges; no chain is longer. */
const mostReadings = 21

/**
 * One case’s timeline, with the cases it was merged into; undefined where the files do not know it. Only
 * rows of this case are held and judged, so a long file costs no memory.
 */
export async function readCase(
  source: FactSource,
  id: string,
  asOf: Instant,
  onFault: (row: FaultyRow) => void,
  progress: Progress,
): Promise<Timeline | undefined> {
  const wanted = new Set([id])
  for (let reading = 0; reading < mostReadings; reading++) {
    const cases = await readCases(source, wanted, reading === 0 ? onFault : () => {}, progress)
    const effective = new Map([...cases].map(([each, told]) => [each, effectiveEvents(told, asOf).events]))
    const into = [...effective.values()]
      .map(mergedInto)
      .filter((each) => each !== undefined && !wanted.has(each))
    if (into.length === 0 || source.files.includes('-'))
      return effective.has(id) ? mergedTimeline(id, effective) : undefined
    for (const each of into) if (each !== undefined) wanted.add(each)
  }
  return undefined
}

async function readCases(
  source: FactSource,
  wanted: ReadonlySet<string>,
  onFault: (row: FaultyRow) => void,
  progress: Progress,
) {
  const events: CaseEvent[] = []
  for await (const { file, rows } of rowsOf(source, progress)) {
    for (const row of rows) {
      if ('fault' in row || !wanted.has(caseOf(row.text))) continue
      const key = keyOf(file, row.line)
      const event = parseEvent(row.text, key, vocabulary)
      if (isRefusal(event)) onFault({ key, text: row.text, fault: inWords(event) })
      else events.push(event)
    }
  }
  return byCase(events)
}
