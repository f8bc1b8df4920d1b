import type { FieldValue } from '#core/ledger/event.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { EventSpec, Mapping, Source } from './mapping.ts'

/** What is known of a row when its events are written. */
export interface RowContext {
  readonly mapping: Mapping
  readonly caseId: string
  /** The value of a source in this row. */
  valueOf(source: Source): FieldValue | undefined | Refusal
  /** A cell by its column's name, tidied. */
  cell(column: string): string
}

/** Which of its row's events an event is, from 0; the one that marks a case's first row stands before them. */
export type PlaceInRow = number | 'first'

/**
 * The text of one event, in the shape of a ledger line. Undefined where the event has a time of its own and that
 * cell is empty: it has not happened.
 */
export function eventText(spec: EventSpec, place: PlaceInRow, row: RowContext): string | undefined | Refusal {
  const { mapping, caseId } = row
  const at = textOf(row, spec.at ?? mapping.at)
  if (isRefusal(at)) return at
  if (at === undefined) return spec.at === undefined ? emptyTime(mapping.at) : undefined
  const kind = nameOf(row.valueOf(spec.kind ?? mapping.kind), 'kind')
  if (isRefusal(kind)) return kind
  const recordedAt = textOf(row, spec.recordedAt ?? mapping.recordedAt)
  if (isRefusal(recordedAt)) return recordedAt
  const id = textOf(row, mapping.id)
  if (isRefusal(id)) return id
  const data = dataOf(row, spec)
  if (isRefusal(data)) return data
  return JSON.stringify({ case: caseId, kind, type: spec.type, id: ownId(id, place), at, recordedAt, data })
}

/** A value that names something: never empty. */
export function nameOf(value: FieldValue | undefined | Refusal, what: string): string | Refusal {
  if (isRefusal(value)) return value
  if (value === undefined || value === null || value === '') return refuse(`the ${what} is empty`)
  return typeof value === 'object' ? refuse(`the ${what} must be one word`) : String(value)
}

function textOf(row: RowContext, source: Source | undefined): string | undefined | Refusal {
  const value = source === undefined ? undefined : row.valueOf(source)
  if (value === undefined || value === null || value === '') return undefined
  if (isRefusal(value)) return value
  return typeof value === 'object' ? refuse('a list names nothing') : String(value)
}

function emptyTime(at: Source | undefined): Refusal {
  return refuse(`${at?.columns.join(' and ') ?? 'the time'} is empty, so it is not known when this happened`)
}

function dataOf(row: RowContext, spec: EventSpec): Readonly<Record<string, FieldValue>> | Refusal {
  const data: Record<string, FieldValue> = {}
  for (const [name, source] of [...row.mapping.data, ...spec.data]) {
    const value = row.valueOf(source)
    if (isRefusal(value)) return refuse(`${name}: ${value.refusal}`, value.fix)
    if (value === undefined) continue
    // A field called __proto__ must become a field like any other, which the ledger's door then refuses.
    Object.defineProperty(data, name, { value, enumerable: true, writable: true, configurable: true })
  }
  return data
}

/** Events of one row share its id; each but the first gets its place behind it, which stays the same from run to run. */
function ownId(id: string | undefined, place: PlaceInRow): string | undefined {
  if (id === undefined || place === 0) return id
  return place === 'first' ? `${id}/first` : `${id}/${place + 1}`
}
