import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import type { MasterDefinition, MasterRow, MasterValues } from '../masters/definition.ts'
import { insertRows, lockRows, updateRows } from '../masters/rows.ts'
import { alreadyThere } from '../masters/writing.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { inBatches, type Turn } from './in-batches.ts'
import type { ImportReport } from './report.ts'
import { rowsAtOnce } from './try-import.ts'
import { rejected, weigh, type Weighed } from './weigh.ts'

/**
 * Runs an import that was tried, a batch of rows in each transaction. Each row is weighed again, since things may have
 * changed. Cut off, it goes on where it was when it is run again; run twice, it finds nothing left to do.
 */
export async function runImport(
  store: Store,
  acting: Acting,
  importId: string,
): Promise<ImportReport | Refused> {
  return inBatches(store, acting, { importId, from: 0 }, (tx, turn) => runBatch(tx, turn, store.now()))
}

/** Does the rows after a line. */
async function runBatch(tx: Transaction, { importId, from, definition, state }: Turn, at: Instant) {
  const { landlord } = tx.acting
  const fault = cannotRun(state)
  if (fault !== undefined) return fault
  const rows = state === 'done' ? [] : await tx.run(rowsToDo, [landlord, importId, from, rowsAtOnce])
  if (rows.length === 0) {
    if (state !== 'done') await tx.run(endRun, [landlord, importId, instantText(at)])
    return { next: undefined }
  }
  const done = await doRows(tx, definition, rows, at)
  await tx.run(markDone, [landlord, importId, JSON.stringify(done), instantText(at)])
  return { next: rows.at(-1)?.line }
}

function cannotRun(state: ImportReport['state']): Refused | undefined {
  if (state === 'reading')
    return refused('not valid', 'this import was cut off while it was tried', 'try the file again')
  if (state === 'undoing' || state === 'undone')
    return refused('not valid', 'this import was undone', 'try the file again')
  return undefined
}

interface RowToDo {
  readonly line: number
  readonly id: string
  /** None where its words were erased since it was tried. */
  readonly after: MasterValues | null
}

async function doRows(tx: Transaction, definition: MasterDefinition, rows: readonly RowToDo[], at: number) {
  const there = rows.flatMap(({ line, id, after }) => (after === null ? [] : [{ line, id, told: after }]))
  const ids = there.map(({ id }) => id)
  const weighed = await weigh(tx, definition, there, await lockRows(tx, definition, ids))
  const emptied = refused(
    'not valid',
    'what this row said was erased since it was tried',
    'try the file again',
  )
  const gone = rows.filter(({ after }) => after === null).map((row) => rejected(row, emptied))
  const added = await insertRows(tx, definition, withValues(weighed, 'add'), at)
  const changes = withValues(weighed, 'change').map((row) => ({ ...row, expected: row.before?.version ?? 0 }))
  const changed = await updateRows(tx, definition, changes, at)
  return [...weighed, ...gone].map((row) => {
    const taken = row.outcome === 'add' && !added.has(row.id)
    const { line, outcome, fields, reason, before } = taken
      ? rejected(row, alreadyThere(definition, row.id))
      : row
    const version = outcome === 'add' ? 1 : (changed.get(row.id) ?? null)
    return { line, outcome, fields, reason, before: outcome === 'change' ? before?.values : null, version }
  })
}

type WithValues = Weighed & { readonly values: MasterValues; readonly before: MasterRow | undefined }

function withValues(weighed: readonly Weighed[], outcome: Weighed['outcome']): readonly WithValues[] {
  return weighed.filter((row): row is WithValues => row.outcome === outcome && row.values !== undefined)
}

const rowsToDo = statement<RowToDo>(
  'import-rows-to-do',
  `select line, id, after from import_rows
    where landlord = $1 and import_id = $2 and done_at is null and outcome in ('add', 'change')
      and line > $3 order by line limit $4`,
)

const markDone = statement(
  'mark-import-rows-done',
  `with done as (
     update import_rows t
        set outcome = r.outcome, fields = r.fields, reason = r.reason, before = r.before, version_after = r.version,
            done_at = $4, cells = case when r.outcome = 'rejected' then t.cells end
       from json_to_recordset($3::json)
         as r(line integer, outcome text, fields text[], reason text, before json, version integer)
      where t.landlord = $1 and t.import_id = $2 and t.line = r.line returning t.line)
   update imports set state = 'running' where landlord = $1 and import_id = $2 and exists (select from done)`,
)

const endRun = statement(
  'end-import-run',
  `update imports set state = 'done', done_at = $3 where landlord = $1 and import_id = $2`,
)
