import { stringify } from 'csv-stringify/sync'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { masterNamed } from '../masters/masters.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import { addedHeadings } from './columns.ts'

/** An import, and how many rows did, or would do, what. */
export interface ImportReport {
  readonly importId: string
  readonly kind: string
  readonly fileName: string | null
  readonly encoding: string
  readonly headings: readonly string[]
  /** `reading` is an attempt that was cut off: try the file again. */
  readonly state: 'reading' | 'tried' | 'running' | 'done' | 'undoing' | 'undone'
  readonly madeAt: Instant
  readonly madeBy: string
  readonly doneAt: Instant | null
  readonly undoneAt: Instant | null
  readonly counts: Readonly<
    Record<'add' | 'change' | 'same' | 'rejected' | 'done' | 'undone' | 'stays', number>
  >
}

/** A row of the file, and what became of it. What it says is shown only in the list of rejected rows. */
export interface ImportedRow {
  readonly line: number
  readonly id: string | null
  readonly outcome: 'add' | 'change' | 'same' | 'rejected'
  readonly fields: readonly string[]
  readonly reason: string | null
  readonly doneAt: Instant | null
  readonly undoneAt: Instant | null
  /** Why it could not be undone. */
  readonly stays: string | null
}

/** One import with its counts. */
export function readImport(store: Store, acting: Acting, importId: string): Promise<ImportReport | Refused> {
  return store.database.transact(acting, 'masters.import', (tx) => importIn(tx, importId))
}

/** The same within another transaction. */
async function importIn(tx: Transaction, importId: string): Promise<ImportReport | Refused> {
  const [found] = await tx.run(oneImport, [tx.acting.landlord, importId])
  return found ?? refused('not found', `there is no import ${importId}`)
}

/** Imports, the latest first, page by page. */
export function listImports(
  store: Store,
  acting: Acting,
  { after, limit = 50 }: { readonly after?: ImportCursor; readonly limit?: number } = {},
): Promise<readonly ImportReport[] | Refused> {
  const from = [instantText(after?.madeAt) ?? 'infinity', after?.importId ?? '']
  return store.database.transact(acting, 'masters.import', (tx) =>
    tx.run(latestImports, [acting.landlord, ...from, Math.min(limit, 200)]),
  )
}

export type ImportCursor = Pick<ImportReport, 'importId' | 'madeAt'>

export interface RowsAsked {
  readonly outcome?: ImportedRow['outcome']
  /** Only those that could not be undone. */
  readonly stays?: boolean
  /** The line of the last row of the page before. */
  readonly after?: number
  readonly limit?: number
}

/** The rows of an import by line, page by page. */
export function importRows(
  store: Store,
  acting: Acting,
  importId: string,
  { outcome, stays = false, after = 0, limit = 50 }: RowsAsked = {},
): Promise<readonly ImportedRow[] | Refused> {
  return store.database.transact(acting, 'masters.import', async (tx) => {
    const found = await importIn(tx, importId)
    if (isRefused(found)) return found
    return tx.run(rowsOfImport, [
      acting.landlord,
      importId,
      outcome ?? null,
      stays,
      after,
      Math.min(limit, 200),
    ])
  })
}

/** The rejected rows as they stood in the file, each with its line and why: to be put right and tried again. */
export async function rejectedRows(
  store: Store,
  acting: Acting,
  importId: string,
): Promise<AsyncIterable<string> | Refused> {
  const found = await readImport(store, acting, importId)
  if (isRefused(found)) return found
  return rejectedLines(store, acting, found)
}

const rowsAtOnce = 1_000

async function* rejectedLines(store: Store, acting: Acting, { importId, kind, headings }: ImportReport) {
  yield stringify([[...headings, ...addedHeadings]], { bom: true })
  let after = 0
  for (;;) {
    const rows = await store.database.transact(acting, 'masters.import', async (tx) => {
      const page = await tx.run(cellsRejected, [acting.landlord, importId, after, rowsAtOnce])
      const customerIds = kind === 'customers' ? page.flatMap(({ id }) => id ?? []) : []
      if (masterNamed(kind)?.shows !== undefined && page.length > 0)
        await logAccess(tx, { what: 'rejected rows of an import', customerIds, why: importId })
      return page
    })
    if (isRefused(rows)) return
    if (rows.length > 0)
      yield stringify(rows.map(({ line, cells, reason }) => [...row(cells, headings.length), line, reason]))
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.line ?? after
  }
}

/** As wide as the headings, so that what is added stands in its own columns; emptied where its words were erased. */
function row(cells: readonly string[] | null, width: number): readonly string[] {
  return Array.from({ length: width }, (_, place) => cells?.[place] ?? '')
}

const columns = `i.import_id as "importId", i.kind, i.file_name as "fileName", i.encoding, i.headings, i.state,
  i.made_at as "madeAt", i.made_by as "madeBy", i.done_at as "doneAt", i.undone_at as "undoneAt",
  (select json_build_object(
     'add', count(*) filter (where r.outcome = 'add'), 'change', count(*) filter (where r.outcome = 'change'),
     'same', count(*) filter (where r.outcome = 'same'), 'rejected', count(*) filter (where r.outcome = 'rejected'),
     'done', count(r.done_at), 'undone', count(r.undone_at), 'stays', count(r.stays))
     from import_rows r where r.landlord = i.landlord and r.import_id = i.import_id) as counts`

const oneImport = statement<ImportReport>(
  'import-by-id',
  `select ${columns} from imports i where i.landlord = $1 and i.import_id = $2`,
)

const latestImports = statement<ImportReport>(
  'imports-latest',
  `select ${columns} from imports i where i.landlord = $1 and (i.made_at, i.import_id) < ($2::timestamptz, $3::text)
    order by i.made_at desc, i.import_id desc limit $4`,
)

const rowsOfImport = statement<ImportedRow>(
  'import-rows-of',
  `select line, id, outcome, fields, reason, done_at as "doneAt", undone_at as "undoneAt", stays from import_rows
    where landlord = $1 and import_id = $2 and ($3::text is null or outcome = $3) and (not $4 or stays is not null)
      and line > $5 order by line limit $6`,
)

const cellsRejected = statement<{
  readonly line: number
  readonly id: string | null
  readonly cells: readonly string[] | null
  readonly reason: string | null
}>(
  'import-rows-rejected',
  `select line, id, cells, reason from import_rows
    where landlord = $1 and import_id = $2 and outcome = 'rejected' and line > $3 order by line limit $4`,
)
