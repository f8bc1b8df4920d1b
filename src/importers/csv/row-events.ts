import type { ImportSource } from '#core/importer.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { tidyCell } from './cell.ts'
import type { Columns } from './columns.ts'
import { eventText, nameOf, type RowContext } from './event-text.ts'
import type { ColumnCondition, EventSpec, Mapping } from './mapping.ts'

/**
 * The most cases that are remembered for `first_of_case`. One short text a case is held: so many are about half a
 * gigabyte, and past that the file is to be split.
 */
const mostCases = 5_000_000

/** Reads a row: the texts of its events, none where it is ignored knowingly, or why it cannot be read. */
export type RowReader = (fields: readonly string[]) => readonly string[] | Refusal

/** Makes the reader of a file's rows. It remembers the cases it has seen, so a file needs one of its own. */
export function rowReader(
  mapping: Mapping,
  columns: Columns,
  refusalOf: ImportSource['refusalOf'] = () => undefined,
): RowReader {
  const seen = new Set<string>()
  return (fields) => {
    if (fields.every((field) => field.trim() === '')) return []
    if (fields.length !== columns.count) return ragged(fields.length, columns.count)
    const cell = (name: string) => tidyCell(fields[columns.placeOf(name)])
    const valueOf: RowContext['valueOf'] = (source) => source.valueOf(source.columns.map(cell))
    const own = ownEvents(mapping, valueOf)
    if (isRefusal(own)) return own
    const caseId = nameOf(valueOf(mapping.case), 'case')
    if (isRefusal(caseId)) return caseId
    const isFirst = mapping.firstOfCase.length > 0 && !seen.has(caseId)
    if (isFirst && seen.size >= mostCases)
      return refuse(`the file has over ${mostCases} cases`, 'split it by time')
    const made = textsOf(isFirst ? mapping.firstOfCase : [], own, { mapping, caseId, cell, valueOf })
    const texts = isRefusal(made) ? made : (refusalIn(made, refusalOf) ?? made)
    // A row with a fault does not count as seen: the earliest row that can be read stands for the case's beginning.
    if (isFirst && !isRefusal(texts)) seen.add(caseId)
    return texts
  }
}

/** What the ledger would say of the first event it will not take. */
function refusalIn(
  texts: readonly string[],
  refusalOf: NonNullable<ImportSource['refusalOf']>,
): Refusal | undefined {
  for (const text of texts) {
    const refusal = refusalOf(text)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

function ragged(has: number, wanted: number): Refusal {
  return refuse(
    `the row has ${has} fields and the header ${wanted}`,
    'look for a delimiter or a quote in one of them',
  )
}

function ownEvents({ rows }: Mapping, valueOf: RowContext['valueOf']): readonly EventSpec[] | Refusal {
  if (rows.by === 'columns') return rows.events
  const type = nameOf(valueOf(rows.type), 'type')
  if (isRefusal(type)) return type
  if (rows.by === 'type') return [{ type, data: new Map(), when: [] }]
  const events = rows.events.get(type)
  if (events !== undefined) return events === 'ignored' ? [] : events
  const near = suggest(type, rows.events.keys())
  return refuse(
    `“${type.slice(0, 80)}” is not among the events of the mapping`,
    near === undefined ? 'say what it makes, or that it is ignored' : `did you mean “${near}”?`,
  )
}

/** All events of the row or none: a row that is put right and brought in again must not come twice. */
function textsOf(
  first: readonly EventSpec[],
  own: readonly EventSpec[],
  row: RowContext,
): readonly string[] | Refusal {
  const firstTexts = written(first, () => 'first', row)
  if (isRefusal(firstTexts)) return firstTexts
  const ownTexts = written(own, (place) => place, row)
  if (isRefusal(ownTexts)) return ownTexts
  if (own.length > 0 && ownTexts.length === 0) {
    return refuse('the row makes no event: the times it could have are empty, or no condition holds')
  }
  return [...firstTexts, ...ownTexts]
}

function written(
  specs: readonly EventSpec[],
  placed: (place: number) => number | 'first',
  row: RowContext,
): readonly string[] | Refusal {
  const texts: string[] = []
  for (const [place, spec] of specs.entries()) {
    if (!holds(spec.when, row)) continue
    const text = eventText(spec, placed(place), row)
    if (isRefusal(text)) return text
    if (text !== undefined) texts.push(text)
  }
  return texts
}

function holds(conditions: readonly ColumnCondition[], { cell }: RowContext): boolean {
  return conditions.every(({ column, holds: wanted }) => {
    const value = cell(column)
    if (wanted === 'given') return value !== ''
    return wanted === 'not given' ? value === '' : wanted.includes(value)
  })
}
