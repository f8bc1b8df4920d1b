import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { plainKey, plainName } from './normal.ts'

/** By what something is found, and what a list shows of it. */
export interface SearchRow {
  readonly kind: 'case' | 'customer' | 'home'
  readonly id: string
  /** What it is called, in any spelling. */
  readonly names?: readonly string[]
  /** References, telephone numbers, postcodes, e-mail addresses: as written, or in their normal forms. */
  readonly keys?: readonly string[]
  readonly shown: Readonly<Record<string, unknown>>
}

/** Puts what something is found by in the place of what it was found by before, in the transaction that changes it. */
export function putSearchRow(tx: Transaction, row: SearchRow): Promise<void> {
  return putSearchRows(tx, [row])
}

/** The same for many at once. */
export async function putSearchRows(tx: Transaction, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length > 0) await tx.run(putRows, [tx.acting.landlord, JSON.stringify(rows.map(written))])
}

/** By what a case is found: its reference. */
export function caseSearchRow({
  case_id: id,
  kind,
}: {
  readonly case_id: string
  readonly kind: string
}): SearchRow {
  return { kind: 'case', id, shown: { kind } }
}

/** Takes away what these are found by. */
export async function dropSearchRows(
  tx: Transaction,
  kind: SearchRow['kind'],
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await tx.run(dropRows, [tx.acting.landlord, kind, ids])
}

function written({ kind, id, names = [], keys = [], shown }: SearchRow) {
  const name = names.map(plainName).join(' ').slice(0, 500).toWellFormed()
  const found = [id, ...keys].map(plainKey).filter((key) => key !== '')
  return { kind, id, name, keys: [...new Set(found)].join(' ').slice(0, 1_200).toWellFormed(), shown }
}

const putRows = statement(
  'put-search-rows',
  `insert into search_rows (landlord, kind, id, name, keys, shown)
   select $1, kind, id, name, keys, shown
     from json_to_recordset($2::json) as r(kind text, id text, name text, keys text, shown json)
   on conflict (landlord, kind, id) do update
      set name = excluded.name, keys = excluded.keys, shown = excluded.shown`,
)

const dropRows = statement(
  'drop-search-rows',
  'delete from search_rows where landlord = $1 and kind = $2 and id = any ($3::text[])',
)
