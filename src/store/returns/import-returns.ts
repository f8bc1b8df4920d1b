import { monthTyped } from '#core/duties/month-typed.ts'
import { valueTyped } from '#core/duties/return-value.ts'
import type { Acting } from '#core/people/acting.ts'
import { inWords } from '#core/refusal.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { type CsvRow, readCsv } from '../imports/csv-file.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { authorOf, type ReturnsGround, returnsGround } from './ground.ts'
import { insertProposal, proposalFault, type ReturnToPropose } from './propose.ts'

/** A row that could not be taken, as it stood in the file. */
export interface RejectedRow {
  readonly line: number
  readonly reason: string
  readonly text: string
}

/** What came of a file. */
export interface ReturnsImported {
  readonly importId: string
  readonly taken: number
  readonly rejected: readonly RejectedRow[]
}

const mostRows = 2_000
const columns = ['name', 'month', 'value', 'source'] as const

/**
 * Brings in a file of figures, with the columns name, month, value and source. Good rows wait for their check as if they had been
 * typed in; each bad one is kept with its line and what is wrong with it.
 */
export async function importReturns(
  store: Store,
  acting: Acting,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<ReturnsImported | Refused> {
  const file = await readCsv(content)
  if (isRefused(file)) return file
  if (file.rows.length > mostRows)
    return refused('too many', `the file has over ${mostRows} rows`, 'split it into several', '/file')
  const headings = file.headings.map((heading) => heading.toLowerCase())
  const missing = columns.filter((column) => !headings.includes(column))
  if (missing.length > 0)
    return refused(
      'not valid',
      `the file has no column called ${missing.join(', ')}`,
      'name its columns name, month, value and source in the first line',
      '/file',
    )
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const ground = await returnsGround(tx, store)
    if (isRefused(ground)) return ground
    const importId = newId()
    const rejected: RejectedRow[] = []
    const taken: ReturnToPropose[] = []
    for (const row of file.rows) {
      const read = await rowTaken(tx, ground, cellsOf(headings, row), taken)
      if (isRefused(read)) rejected.push({ line: row.line, reason: reasonOf(read), text: textOf(row) })
      else {
        await insertProposal(tx, store, { ...read, importId })
        taken.push(read)
      }
    }
    const tidyName = name.trim().slice(0, 200) || 'a file'
    await tx.run(insertImport, [
      acting.landlord,
      importId,
      tidyName,
      instantText(store.now()),
      acting.by,
      taken.length,
      JSON.stringify(rejected),
    ])
    return { importId, taken: taken.length, rejected }
  })
}

async function rowTaken(
  tx: Transaction,
  ground: ReturnsGround,
  cells: ReadonlyMap<string, string>,
  before: readonly ReturnToPropose[],
): Promise<(ReturnToPropose & { readonly authorId: string }) | Refused> {
  const name = cells.get('name') ?? ''
  const month = monthTyped(cells.get('month') ?? '')
  if (month === undefined) return refused('not valid', 'the month cannot be read', 'write it as 2026-03')
  const value = valueTyped(name, cells.get('value') ?? '', 'file')
  if (isRefused(value)) return value
  const proposal = { name, month, value, source: cells.get('source') ?? '' }
  const fault = proposalFault(ground, proposal)
  if (fault !== undefined) return fault
  if (before.some((each) => each.name === name && each.month === month))
    return refused('not valid', 'an earlier row has the same name and month', 'leave out one of the two')
  const author = await authorOf(tx, ground, name)
  return isRefused(author) ? author : { ...proposal, ...author }
}

function cellsOf(headings: readonly string[], { cells }: CsvRow): ReadonlyMap<string, string> {
  return new Map(headings.map((heading, index) => [heading, (cells[index] ?? '').trim().slice(0, 300)]))
}

function reasonOf({ refusal, fix }: Refused): string {
  return inWords({ refusal, ...(fix !== undefined && { fix }) }).slice(0, 500)
}

function textOf({ cells }: CsvRow): string {
  return cells.join(', ').replaceAll('\0', '').toWellFormed().slice(0, 200)
}

const insertImport = statement(
  'insert-return-import',
  `insert into return_imports (landlord, import_id, file_name, imported_at, imported_by, rows_taken, rejected)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
