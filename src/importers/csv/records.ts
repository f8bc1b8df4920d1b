import { parse } from 'csv-parse/sync'
import { longestLineBytes, type TextLine } from '#core/lines.ts'
import { type AfterLine, afterLine } from './quotes.ts'

/** One record of a CSV file: its fields, or why it has none. A quoted field may hold line ends, so it may span lines. */
export interface CsvRecord {
  /** The line of the file on which it begins. */
  readonly line: number
  /** The record as it stands in the file, for the list of rejected rows. */
  readonly text: string
  readonly fields: readonly string[]
  readonly fault?: string
}

/** A quoted field may hold a letter, not a book: past this the quote was never meant to be left open. */
const mostLines = 1_000
const mostCharacters = longestLineBytes

/**
 * Lines become records. A quote that is never closed costs only its own line: reading goes on with the next one,
 * so a slip of the pen in one row does not swallow the rows after it.
 */
export async function* recordsOf(
  batches: AsyncIterable<readonly TextLine[]>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[], void, undefined> {
  const gatherer = recordGatherer(delimiter)
  for await (const lines of batches) {
    const records = gatherer.take(lines)
    if (records.length > 0) yield withFields(records, delimiter)
  }
  const last = gatherer.end()
  if (last.length > 0) yield withFields(last, delimiter)
}

type RawRecord = Omit<CsvRecord, 'fields'>

/** Holds the lines of a record whose quote is still open. */
function recordGatherer(delimiter: string) {
  let held: TextLine[] = []
  let heldCharacters = 0

  const letGo = (): readonly TextLine[] => {
    const lines = held
    held = []
    heldCharacters = 0
    return lines
  }
  const hold = (line: TextLine): AfterLine => {
    const after = line.fault === undefined ? stateAfter(line.text, held.length > 0, delimiter) : 'broken'
    held.push(line)
    heldCharacters += line.text.length
    const tooLong = held.length > mostLines || heldCharacters > mostCharacters
    return after === 'open' && tooLong ? 'broken' : after
  }
  const takeAll = (lines: readonly TextLine[], records: RawRecord[]) => {
    const waiting = [...lines].reverse()
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
      if (held.length === 0 && isBlank(line, delimiter)) continue
      const after = hold(line)
      if (after === 'open') continue
      if (after === 'whole' || held.length === 1) records.push(rawRecord(letGo()))
      else for (const again of giveUp(letGo(), records).toReversed()) waiting.push(again)
    }
  }
  return {
    take(lines: readonly TextLine[]): readonly RawRecord[] {
      const records: RawRecord[] = []
      takeAll(lines, records)
      return records
    },
    end(): readonly RawRecord[] {
      const records: RawRecord[] = []
      while (held.length > 0) takeAll(giveUp(letGo(), records), records)
      return records
    },
  }
}

/** Gives up the line whose quote was never meant to be left open; the lines after it are to be read again. */
function giveUp([first, ...rest]: readonly TextLine[], records: RawRecord[]): readonly TextLine[] {
  if (first !== undefined) records.push({ line: first.line, text: first.text, fault: neverClosed })
  return rest
}

/** Nothing but white space; a row of empty fields is not blank, and tabs may be what stands between them. */
function isBlank({ text, fault }: TextLine, delimiter: string): boolean {
  return fault === undefined && text.trim() === '' && !text.includes(delimiter)
}

const neverClosed = 'a quote is opened on this line and never closed'

/** Most lines have no quote; those cost one look. */
function stateAfter(text: string, isOpen: boolean, delimiter: string): AfterLine {
  return !isOpen && !text.includes('"') ? 'whole' : afterLine(text, isOpen, delimiter)
}

function rawRecord(lines: readonly TextLine[]): RawRecord {
  const [first] = lines
  if (first === undefined) throw new Error('a record has a line')
  const text = lines.length === 1 ? first.text : lines.map((line) => line.text).join('\n')
  const fault = lines.find((line) => line.fault !== undefined)?.fault
  return { line: first.line, text, ...(fault !== undefined && { fault }) }
}

/** All at once where all are sound; otherwise one by one, so that each fault stands with its own record. */
function withFields(records: readonly RawRecord[], delimiter: string): readonly CsvRecord[] {
  if (records.every((record) => record.fault === undefined)) {
    const rows = rowsOf(records.map((record) => record.text).join('\n'), delimiter)
    if (!('fault' in rows) && rows.length === records.length) {
      return records.map((record, index) => ({ ...record, fields: rows[index] ?? [] }))
    }
  }
  return records.map((record) => oneByOne(record, delimiter))
}

function oneByOne(record: RawRecord, delimiter: string): CsvRecord {
  if (record.fault !== undefined) return { ...record, fields: [] }
  const rows = rowsOf(record.text, delimiter)
  if ('fault' in rows) return { ...record, fields: [], fault: rows.fault }
  const [fields] = rows
  if (fields === undefined || rows.length > 1)
    return { ...record, fields: [], fault: 'the quotes do not match' }
  return { ...record, fields }
}

function rowsOf(
  text: string,
  delimiter: string,
): readonly (readonly string[])[] | { readonly fault: string } {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: mostCharacters * 2,
    })
  } catch (error) {
    return { fault: quoteFault(error) }
  }
}

/** csv-parse says where and why for a programmer; this says it to whoever keeps the file. */
function quoteFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'CSV_INVALID_CLOSING_QUOTE') {
    return 'a quoted field goes on after its closing quote; a quote inside one is written twice'
  }
  if (code === 'INVALID_OPENING_QUOTE') return 'a quote stands in a field that does not begin with one'
  return 'the quotes of this row do not match'
}
