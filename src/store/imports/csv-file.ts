import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type Refused, refused } from '#core/refused.ts'

/** A CSV file, read: its headings, and its rows with the lines on which they begin. */
export interface CsvFile {
  readonly encoding: 'utf-8' | 'windows-1252'
  readonly headings: readonly string[]
  readonly rows: readonly CsvRow[]
}

export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

const mostRows = 200_000
export const mostBytes = 50 * 1024 * 1024
const mostColumns = 200
/** A row may hold letters, not books: a quote that is never closed is found before it swallows the file. */
const longestRow = 200_000

/** Reads a CSV file as spreadsheets save it: in UTF-8 or Windows' own letters, with commas, semicolons or tabs. */
export async function readCsv(bytes: Uint8Array): Promise<CsvFile | Refused> {
  if (bytes.length > mostBytes)
    return refused('too large', 'the file is over 50 MB', 'split it into several', '/file')
  const { encoding, text } = decoded(bytes)
  if (text.includes('\0') || text.startsWith('\ufeff\ufeff'))
    return refused('not valid', 'this is not a CSV file in UTF-8', 'save it as “CSV UTF-8”', '/file')
  const rows = await rowsIn(text)
  if (!Array.isArray(rows)) return rows
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0)
    return refused(
      'not valid',
      'the file has no rows',
      'its first line holds the headings, each further line a row',
      '/file',
    )
  if (first.cells.length > mostColumns)
    return refused(
      'too many',
      `the file has ${first.cells.length} columns; ${mostColumns} is the most`,
      undefined,
      '/file',
    )
  return { encoding, headings: first.cells.map((cell) => cell.trim().slice(0, 200)), rows: rest }
}

/** What is no UTF-8 was saved by an older spreadsheet on Windows. */
function decoded(bytes: Uint8Array): Pick<CsvFile, 'encoding'> & { readonly text: string } {
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) }
  }
}

async function rowsIn(text: string): Promise<CsvRow[] | Refused> {
  const parser = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    }),
  )
  const rows: CsvRow[] = []
  let endedOn = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      // A row that is quoted over several lines begins after the last one ended; blank lines come between.
      const lines = record.join('').split('\n').length - 1
      rows.push({ line: Math.max(endedOn + 1, info.lines - lines), cells: record })
      endedOn = info.lines
      if (rows.length > mostRows + 1)
        return refused('too many', `the file has over ${mostRows} rows`, 'split it into several', '/file')
    }
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refused('not valid', quoteFault(error, text), quoteFix, '/file')
  }
}

const quoteFix = 'put a quote before and after a cell that holds one, and write the one inside twice'

function quoteFault({ code, lines }: CsvError & { readonly lines?: unknown }, text: string): string {
  const open =
    code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE' ? lineOfOpenQuote(text) : undefined
  if (open !== undefined) return `a quote that opens on line ${open} is never closed`
  return typeof lines === 'number' ? `the quotes of line ${lines} do not match` : 'quotes do not match'
}

/** Where the quote opened that was still open at the end. */
function lineOfOpenQuote(text: string): number | undefined {
  let line = 1
  let opened: number | undefined
  for (const [mark] of text.matchAll(/["\n]/g)) {
    if (mark === '\n') line++
    else opened = opened === undefined ? line : undefined
  }
  return opened
}

interface ParsedRow {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

const pieceLength = 65_536

function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += pieceLength) yield text.slice(from, from + pieceLength)
}

/** Whichever of them the first line holds most of. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const first = text.slice(0, Math.min(end === -1 ? text.length : end, 10_000))
  const counts = [',', ';', '\t'].map((each) => [each, first.split(each).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
