import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { type Statement, statement } from '../statement.ts'
import type { MasterDefinition, MasterValue } from './definition.ts'
import { masterNamed, masters } from './masters.ts'
import { pointerTo } from './read-master.ts'
import type { MasterToPut } from './rows.ts'
import { columnOf, fieldColumn } from './sql.ts'

/**
 * Which of these rows name something that is not there, by id. What they name stays there until this transaction ends.
 */
export async function missingReferences(
  tx: Transaction,
  definition: MasterDefinition,
  rows: readonly MasterToPut[],
): Promise<ReadonlyMap<string, Refused>> {
  const faults = new Map<string, Refused>()
  for (const [name, { of }] of Object.entries(definition.fields)) {
    const named = of === undefined ? undefined : masterNamed(of)
    if (named === undefined) continue
    const wanted = new Set(rows.flatMap(({ values }) => idsIn(values[name])))
    const there = await idsThere(tx, named, [...wanted])
    for (const { id, values } of rows) {
      const missing = idsIn(values[name]).find((each) => !there.has(each))
      if (missing !== undefined && !faults.has(id)) faults.set(id, noSuch(named, name, missing))
    }
  }
  return faults
}

/** What still names these masters, by id: they cannot be taken away. */
export async function usesOf(
  tx: Transaction,
  definition: MasterDefinition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const uses = new Map<string, string>()
  for (const [by, naming] of namingOf(definition)) {
    for (const { id } of await tx.run(naming, [tx.acting.landlord, ids])) if (!uses.has(id)) uses.set(id, by)
  }
  return uses
}

function idsIn(value: MasterValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.map(String) : []
}

async function idsThere(tx: Transaction, definition: MasterDefinition, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await tx.run(thereOf(definition), [tx.acting.landlord, ids])
  return new Set(rows.map(({ id }) => id))
}

function noSuch({ one }: MasterDefinition, name: string, id: string): Refused {
  return refused(
    'not valid',
    `${name}: there is no ${one} ${id}`,
    'add it first, or correct the id',
    pointerTo(name),
  )
}

type Ids = Statement<{ readonly id: string }>

function thereOf({ kind, table, id }: MasterDefinition): Ids {
  const key = columnOf(id)
  return statement(
    `masters-${kind}-there`,
    `select ${key} as id from ${table} where landlord = $1 and ${key} = any ($2::text[]) order by ${key} for key share`,
  )
}

/** Every column that may name a master of this kind: of other masters, and of cases and words. */
function namingOf(definition: MasterDefinition): readonly (readonly [by: string, naming: Ids])[] {
  const fields = masters.flatMap((each) =>
    Object.entries(each.fields)
      .filter(([, { of }]) => of === definition.kind)
      .map(([name, field]): readonly [string, string, string] =>
        field.type === 'ids'
          ? [each.one, String(field.in), fieldColumn(name, field)]
          : [each.one, each.table, fieldColumn(name, field)],
      ),
  )
  const others = (namedElsewhere[definition.kind] ?? []).map(
    ([by, table, column]): readonly [string, string, string] => [by, table, column],
  )
  return [...fields, ...others].map(([by, table, column]) => [
    by,
    statement(
      `masters-uses-in-${table}-${column}`,
      `select distinct ${column} as id from ${table} where landlord = $1 and ${column} = any ($2::text[])`,
    ),
  ])
}

const namedElsewhere: Readonly<
  Record<string, readonly (readonly [by: string, table: string, column: string])[]>
> = {
  customers: [
    ['case', 'cases', 'customer_id'],
    ['note or message', 'words', 'customer_id'],
    ['attachment', 'attachment_uses', 'customer_id'],
  ],
  homes: [['case', 'cases', 'home_id']],
  teams: [['case', 'cases', 'team_id']],
  contractors: [['case', 'cases', 'contractor_id']],
  staff: [
    ['case', 'cases', 'holder_id'],
    ['sign-in', 'sign_ins', 'staff_id'],
  ],
}
