import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import type { MasterDefinition } from '../masters/definition.ts'
import { masterNamed } from '../masters/masters.ts'
import { statement } from '../statement.ts'
import type { ImportReport } from './report.ts'
import { importBarred } from './try-import.ts'

/** An import that is run or undone, a batch of its rows at a time. */
export interface LockedImport {
  readonly definition: MasterDefinition
  readonly state: ImportReport['state']
}

/** An import for whoever may run and undo it. Two that do so at once go on one after the other. */
export async function lockImport(tx: Transaction, importId: string): Promise<LockedImport | Refused> {
  const [found] = await tx.run(lock, [tx.acting.landlord, importId])
  const definition = found === undefined ? undefined : masterNamed(found.kind)
  if (found === undefined || definition === undefined)
    return refused('not found', `there is no import ${importId}`)
  return importBarred(tx.acting, definition) ?? { definition, state: found.state }
}

const lock = statement<{ readonly kind: string; readonly state: ImportReport['state'] }>(
  'lock-import',
  'select kind, state from imports where landlord = $1 and import_id = $2 for update',
)
