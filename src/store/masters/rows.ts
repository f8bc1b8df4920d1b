import type { Transaction } from '../database.ts'
import { logPeople, type PeopleAct } from '../people/people-log.ts'
import { dropSearchRows, putSearchRows, type SearchRow } from '../search/search-row.ts'
import { instantText } from '../types.ts'
import type { MasterDefinition, MasterRow, MasterValue, MasterValues } from './definition.ts'
import { sqlOf } from './sql.ts'
import { normalTelephone } from './telephone.ts'

/** A master on its way in. */
export interface MasterToPut {
  readonly id: string
  readonly values: MasterValues
}

/** The same, with the version that whoever changes it has seen. */
export interface MasterToChange extends MasterToPut {
  readonly expected: number
}

/** These masters as they are kept, by id; those that are not there are left out. */
export async function rowsById(
  tx: Transaction,
  definition: MasterDefinition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MasterRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.run(sqlOf(definition).byIds, [tx.acting.landlord, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** The same, so that nobody else changes them before this transaction ends. */
export async function lockRows(
  tx: Transaction,
  definition: MasterDefinition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MasterRow>> {
  if (ids.length > 0) await tx.run(sqlOf(definition).lockByIds, [tx.acting.landlord, ids])
  return rowsById(tx, definition, ids)
}

/** Adds masters; gives the ids of those added, without those whose id (or place) is taken. */
export async function insertRows(
  tx: Transaction,
  definition: MasterDefinition,
  rows: readonly MasterToPut[],
  at: number,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const { landlord, by } = tx.acting
  const { insert } = sqlOf(definition)
  const added = await tx.run(insert, [landlord, written(rows), instantText(at), by])
  const ids = new Set(added.map(({ id }) => id))
  const addedRows = rows.filter(({ id }) => ids.has(id))
  await putBeside(tx, definition, addedRows)
  await logStaff(tx, definition, addedRows, { at, did: 'person added' })
  return ids
}

/** Changes masters; gives the new version of each, without those that somebody changed meanwhile. */
export async function updateRows(
  tx: Transaction,
  definition: MasterDefinition,
  rows: readonly MasterToChange[],
  at: number,
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map()
  const { landlord, by } = tx.acting
  const { update } = sqlOf(definition)
  const changed = await tx.run(update, [landlord, written(rows), instantText(at), by])
  const versions = new Map(changed.map(({ id, version }) => [id, version]))
  const changedRows = rows.filter(({ id }) => versions.has(id))
  await putBeside(tx, definition, changedRows)
  await logStaff(tx, definition, changedRows, { at, did: 'person changed' })
  return versions
}

/** Takes masters away. The caller has made sure that nothing needs them. */
export async function removeRows(
  tx: Transaction,
  definition: MasterDefinition,
  ids: readonly string[],
): Promise<void> {
  for (const remove of sqlOf(definition).remove) await tx.run(remove, [tx.acting.landlord, ids])
  const kind = definition.found === undefined ? undefined : searchKindOf(definition)
  if (kind !== undefined) await dropSearchRows(tx, kind, ids)
}

/** Which fields two versions of a master do not share. */
export function fieldsChanged(
  definition: MasterDefinition,
  before: MasterValues,
  after: MasterValues,
): readonly string[] {
  return Object.keys(definition.fields).filter((name) => textOf(before[name]) !== textOf(after[name]))
}

function textOf(value: MasterValue | undefined): string {
  return JSON.stringify(value ?? null)
}

function written(rows: readonly (MasterToPut & { readonly expected?: number })[]): string {
  return JSON.stringify(rows.map(({ id, expected, values }) => ({ ...values, id, expected })))
}

async function putBeside(tx: Transaction, definition: MasterDefinition, rows: readonly MasterToPut[]) {
  if (rows.length === 0) return
  for (const put of sqlOf(definition).beside) await tx.run(put, [tx.acting.landlord, written(rows)])
  const found = rows.flatMap((row) => searchRowOf(definition, row) ?? [])
  await putSearchRows(tx, found)
}

/** Who may do what is never changed in silence: a spreadsheet of staff brings roles. */
async function logStaff(
  tx: Transaction,
  { kind }: MasterDefinition,
  rows: readonly MasterToPut[],
  { at, did }: { readonly at: number; readonly did: PeopleAct },
): Promise<void> {
  if (kind !== 'staff') return
  for (const { id: staffId, values } of rows) {
    const { roles, active, contractor } = values
    await logPeople(tx, at, did, { staffId, detail: { roles, active, contractor } })
  }
}

function searchRowOf({ found }: MasterDefinition, { id, values }: MasterToPut): SearchRow | undefined {
  if (found === undefined) return undefined
  const { kind, names, telephones = [], keys = [], shown } = found(values)
  const numbers = texts(telephones).flatMap((number) => normalTelephone(number) ?? [])
  return { kind, id, names: texts(names), keys: [...texts(keys), ...numbers], shown }
}

function searchKindOf({ kind }: MasterDefinition): SearchRow['kind'] {
  return kind === 'homes' ? 'home' : 'customer'
}

function texts(values: readonly (MasterValue | undefined)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string')
}
