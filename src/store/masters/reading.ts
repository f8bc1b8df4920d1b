import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import type { MasterDefinition, MasterRow, ValuesOf } from './definition.ts'
import { rowsById } from './rows.ts'
import { sqlOf } from './sql.ts'

/** Reads one master. Where it says who a customer is, the reading is written down. */
export function readMaster<Definition extends MasterDefinition>(
  store: Store,
  acting: Acting,
  definition: Definition,
  { id, why }: { readonly id: string; readonly why?: string },
): Promise<MasterRow<ValuesOf<Definition>> | Refused> {
  return store.database.transact(acting, definition.read, async (tx) => {
    const row = (await rowsById(tx, definition, [id])).get(id)
    if (row === undefined) return noSuchMaster(definition, id)
    await logShown(tx, definition, [row], why)
    return row as MasterRow<ValuesOf<Definition>>
  })
}

export interface MastersAsked {
  /** Only those that name this: one of the definition's `listedBy`, and an id. */
  readonly by?: readonly [field: string, id: string]
  /** The last id of the page before. */
  readonly after?: string
  /** How many, 200 at the most. */
  readonly limit?: number
  readonly why?: string
}

/** Lists masters by id, page by page. Where they say who customers are, the reading is written down. */
export function listMasters<Definition extends MasterDefinition>(
  store: Store,
  acting: Acting,
  definition: Definition,
  { by, after = '', limit = 50, why }: MastersAsked = {},
): Promise<readonly MasterRow<ValuesOf<Definition>>[] | Refused> {
  return store.database.transact(acting, definition.read, async (tx) => {
    const list = sqlOf(definition).list[by?.[0] ?? '']
    if (list === undefined)
      return refused('not valid', `a list of ${definition.kind} cannot be narrowed by ${by?.[0]}`)
    const rows = await tx.run(list, [acting.landlord, after, by?.[1] ?? null, Math.min(limit, 200)])
    await logShown(tx, definition, rows, why)
    return rows as readonly MasterRow<ValuesOf<Definition>>[]
  })
}

/** What is another landlord's is not there. */
export function noSuchMaster({ one }: MasterDefinition, id: string): Refused {
  return refused('not found', `there is no ${one} ${id}`, 'look for it by its name or another of its fields')
}

/** Writes down whose names, details and needs were shown. */
async function logShown(
  tx: Transaction,
  { kind, id, shows }: MasterDefinition,
  rows: readonly MasterRow[],
  why: string | undefined,
): Promise<void> {
  if (shows === undefined || rows.length === 0) return
  const customerIds = rows.map((row) => (shows === id ? row.id : String(row.values[shows])))
  await logAccess(tx, { what: kind, customerIds, why })
}
