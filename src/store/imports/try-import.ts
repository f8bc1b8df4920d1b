import { createHash } from 'node:crypto'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'
import type { MasterDefinition } from '../masters/definition.ts'
import { masterNamed, masters } from '../masters/masters.ts'
import { rowsById } from '../masters/rows.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { valueInCell } from './cell.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type CsvFile, type CsvRow, readCsv } from './csv-file.ts'
import { planAnew } from './plan-anew.ts'
import { type ImportReport, readImport } from './report.ts'
import { rejected, type RowToWeigh, weigh, type Weighed } from './weigh.ts'

/** A file of masters of one kind. */
export interface FileToImport {
  readonly kind: string
  readonly fileName?: string
  readonly bytes: Uint8Array
  /** Headings that are to be left out. */
  readonly ignore?: readonly string[]
}

/** Rows weighed, run or undone in one transaction. */
export const rowsAtOnce = 500

/**
 * Tries a file: says what each row would add or change, and what is wrong with those it could not take. Nothing is
 * changed; the import that is kept can then be run. A column that the file does not have leaves its field as it is;
 * an empty cell empties it.
 */
export async function tryImport(
  store: Store,
  acting: Acting,
  file: FileToImport,
): Promise<ImportReport | Refused> {
  const definition = masterNamed(file.kind)
  if (definition === undefined) return noSuchKind(file.kind)
  const barred = importBarred(acting, definition)
  if (barred !== undefined) return barred
  const csv = await readCsv(file.bytes)
  if (isRefused(csv)) return csv
  const columns = columnsOf(definition, csv.headings, file.ignore)
  if (isRefused(columns)) return columns
  const importId = newId()
  const begun = await begin(store, acting, importId, file, csv)
  if (isRefused(begun)) return begun
  const seen = new Map<string, number>()
  for (let from = 0; from < csv.rows.length; from += rowsAtOnce) {
    const rows = csv.rows.slice(from, from + rowsAtOnce)
    const weighed = await weighRows(
      store,
      acting,
      { definition, columns, width: csv.headings.length, importId, seen },
      rows,
    )
    if (isRefused(weighed)) return weighed
  }
  const ended = await store.database.transact(acting, 'masters.import', (tx) =>
    tx.run(setState, [acting.landlord, importId, 'tried']),
  )
  return isRefused(ended) ? ended : readImport(store, acting, importId)
}

/** Staff come with roles, so whoever may not give roles may not bring in staff either. */
export function importBarred(acting: Acting, definition: MasterDefinition): Refused | undefined {
  if (definition.write !== 'people' || acting.may.has('people')) return undefined
  return refused('not allowed', `importing ${definition.kind} gives roles`, 'ask an administrator')
}

function noSuchKind(kind: string): Refused {
  const kinds = masters.map((each) => each.kind)
  const near = suggest(kind, kinds)
  const fix = near === undefined ? `the kinds are ${kinds.join(', ')}` : `did you mean ${near}?`
  return refused('not valid', 'there is no such kind to import', fix, '/kind')
}

function begin(
  store: Store,
  acting: Acting,
  importId: string,
  file: FileToImport,
  { encoding, headings }: CsvFile,
) {
  const digest = createHash('sha256').update(file.bytes).digest()
  const name = file.fileName
    ?.replaceAll(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 200)
  const at = instantText(store.now())
  return store.database.transact(acting, 'masters.import', (tx) =>
    tx.run(insertImport, [
      acting.landlord,
      importId,
      file.kind,
      name,
      digest,
      encoding,
      headings,
      at,
      acting.by,
    ]),
  )
}

interface Trying {
  readonly definition: MasterDefinition
  readonly columns: Columns
  readonly width: number
  readonly importId: string
  /** On which line each id stood first. */
  readonly seen: Map<string, number>
}

function weighRows(store: Store, acting: Acting, trying: Trying, rows: readonly CsvRow[]) {
  const { definition, importId } = trying
  const told = rows.map((row) => ({ row, told: toldBy(trying, row) }))
  const repeats = told.map(({ told: { id, line } }) => repeatOf(trying, id, line))
  return store.database.transact(acting, 'masters.import', async (tx) => {
    await planAnew(tx)
    const sound = told.filter(
      ({ row }, index) => row.cells.length === trying.width && repeats[index] === undefined,
    )
    const now = await rowsById(
      tx,
      definition,
      sound.map(({ told: { id } }) => id).filter((id) => id !== ''),
    )
    const weighed = await weigh(
      tx,
      definition,
      sound.map((each) => each.told),
      now,
    )
    const byLine = new Map(weighed.map((each) => [each.line, each]))
    const all = told.map(({ row, told: each }, index) => {
      const found = byLine.get(row.line) ?? faulty(trying, row, each, repeats[index])
      return written(found, each, row, trying)
    })
    return tx.run(insertRows, [acting.landlord, importId, JSON.stringify(all)])
  })
}

function toldBy({ definition, columns }: Trying, { line, cells }: CsvRow): RowToWeigh {
  const told: Record<string, unknown> = {}
  for (const [name, place] of columns.fields) {
    const field = definition.fields[name]
    if (field !== undefined) told[name] = valueInCell(field, cells[place] ?? '')
  }
  return { line, id: (cells[columns.id] ?? '').trim(), told }
}

function repeatOf({ seen }: Trying, id: string, line: number): number | undefined {
  const first = seen.get(id)
  if (first === undefined && id !== '') seen.set(id, line)
  return first
}

function faulty(
  { definition, width }: Trying,
  { cells }: CsvRow,
  row: RowToWeigh,
  first: number | undefined,
): Weighed {
  if (cells.length !== width)
    return rejected(
      row,
      refused('not valid', `this row has ${cells.length} cells; there are ${width} headings`),
    )
  return rejected(
    row,
    refused('not valid', `line ${first} has the same ${definition.id}`, 'leave one of them out', '/id'),
  )
}

/** The row as it is kept: what it says only where that is still needed. */
function written(
  { line, id, outcome, fields, reason, values }: Weighed,
  { told }: RowToWeigh,
  { cells }: CsvRow,
  { columns }: Trying,
) {
  const names = [...columns.fields.keys()]
  const takes = outcome === 'add' || outcome === 'change'
  const after = takes ? Object.fromEntries(names.map((name) => [name, values?.[name] ?? told[name]])) : null
  const kept = id.length > 200 ? null : id
  return { line, id: kept, outcome, fields, reason, cells: outcome === 'same' ? null : cells, after }
}

const insertImport = statement(
  'insert-import',
  `insert into imports (landlord, import_id, kind, file_name, digest, encoding, headings, state, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, 'reading', $8, $9)`,
)

const insertRows = statement(
  'insert-import-rows',
  `insert into import_rows (landlord, import_id, line, id, outcome, fields, reason, cells, after)
   select $1, $2, line, id, outcome, fields, reason, cells, after
     from json_to_recordset($3::json)
       as r(line integer, id text, outcome text, fields text[], reason text, cells text[], after json)`,
)

const setState = statement(
  'set-import-state',
  'update imports set state = $3 where landlord = $1 and import_id = $2',
)
