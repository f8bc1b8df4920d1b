import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { type Whole, whole } from './whole-tables.ts'

/** A table as the database has it. */
export interface WholeTable {
  readonly table: string
  /** Its columns but for the landlord, and those that the database fills by itself. */
  readonly columns: readonly string[]
  /** The order of its rows: its key. */
  readonly order: readonly string[]
}

/**
 * The tables of a landlord in an order in which they can be filled: none before one it refers to. Throws where there is a
 * table that nobody has decided upon: that is our own mistake.
 */
export async function wholeTables(
  tx: Transaction,
  { withBackedUp }: { readonly withBackedUp: boolean },
  decided: Whole = whole,
): Promise<readonly WholeTable[]> {
  const found = await tx.run(tablesOfLandlord)
  const undecided = found.filter(
    ({ table }) =>
      !decided.exported.has(table) && !decided.backedUp.has(table) && !decided.leftOut.has(table),
  )
  if (undecided.length > 0)
    throw new Error(
      `nobody has decided whether ${undecided.map(({ table }) => table).join(', ')} belongs to an export: say so in whole-tables.ts`,
    )
  const wanted = found.filter(
    ({ table }) => decided.exported.has(table) || (withBackedUp && decided.backedUp.has(table)),
  )
  return inOrderOfReference(wanted)
}

function inOrderOfReference(tables: readonly TableRow[]): readonly WholeTable[] {
  const ordered: TableRow[] = []
  const waiting = new Map(tables.map((each) => [each.table, each]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ table, refers_to }) =>
      refers_to.every((other) => other === table || !waiting.has(other)),
    )
    if (ready.length === 0)
      throw new Error(`the tables ${[...waiting.keys()].join(', ')} refer to each other in a ring`)
    for (const each of ready) {
      ordered.push(each)
      waiting.delete(each.table)
    }
  }
  return ordered
}

interface TableRow extends WholeTable {
  readonly refers_to: readonly string[]
}

/** Texts are put in order by their letters’ codes, so that two databases with different languages give the same bytes. */
const tablesOfLandlord = statement<TableRow>(
  'tables-of-landlord',
  `with plain as (
     select datcollate in ('C', 'POSIX', 'C.UTF-8', 'C.utf8') and to_json(d)->>'datlocprovider' <> 'i' as is_plain
       from pg_database d where datname = current_database())
   select c.relname::text as table,
          (select json_agg(a.attname::text order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attname <> 'landlord' and a.attgenerated = '' and a.attidentity <> 'a') as columns,
          coalesce((select json_agg(quote_ident(a.attname) ||
                     case when t.typcollation = 0 or (select is_plain from plain) then '' else ' collate "C"' end order by k.place)
             from pg_constraint p, unnest(p.conkey) with ordinality as k (attnum, place), pg_attribute a, pg_type t
            where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.attnum and t.oid = a.atttypid
              and a.attname <> 'landlord'), '[]') as order,
          coalesce((select json_agg(distinct r.relname::text) from pg_constraint f join pg_class r on r.oid = f.confrelid
            where f.conrelid = c.oid and f.contype = 'f'), '[]') as refers_to
     from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'landlord')
    order by c.relname collate "C"`,
)

/** The latest migration of a database: an export fits a database of the same. */
export async function schemaOf(tx: Transaction): Promise<string> {
  const [latest] = await tx.run(latestMigration)
  return latest?.name ?? ''
}

const latestMigration = statement<{ readonly name: string }>(
  'latest-migration',
  'select max(name collate "C") as name from migrations',
)
