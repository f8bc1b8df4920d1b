import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { MasterDefinition, MasterRow, MasterValues } from '../masters/definition.ts'
import { idFault, readMasterValues } from '../masters/read-master.ts'
import { missingReferences } from '../masters/references.ts'
import { fieldsChanged } from '../masters/rows.ts'
import { changeFault } from '../masters/writing.ts'

/** A row of an import: an id, and what it says of some fields. */
export interface RowToWeigh {
  readonly line: number
  readonly id: string
  /** As sent, or as read before: fields that the file does not have are left as they are. */
  readonly told: Readonly<Record<string, unknown>>
}

/** What a row comes to, as things stand. */
export interface Weighed {
  readonly line: number
  readonly id: string
  readonly outcome: 'add' | 'change' | 'same' | 'rejected'
  /** Which fields it changes; or the one at fault. */
  readonly fields: readonly string[]
  readonly reason: string | null
  /** The whole master as it is to be; none where the row is rejected. */
  readonly values: MasterValues | undefined
  readonly before: MasterRow | undefined
}

/** Tells what each row would do to the masters there are; `now` holds those by id. */
export async function weigh(
  tx: Transaction,
  definition: MasterDefinition,
  rows: readonly RowToWeigh[],
  now: ReadonlyMap<string, MasterRow>,
): Promise<readonly Weighed[]> {
  const weighed = rows.map((row) => weighOne(definition, row, now.get(row.id)))
  const named = weighed.flatMap(({ id, outcome, values }) =>
    values === undefined || outcome === 'same' ? [] : [{ id, values }],
  )
  const missing = await missingReferences(tx, definition, named)
  return weighed.map((row) => {
    const fault = row.values === undefined ? undefined : missing.get(row.id)
    return fault === undefined ? row : rejected(row, fault, row.before)
  })
}

/** A row that cannot be taken, and why. */
export function rejected(row: Pick<Weighed, 'line' | 'id'>, fault: Refused, before?: MasterRow): Weighed {
  const { line, id } = row
  const reason = fault.fix === undefined ? fault.refusal : `${fault.refusal}; ${fault.fix}`
  const field = fault.field?.slice(1)
  return {
    line,
    id,
    outcome: 'rejected',
    fields: field === undefined || field === '' ? [] : [field],
    reason: reason.slice(0, 1_000),
    values: undefined,
    before,
  }
}

function weighOne(definition: MasterDefinition, row: RowToWeigh, before: MasterRow | undefined): Weighed {
  const { line, id, told } = row
  const noId =
    id === '' ? refused('not valid', `${definition.id}: this is needed`, 'fill it in', '/id') : undefined
  const fault = noId ?? idFault(definition, id)
  if (fault !== undefined) return rejected(row, fault)
  const erased =
    before === undefined || before.erasedAt === null
      ? undefined
      : changeFault(definition, before, before.values)
  if (erased !== undefined) return rejected(row, erased, before)
  const values = readMasterValues(definition, { ...before?.values, ...told })
  if (isRefused(values)) return rejected(row, values, before)
  if (before === undefined) return { line, id, outcome: 'add', fields: [], reason: null, values, before }
  const changing = changeFault(definition, before, values)
  if (changing !== undefined) return rejected(row, changing, before)
  const fields = fieldsChanged(definition, before.values, values)
  return { line, id, outcome: fields.length === 0 ? 'same' : 'change', fields, reason: null, values, before }
}
