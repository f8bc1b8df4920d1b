import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { tidyCell } from './cell.ts'
import type { EventSpec, Mapping, Source } from './mapping.ts'

/** Finds a column's place in the header; each name that a mapping uses stands there exactly once. */
export interface Columns {
  readonly count: number
  placeOf(name: string): number
}

/** The columns of a header, or everything that the mapping asks of it and it does not have. */
export function columnsOf(header: readonly string[], mapping: Mapping): Columns | readonly Refusal[] {
  const names = header.map(tidyCell)
  const faults = [...new Set(usedBy(mapping))].flatMap((name) => missing(tidyCell(name), names))
  if (faults.length > 0) return faults
  const places = new Map(names.map((name, place) => [name, place]))
  return { count: names.length, placeOf: (name) => places.get(name) ?? places.get(tidyCell(name)) ?? -1 }
}

function missing(name: string, names: readonly string[]): readonly Refusal[] {
  const found = names.filter((each) => each === name).length
  if (found === 1) return []
  if (found > 1) return [refuse(`the header has the column “${name}” ${found} times`)]
  const near = suggest(name, names)
  return [
    refuse(
      `the header has no column “${name}”`,
      near === undefined
        ? `it has: ${names.slice(0, 30).join(', ').slice(0, 500)}`
        : `did you mean “${near}”?`,
    ),
  ]
}

function usedBy(mapping: Mapping): readonly string[] {
  const { rows } = mapping
  const specs = [...mapping.firstOfCase, ...(rows.by === 'type' ? [] : specsOf(rows.events))]
  const sources = [
    mapping.case,
    mapping.kind,
    ...[mapping.at, mapping.recordedAt, mapping.id].filter((source) => source !== undefined),
    ...mapping.data.values(),
    ...(rows.by === 'columns' ? [] : [rows.type]),
    ...specs.flatMap(sourcesOf),
  ]
  const conditions = specs.flatMap((spec) => spec.when.map(({ column }) => column))
  return [...sources.flatMap(({ columns }) => columns), ...conditions]
}

function specsOf(events: readonly EventSpec[] | ReadonlyMap<string, readonly EventSpec[] | 'ignored'>) {
  if (!(events instanceof Map)) return events as readonly EventSpec[]
  return [...events.values()].flatMap((specs: readonly EventSpec[] | 'ignored') =>
    specs === 'ignored' ? [] : specs,
  )
}

function sourcesOf({ data, at, recordedAt, kind }: EventSpec): readonly Source[] {
  return [...data.values(), ...[at, recordedAt, kind].filter((source) => source !== undefined)]
}
