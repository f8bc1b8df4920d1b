import { createHash } from 'node:crypto'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { rowsInBatches, type Streamed, streamed } from '../cursor.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { schemaOf, type WholeTable, wholeTables } from './catalogue.ts'
import { type Header, rowLine, type Trailer } from './format.ts'
import { rowsAtATime } from './whole-tables.ts'

/** Takes what is written, and comes back when it is ready for more. */
export type WriteText = (text: string) => Promise<void>

export interface ExportOptions {
  /** With what only this installation can use: passwords, keys, and what waits to be sent. */
  readonly backup?: boolean
  /** For what it is, as the access log will say. */
  readonly why?: string
  readonly onProgress?: (lines: number) => void
}

/** What an export came to. */
export interface Exported {
  readonly lines: number
  readonly sha256: string
}

/** One statement may read a large table, in milliseconds. */
const longestStatement = 600_000

/**
 * Writes out everything a landlord holds, as it stood at one instant: NDJSON, a row a line, that `importWhole` reads. It
 * holds names and words, so the access log says first that it was taken out. Memory stays flat.
 */
export function exportLandlord(
  store: Store,
  acting: Acting,
  write: WriteText,
  options: ExportOptions = {},
): Promise<Exported | Refused> {
  return store.database.transact(acting, 'export', (tx) => exportIn(tx, store, write, options), {
    snapshot: true,
    once: true,
    longestStatement,
  })
}

async function exportIn(
  tx: Transaction,
  store: Store,
  write: WriteText,
  { backup = false, why, onProgress }: ExportOptions,
): Promise<Exported | Refused> {
  const { acting } = tx
  const [landlord] = await tx.run(landlordToExport, [acting.landlord])
  if (landlord === undefined) return refused('not found', 'there is no such landlord')
  // In a transaction of its own: what has gone out is on the log, however this one ends.
  const logged = await store.database.transact(acting, 'export', async (log) => {
    await logAccess(log, { what: backup ? 'backup' : 'export', customerIds: [], why })
    return true
  })
  if (isRefused(logged)) return logged
  const out = hashed(write)
  const header: Header = {
    kept: 'whole landlord',
    format: 1,
    schema: await schemaOf(tx),
    ...landlord,
    backup,
  }
  await out.lines([JSON.stringify(header)])
  for (const each of await wholeTables(tx, { withBackedUp: backup })) {
    const rows = rowsInBatches(tx, rowsOf(each), [acting.landlord])
    for await (const batch of rows) {
      await out.lines(batch.map(({ row }) => rowLine(each.table, row)))
      onProgress?.(out.count())
    }
  }
  const end = { lines: out.count(), sha256: out.digest() }
  await write(`${JSON.stringify({ end } satisfies Trailer)}\n`)
  return end
}

function hashed(write: WriteText) {
  const hash = createHash('sha256')
  let count = 0
  return {
    async lines(lines: readonly string[]) {
      const text = lines.map((line) => `${line}\n`).join('')
      hash.update(text)
      count += lines.length
      await write(text)
    },
    count: () => count,
    digest: () => hash.digest('hex'),
  }
}

/** A row as PostgreSQL writes it in JSON; what is JSON already is given letter for letter. */
function rowsOf({ table, columns, order }: WholeTable): Streamed<{ readonly row: string }> {
  const names = columns.map((column) => `t."${column}"`).join(', ')
  const inOrder = order.length === 0 ? '' : `order by ${order.join(', ')}`
  return streamed(
    `whole-${table}`,
    `select (select row_to_json(r)::text from (select ${names}) as r) as row
       from "${table}" as t where landlord = $1 ${inOrder}`,
    rowsAtATime.get(table),
  )
}

const landlordToExport = statement<{ readonly slug: string; readonly name: string }>(
  'landlord-to-export',
  'select slug, name from landlords where landlord = $1',
)
