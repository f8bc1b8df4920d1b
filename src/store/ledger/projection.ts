import type { CaseEvent } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { type Statement, statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** A case to be shown in tables of its own: all it was told, and what of it counts. */
export interface CaseToProject {
  readonly caseId: string
  /** Corrected and withdrawn ones too: a row may have to go. */
  readonly told: readonly CaseEvent[]
  /** Its own effective events, in order. */
  readonly events: readonly CaseEvent[]
  readonly mergedInto: string | undefined
}

/** A row in the words in which it is written. */
export type ProjectedRow = Readonly<Record<string, string | number | boolean | null>>

/** A table worked out from the events of cases: written whenever a case is, and compared by `kept verify`. */
export interface Projection {
  readonly table: string
  /** Cases that were told none of these have no rows. */
  readonly types: ReadonlySet<string>
  project(tx: Transaction, cases: readonly CaseToProject[]): Promise<void>
  /** The rows that a case should have. */
  rowsOf(landlord: number, each: CaseToProject): readonly ProjectedRow[]
  /** The rows that cases do have. */
  stored(tx: Transaction, caseIds: readonly string[]): Promise<readonly ProjectedRow[]>
  /** What tells a row from the others of its case. */
  nameOf(row: ProjectedRow): string
}

interface ProjectionSpec {
  readonly table: string
  readonly types: ReadonlySet<string>
  /** Its columns after the landlord and the case, each with its type. */
  readonly columns: Readonly<Record<string, 'text' | 'timestamptz' | 'boolean' | 'integer'>>
  /** What its key has after the landlord and the case, where a case may have several rows. */
  readonly key?: string
  /** The rows of a case by column; instants as instants. A merged case has none: it goes on elsewhere. */
  readonly rows: (each: CaseToProject) => readonly Readonly<Record<string, Cell>>[]
}

type Cell = string | boolean | Instant | undefined

/** Says how a table is worked out; its statements follow from its columns. */
export function projectionInto({ table, types, columns, key, rows }: ProjectionSpec): Projection {
  const { forget, put, read } = statementsFor(table, Object.keys(columns), key)
  const instants = Object.keys(columns).filter((name) => columns[name] === 'timestamptz')
  const written = (landlord: number, caseId: string, row: Readonly<Record<string, Cell>>): ProjectedRow => ({
    landlord,
    case_id: caseId,
    ...Object.fromEntries(Object.keys(columns).map((name) => [name, row[name] ?? null])),
    ...asTexts(row, instants),
  })
  const rowsOf = (landlord: number, each: CaseToProject) =>
    each.mergedInto === undefined ? rows(each).map((row) => written(landlord, each.caseId, row)) : []
  return {
    table,
    types,
    rowsOf,
    async project(tx, cases) {
      const { landlord } = tx.acting
      const all = cases.flatMap((each) => rowsOf(landlord, each))
      const ids = cases.map(({ caseId }) => caseId)
      const given = JSON.stringify(all)
      await Promise.all([tx.run(forget, [landlord, ids, given]), all.length > 0 && tx.run(put, [given])])
    },
    async stored(tx, caseIds) {
      const found = await tx.run(read, [tx.acting.landlord, caseIds])
      return found.map((row) => ({ ...row, ...asTexts(row, instants) }))
    },
    nameOf: (row) => `${String(row['case_id'])} ${key === undefined ? '' : String(row[key])}`,
  }
}

function asTexts(row: Readonly<Record<string, unknown>>, instants: readonly string[]) {
  return Object.fromEntries(
    instants.map((name) => [name, instantText((row[name] as Instant | null) ?? undefined)]),
  )
}

interface Statements {
  readonly forget: Statement<never>
  readonly put: Statement<never>
  readonly read: Statement<ProjectedRow>
}

function statementsFor(table: string, columns: readonly string[], key: string | undefined): Statements {
  const keys = ['landlord', 'case_id', ...(key === undefined ? [] : [key])]
  const names = [...new Set([...keys, ...columns])]
  const changing = columns.filter((name) => name !== key)
  const same = keys.map((name) => `given.${name} = ${table}.${name}`).join(' and ')
  return {
    forget: statement(
      `forget-${table}`,
      `delete from ${table} where landlord = $1 and case_id = any($2::text[])
          and not exists (select from json_populate_recordset(null::${table}, $3::json) as given where ${same})`,
    ),
    put: statement(
      `put-${table}`,
      `insert into ${table} (${names.join(', ')})
       select ${names.join(', ')} from json_populate_recordset(null::${table}, $1::json)
       on conflict (${keys.join(', ')}) do update set ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
        where (${changing.map((name) => `${table}.${name}`).join(', ')})
              is distinct from (${changing.map((name) => `excluded.${name}`).join(', ')})`,
    ),
    read: statement(
      `verify-${table}`,
      `select ${names.join(', ')} from ${table} where landlord = $1 and case_id = any($2::text[])`,
    ),
  }
}
