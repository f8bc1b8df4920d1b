import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { longDay } from '#core/time/day.ts'
import { utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { type Idempotency, onceFor } from '../ledger/idempotency.ts'
import { newId } from '../new-id.ts'
import type { Store } from '../store.ts'
import type { MasterDefinition, MasterRow, MasterValues } from './definition.ts'
import { idFault, pointerTo, readMasterValues } from './read-master.ts'
import { noSuchMaster } from './reading.ts'
import { missingReferences, usesOf } from './references.ts'
import { fieldsChanged, insertRows, lockRows, type MasterToPut, removeRows, updateRows } from './rows.ts'

/** What became of a master that was written. */
export interface MasterPut {
  readonly id: string
  readonly version: number
}

/** Adds a master, under an id of its own or one of ours. */
export async function addMaster(
  store: Store,
  acting: Acting,
  definition: MasterDefinition,
  { id = newId(), values: sent }: { readonly id?: string; readonly values: unknown },
  idempotency?: Idempotency,
): Promise<MasterPut | Refused> {
  const values = readMasterValues(definition, sent)
  if (isRefused(values)) return values
  return (
    idFault(definition, id) ??
    store.database.transact(acting, definition.write, (tx) =>
      onceFor(tx, idempotency, () => addMasterIn(tx, definition, { id, values }, store.now())),
    )
  )
}

/** The same within another transaction, of values that were read before. */
export async function addMasterIn(
  tx: Transaction,
  definition: MasterDefinition,
  row: MasterToPut,
  at: number,
): Promise<MasterPut | Refused> {
  const missing = (await missingReferences(tx, definition, [row])).get(row.id)
  if (missing !== undefined) return missing
  const added = await insertRows(tx, definition, [row], at)
  return added.has(row.id) ? { id: row.id, version: 1 } : alreadyThere(definition, row.id)
}

/** Changes a master as a whole: a field left out is emptied. `expected` is the version that was read. */
export async function changeMaster(
  store: Store,
  acting: Acting,
  definition: MasterDefinition,
  {
    id,
    expected,
    values: sent,
  }: { readonly id: string; readonly expected: number; readonly values: unknown },
): Promise<MasterPut | Refused> {
  const values = readMasterValues(definition, sent)
  if (isRefused(values)) return values
  return store.database.transact(acting, definition.write, async (tx) => {
    const row = { id, expected, values }
    const before = (await lockRows(tx, definition, [id])).get(id)
    if (before === undefined) return noSuchMaster(definition, id)
    if (before.version !== expected) return changedMeanwhile(definition, before)
    const fault =
      changeFault(definition, before, values) ?? (await missingReferences(tx, definition, [row])).get(id)
    if (fault !== undefined) return fault
    if (fieldsChanged(definition, before.values, values).length === 0) return { id, version: expected }
    const versions = await updateRows(tx, definition, [row], store.now())
    return { id, version: versions.get(id) ?? expected }
  })
}

/** Takes a master away, where its kind may be taken away and nothing names it. */
export async function removeMaster(
  store: Store,
  acting: Acting,
  definition: MasterDefinition,
  { id, expected }: { readonly id: string; readonly expected: number },
): Promise<MasterPut | Refused> {
  if (definition.removable !== true)
    return refused('not valid', `a ${definition.one} is never taken away`, 'give it a date on which it ended')
  return store.database.transact(acting, definition.write, async (tx) => {
    const before = (await lockRows(tx, definition, [id])).get(id)
    if (before === undefined) return noSuchMaster(definition, id)
    if (before.version !== expected) return changedMeanwhile(definition, before)
    const use = (await usesOf(tx, definition, [id])).get(id)
    if (use !== undefined) return refused('not valid', `a ${use} still names this ${definition.one}`)
    await removeRows(tx, definition, [id])
    return { id, version: expected }
  })
}

/** Why a master cannot become this: it was erased, or a field was set once and for all. */
export function changeFault(
  definition: MasterDefinition,
  before: MasterRow,
  values: MasterValues,
): Refused | undefined {
  if (before.erasedAt !== null) {
    const on = longDay(Math.floor(before.erasedAt / utcDay))
    return refused('not valid', `this ${definition.one} was erased on ${on}`, `add a new ${definition.one}`)
  }
  const fixed = fieldsChanged(definition, before.values, values).find(
    (name) => definition.fields[name]?.fixed,
  )
  if (fixed === undefined) return undefined
  return refused(
    'not valid',
    `${fixed}: this is set once and for all`,
    `add a new ${definition.one}`,
    pointerTo(fixed),
  )
}

/** Its id is taken, or what may be there once is there already. */
export function alreadyThere({ one }: MasterDefinition, id: string): Refused {
  return refused(
    'already there',
    `there is already a ${one} ${id} or one in its place`,
    'change that one',
    '/id',
  )
}

function changedMeanwhile({ one }: MasterDefinition, { version, changedBy }: MasterRow): Refused {
  return refused(
    'changed meanwhile',
    `the ${one} was changed by ${changedBy} since you read it: it is now version ${version}`,
    'read it again, then try again',
  )
}
