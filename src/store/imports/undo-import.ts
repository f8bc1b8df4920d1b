import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import type { MasterDefinition, MasterRow, MasterValues } from '../masters/definition.ts'
import { missingReferences, usesOf } from '../masters/references.ts'
import { lockRows, removeRows, updateRows } from '../masters/rows.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { inBatches, type Turn } from './in-batches.ts'
import type { ImportReport } from './report.ts'
import { rowsAtOnce } from './try-import.ts'

/**
 * Undoes an import, its last rows first: what it added is taken away, what it changed is put back. A row whose master
 * was changed since, or is named by something, stays as it is and says why.
 */
export async function undoImport(
  store: Store,
  acting: Acting,
  importId: string,
): Promise<ImportReport | Refused> {
  return inBatches(store, acting, { importId, from: pastTheEnd }, (tx, turn) =>
    undoBatch(tx, turn, store.now()),
  )
}

/** No line has a higher number. */
const pastTheEnd = 2_147_483_647

/** Undoes the rows before a line. */
async function undoBatch(tx: Transaction, { importId, from, definition, state }: Turn, at: Instant) {
  const { landlord } = tx.acting
  if (state === 'undone') return { next: undefined }
  if (state === 'reading' || state === 'tried')
    return refused('not valid', 'this import was never run', 'there is nothing to undo')
  const rows = await tx.run(rowsToUndo, [landlord, importId, from, rowsAtOnce])
  if (rows.length === 0) {
    await tx.run(endUndo, [landlord, importId, instantText(at)])
    return { next: undefined }
  }
  const stays = await undoRows(tx, definition, rows, at)
  const undone = rows.map(({ line, id }) => ({ line, stays: stays.get(id) ?? null }))
  await tx.run(markUndone, [landlord, importId, JSON.stringify(undone), instantText(at)])
  return { next: rows.at(-1)?.line }
}

interface RowToUndo {
  readonly line: number
  readonly id: string
  readonly outcome: 'add' | 'change'
  readonly before: MasterValues | null
  readonly version_after: number
}

/** Gives why rows stay as they are, by id; the others are undone. */
async function undoRows(
  tx: Transaction,
  definition: MasterDefinition,
  rows: readonly RowToUndo[],
  at: number,
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.map(({ id }) => id)
  const now = await lockRows(tx, definition, ids)
  const stays = new Map<string, string>()
  const stay = (id: string, why: string) => stays.set(id, why.slice(0, 500))
  for (const row of rows) {
    const why = changedSince(row, now.get(row.id))
    if (why !== undefined) stay(row.id, why)
  }
  const added = rows.filter(({ id, outcome }) => outcome === 'add' && !stays.has(id)).map(({ id }) => id)
  for (const [id, by] of await usesOf(tx, definition, added)) stay(id, `a ${by} names it`)
  const back = rows.flatMap(({ id, before, version_after: expected }) =>
    before === null || stays.has(id) ? [] : [{ id, expected, values: before }],
  )
  for (const [id, { refusal }] of await missingReferences(tx, definition, back)) stay(id, refusal)
  const gone = added.filter((id) => !stays.has(id))
  if (gone.length > 0) await removeRows(tx, definition, gone)
  await updateRows(
    tx,
    definition,
    back.filter(({ id }) => !stays.has(id)),
    at,
  )
  return stays
}

function changedSince(row: RowToUndo, now: MasterRow | undefined): string | undefined {
  if (now === undefined) return 'it is not there any more'
  if (now.erasedAt !== null) return 'it was erased since'
  if (now.version !== row.version_after) return `it was changed since, by ${now.changedBy}`
  if (row.outcome === 'change' && row.before === null) return 'what it was before has been erased'
  return undefined
}

const rowsToUndo = statement<RowToUndo>(
  'import-rows-to-undo',
  `select line, id, outcome, before, version_after from import_rows
    where landlord = $1 and import_id = $2 and done_at is not null and undone_at is null and stays is null
      and outcome in ('add', 'change')
      and line < $3 order by line desc limit $4`,
)

const markUndone = statement(
  'mark-import-rows-undone',
  `with undone as (
     update import_rows t
        set undone_at = case when r.stays is null then $4::timestamptz end, stays = r.stays
       from json_to_recordset($3::json) as r(line integer, stays text)
      where t.landlord = $1 and t.import_id = $2 and t.line = r.line returning t.line)
   update imports set state = 'undoing' where landlord = $1 and import_id = $2 and exists (select from undone)`,
)

const endUndo = statement(
  'end-import-undo',
  `update imports set state = 'undone', undone_at = $3 where landlord = $1 and import_id = $2`,
)
