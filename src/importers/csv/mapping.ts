import type { Encoding } from '#core/lines.ts'
import type { FieldValue } from '#core/ledger/event.ts'
import type { Refusal } from '#core/refusal.ts'

/** How the columns of one system's file become events; read from YAML by parseMapping. */
export interface Mapping {
  readonly name: string
  readonly delimiter: string
  readonly encoding: Encoding
  /** The columns' names, where the file has no line that says them. */
  readonly header?: readonly string[]
  readonly case: Source
  readonly kind: Source
  /** When what the row tells happened; each event may have its own instead. */
  readonly at?: Source
  readonly recordedAt?: Source
  readonly id?: Source
  /** Fields that every event of the row carries. */
  readonly data: ReadonlyMap<string, Source>
  /** What the first row of a case makes beside its own events. */
  readonly firstOfCase: readonly EventSpec[]
  readonly rows: RowEvents
}

/** Which events a row makes. */
export type RowEvents =
  /** One column says which, in the ledger's own words. */
  | { readonly by: 'type'; readonly type: Source }
  /** One column says which, in the system's words. */
  | {
      readonly by: 'value'
      readonly type: Source
      readonly events: ReadonlyMap<string, readonly EventSpec[] | 'ignored'>
    }
  /** Each row is a whole case: its columns hold the times of several events. */
  | { readonly by: 'columns'; readonly events: readonly EventSpec[] }

/** One event that a row makes. */
export interface EventSpec {
  readonly type: string
  readonly data: ReadonlyMap<string, Source>
  /** Its own time; where that cell is empty there is no such event. */
  readonly at?: Source
  readonly recordedAt?: Source
  readonly kind?: Source
  readonly when: readonly ColumnCondition[]
}

/** What a cell must hold for a row to make the event. */
export interface ColumnCondition {
  readonly column: string
  readonly holds: 'given' | 'not given' | readonly string[]
}

/** Where a value comes from: the cells of some columns, or of none where it is always the same. */
export interface Source {
  readonly columns: readonly string[]
  /** Undefined where the cells say nothing, which is no fault. */
  valueOf(cells: readonly string[]): FieldValue | undefined | Refusal
}
