import { parseEvent } from '#core/ledger/parse-event.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { linesOf } from '#core/lines.ts'
import { inWords, isRefusal } from '#core/refusal.ts'
import type { CaseToLoad } from './case-to-load.ts'

/** A line that holds no event, and why. */
export interface FaultyLine {
  readonly line: number
  readonly because: string
}

/** Events as they were told, a line each, by case; and the lines that hold none. */
export interface ToldLines {
  readonly cases: readonly CaseToLoad[]
  readonly faulty: readonly FaultyLine[]
}

/** Reads events from NDJSON in the shape of a file for `kept measure`, through the ledger’s own door. Empty lines are passed over. */
export async function toldInLines(bytes: Buffer, vocabulary: Vocabulary): Promise<ToldLines> {
  const byCase = new Map<string, CaseEvent[]>()
  const faulty: FaultyLine[] = []
  for await (const lines of linesOf(piecesOf(bytes)))
    for (const { line, text, fault } of lines) {
      if (text.trim() === '' && fault === undefined) continue
      const event = fault === undefined ? parseEvent(text, line, vocabulary) : { refusal: fault }
      if (isRefusal(event)) faulty.push({ line, because: inWords(event) })
      else if (byCase.get(event.case)?.push(event) === undefined) byCase.set(event.case, [event])
    }
  return { cases: [...byCase].map(([caseId, events]) => ({ caseId, events })), faulty }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}
