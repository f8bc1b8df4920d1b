import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { FieldValue } from '#core/ledger/event.ts'
import { optional, type Read, recordOf } from '#core/promises/shape/fields.ts'
import { listOf, oneOf, parsed, type Reader, text, yesOrNo } from '#core/promises/shape/reader.ts'
import type { Reading } from '#core/promises/shape/reading.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { cellReader, cellTypes } from './cell.ts'
import type { WallClock } from './local-time.ts'
import type { Source } from './mapping.ts'
import { type TimeFormat, timeFormat } from './time-format.ts'

/** What the mapping says once for all its columns. */
export interface Settings extends WallClock {
  readonly format?: TimeFormat
}

/** What a source is for: a time, a name (of a case, an event) or a fact of any shape. */
export type Use = 'time' | 'name' | 'fact'

const columnFields = {
  column: optional(text, 'The column, by its name in the header.'),
  columns: optional(
    listOf(text),
    'Several columns, put together: a date and its time, the parts of a reference.',
  ),
  prefix: optional(
    text,
    'Stands before the value, so that two systems’ numbers cannot be taken for each other.',
  ),
  as: optional(oneOf(cellTypes), 'What the cell holds; text where nothing is said.'),
  format: optional(parsed(timeFormat), 'How its times are written, where that differs from the rest.'),
  needed: optional(yesOrNo, 'An empty cell is a fault.'),
}

/**
 * Reads where a value comes from. A word stands for itself; a column is always said as {column: Name}, so that
 * nobody need know which words happen to be columns.
 */
export function sourceFor(use: Use, settings: Settings): Reader<Source> {
  const fields = recordOf({
    ...columnFields,
    values: optional(valueMap, 'What stands in the file, to what it means here; ~ leaves the field out.'),
    otherwise: optional(plain, 'What any other value means; without it, another value is a fault.'),
  })
  return {
    schema: { anyOf: [{ type: ['string', 'number', 'boolean', 'array'] }, fields.schema] },
    read(node, field, reading) {
      const found = reading.resolve(node)
      if (isMap(found)) {
        const clauses = fields.read(found, field, reading)
        return clauses && columnSource(clauses, use, settings, { node: found, field, reading })
      }
      return constantSource(found, use, field, reading)
    },
  }
}

type Clauses = Read<typeof columnFields> & {
  readonly values?: ReadonlyMap<string, FieldValue>
  readonly otherwise?: { readonly value: FieldValue }
}

interface Place {
  readonly node: Node
  readonly field: string
  readonly reading: Reading
}

function columnSource(clauses: Clauses, use: Use, settings: Settings, place: Place): Source | undefined {
  const { node, field, reading } = place
  const columns = clauses.columns ?? (clauses.column === undefined ? [] : [clauses.column])
  if (columns.length === 0 || (clauses.columns !== undefined && clauses.column !== undefined)) {
    return reading.fault(node, field, 'this needs column, or columns', 'write {column: Name in the header}')
  }
  const as = use === 'time' ? 'time' : (clauses.as ?? 'text')
  const format = clauses.format ?? settings.format
  const objection = as === 'time' || as === 'date' ? timeObjection(as, format, settings) : undefined
  if (objection !== undefined) return reading.fault(node, field, objection.refusal, objection.fix)
  const read = cellReader(as, format, settings)
  const joint = as === 'time' || as === 'date' ? ' ' : '-'
  return {
    columns,
    valueOf(cells) {
      const cell = cells.filter((each) => each !== '').join(joint)
      const value = clauses.values === undefined ? undefined : mapped(cell, clauses)
      if (value !== undefined) return value === null ? undefined : value
      if (cell === '') return clauses.needed ? refuse(`${columns.join(' and ')} is empty`) : undefined
      const fact = read(cell)
      return clauses.prefix === undefined || typeof fact === 'object' ? fact : `${clauses.prefix}${fact}`
    },
  }
}

/** What a value means by the map; null leaves the field out, and undefined says that there is nothing to map. */
function mapped(cell: string, { values, otherwise }: Clauses): FieldValue | Refusal | undefined {
  const value = values?.get(cell)
  if (value !== undefined) return value
  if (cell === '') return undefined
  if (otherwise !== undefined) return otherwise.value
  const near = suggest(cell, values?.keys() ?? [])
  const known = [...(values?.keys() ?? [])].slice(0, 20).join(', ')
  return refuse(
    `“${cell}” is not among the values of the mapping`,
    near ? `did you mean “${near}”?` : `it has: ${known}`,
  )
}

function timeObjection(
  as: 'time' | 'date',
  format: TimeFormat | undefined,
  settings: Settings,
): Refusal | undefined {
  if (format === undefined) {
    return refuse(
      'it is not said how the times are written',
      'write format: dd/MM/yyyy HH:mm, or format: iso',
    )
  }
  if (as === 'date') return undefined
  if (format.hasTime === false && settings.timeOfDay === undefined) {
    return refuse('the format has no time of day', 'say which is meant: time_of_day: 12:00')
  }
  if (format.hasOffset === false && settings.zone === undefined) {
    return refuse('the times have no offset', 'say whose they are: time_zone: Europe/London')
  }
  return undefined
}

function constantSource(node: Node | null, use: Use, field: string, reading: Reading): Source | undefined {
  if (use === 'time') {
    return reading.fault(node, field, 'this must be a column', 'write {column: Name in the header}')
  }
  const value = isSeq(node)
    ? listValue(node.items as Node[], field, reading)
    : plain.read(node, field, reading)?.value
  if (value === undefined) return undefined
  if (use === 'name' && typeof value !== 'string') return reading.fault(node, field, 'this must be a word')
  return { columns: [], valueOf: () => value }
}

function listValue(items: readonly Node[], field: string, reading: Reading): FieldValue | undefined {
  const values = items.map((item) => plain.read(item, field, reading)?.value)
  return values.some((value) => value === undefined) ? undefined : (values as readonly FieldValue[])
}

/** A word, a number, true or false; held in an object, as null is a value here. */
const plain: Reader<{ readonly value: FieldValue }> = {
  schema: { type: ['string', 'number', 'boolean', 'null'] },
  read(node, field, reading) {
    const found = reading.resolve(node)
    const value = isScalar(found) ? found.value : undefined
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return { value }
    if (typeof value === 'number' && Number.isFinite(value)) return { value }
    return reading.fault(node, field, 'this must be a word, a number, true or false')
  },
}

/** Keys are taken as they are written, so that 007 is not 7. */
const valueMap: Reader<ReadonlyMap<string, FieldValue>> = {
  schema: { type: 'object' },
  read(node, field, reading) {
    const map = reading.resolve(node)
    if (!isMap(map)) return reading.fault(node, field, 'this must be a map', 'write {Yes: true, No: false}')
    const values = new Map<string, FieldValue>()
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      const read = plain.read(value, `${field} / ${keyText(key)}`, reading)
      if (read !== undefined) values.set(keyText(key), read.value)
    }
    return values.size === map.items.length ? values : undefined
  },
}

/** The key of a map as it stands in the file. */
export function keyText(key: Node | null): string {
  if (!isScalar(key)) return ''
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}
