import type { Imported, Importer, ImportSource } from '#core/importer.ts'
import { linesOf, type TextLine } from '#core/lines.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import { rememberCalls } from './calls.ts'
import { type LogReader, logReader } from './log-reader.ts'
import { parseOptions, type QueueLogOptions } from './options.ts'
import { refusedCalls } from './refused-calls.ts'

/** The queue log of Asterisk, and beside it the call records, which alone know the calls that were refused. */
export const queueLog: Importer = {
  name: 'queue-log',
  says: 'The queue log of an Asterisk telephone exchange; with its call records (Master.csv) beside it, refused calls too.',
  parseMapping: parseOptions,
  takesBeside: true,
  async *read(source) {
    const calls = rememberCalls()
    const log = logReader(calls)
    for await (const lines of linesOf(source.bytes)) {
      const imported = lines.flatMap((line) => importedFrom(line, log))
      if (imported.length > 0) yield imported
    }
    const span = log.span()
    if (source.beside === undefined || span === undefined) return
    const refused = refusedCalls(calls, span, optionsIn(source).refusedQueue)
    for await (const lines of linesOf(source.beside)) {
      const faults = refused.take(lines)
      if (faults.length > 0) yield faults
    }
    const found = refused.end()
    if (found.length > 0) yield found
  },
}

function importedFrom({ line, text, fault }: TextLine, log: LogReader): readonly Imported[] {
  if (fault !== undefined) return [{ line, text, fault }]
  if (text.trim() === '') return []
  const events = log.take(text)
  if (isRefusal(events)) return [{ line, text, fault: wordsOf(events) }]
  return events.map((event) => ({ line, text: event }))
}

function wordsOf({ refusal, fix }: Refusal): string {
  return fix === undefined ? refusal : `${refusal}; ${fix}`
}

function optionsIn({ mapping }: ImportSource): QueueLogOptions {
  return typeof mapping === 'object' && mapping !== null ? mapping : {}
}
