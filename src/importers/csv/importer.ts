import type { Imported, Importer, ImportFault, ImportSource } from '#core/importer.ts'
import { linesOf } from '#core/lines.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import { columnsOf } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { parseMapping } from './parse-mapping.ts'
import { type CsvRecord, recordsOf } from './records.ts'
import { type RowReader, rowReader } from './row-events.ts'

/** Any system's table of rows, by a mapping that says what its columns mean. */
export const csv: Importer = {
  name: 'csv',
  says: 'Rows of any CSV file, by a mapping file that says what its columns mean.',
  needsMapping: true,
  parseMapping,
  async *read(source) {
    const mapping = mappingIn(source)
    const file = fileReader(mapping, source)
    for await (const records of recordsOf(linesOf(source.bytes, mapping.encoding), mapping.delimiter)) {
      const imported = records.flatMap(file.take)
      if (imported.length > 0) yield imported
      if (file.isGivenUp()) return
    }
    const last = file.end()
    if (last.length > 0) yield last
  },
}

/** That a mapping was parsed is for the app to see to: without one we were called wrongly. */
function mappingIn({ mapping }: ImportSource): Mapping {
  if (typeof mapping !== 'object' || mapping === null || !('rows' in mapping)) {
    throw new TypeError('the csv importer needs the mapping that parseMapping gives')
  }
  return mapping as Mapping
}

/** Reads the header first, then rows. Where the header lacks a column no row can be read, and reading stops. */
function fileReader(mapping: Mapping, { refusalOf, onHeading }: ImportSource) {
  let rows: RowReader | undefined
  let isGivenUp = false

  const giveUp = (faults: readonly ImportFault[]) => {
    isGivenUp = true
    return faults
  }
  const begin = (header: readonly string[], { line, text }: CsvRecord): readonly ImportFault[] => {
    const columns = columnsOf(header, mapping)
    if ('count' in columns) rows = rowReader(mapping, columns, refusalOf)
    else
      return giveUp(columns.map((refusal) => ({ line, text, fault: `${wordsOf(refusal)}; no row was read` })))
    return []
  }
  const takeHeader = (record: CsvRecord): readonly ImportFault[] => {
    const { line, text, fault } = record
    if (fault === undefined) {
      onHeading?.(text)
      return begin(record.fields, record)
    }
    return giveUp([{ line, text, fault: `the header cannot be read: ${fault}; no row was read` }])
  }
  return {
    take(record: CsvRecord): readonly Imported[] {
      if (isGivenUp) return []
      if (rows === undefined && mapping.header === undefined) return takeHeader(record)
      const faults = rows === undefined ? begin(mapping.header ?? [], record) : []
      return rows === undefined ? faults : importedFrom(record, rows)
    },
    isGivenUp: () => isGivenUp,
    /** A file with a header and no rows is a quiet month; one without even a header is the wrong file. */
    end(): readonly Imported[] {
      const isEmpty = rows === undefined && mapping.header === undefined && !isGivenUp
      return isEmpty ? [{ line: 1, text: '', fault: 'the file is empty: it has not even a header' }] : []
    },
  }
}

function importedFrom(record: CsvRecord, read: RowReader): readonly Imported[] {
  const { line, text } = record
  if (record.fault !== undefined) return [{ line, text, fault: record.fault }]
  const texts = read(record.fields)
  if (isRefusal(texts)) return [{ line, text, fault: wordsOf(texts) }]
  return texts.map((event) => ({ line, text: event }))
}

function wordsOf({ refusal, fix }: Refusal): string {
  return fix === undefined ? refusal : `${refusal}; ${fix}`
}
