import { isMap, type Node, type Pair } from 'yaml'
import { type JsonSchema, keyText, meant, type Reader } from './reader.ts'
import type { Reading } from './reading.ts'

/** One clause of a shape: how it is read and what it means, for editors and the reference page. */
export interface Field<T, Required extends boolean = boolean> {
  readonly reader: Reader<T>
  readonly required: Required
  readonly says: string
}

export type Fields = Readonly<Record<string, Field<unknown>>>

/** What a set of fields gives once read: names in camel case, optional clauses left out when absent. */
export type Read<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown, true> ? Camel<K> : never]: ValueOf<F[K]>
} & { readonly [K in keyof F as F[K] extends Field<unknown, true> ? never : Camel<K>]?: ValueOf<F[K]> }

type ValueOf<F> = F extends Field<infer T> ? T : never
type Camel<K> = K extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail> & string>}` : K

/** A clause that must be there. */
export function needed<T>(reader: Reader<T>, says: string): Field<T, true> {
  return { reader, required: true, says }
}

/** A clause that may be left out. */
export function optional<T>(reader: Reader<T>, says: string): Field<T, false> {
  return { reader, required: false, says }
}

/** Reads a map with known names; an unknown or missing name is a fault with what was meant. */
export function recordOf<F extends Fields>(fields: F): Reader<Read<F>> {
  return {
    schema: schemaOf(fields),
    read(node, field, reading) {
      const map = reading.resolve(node)
      if (!isMap(map))
        return reading.fault(node, field, `this must be a map`, `it takes: ${Object.keys(fields).join(', ')}`)
      const pairs = pairsOf(map.items as Pair<Node, Node | null>[], field, reading, Object.keys(fields))
      return readFields(fields, pairs, map as Node, field, reading)
    },
  }
}

function pairsOf(
  items: readonly Pair<Node, Node | null>[],
  field: string,
  reading: Reading,
  known: readonly string[],
) {
  const pairs = new Map<string, Node | null>()
  for (const { key, value } of items) {
    const name = keyText(key)
    if (known.includes(name)) pairs.set(name, value)
    else reading.fault(key, field, `“${name}” is not a clause here`, meant(name, known))
  }
  return pairs
}

function readFields<F extends Fields>(
  fields: F,
  pairs: ReadonlyMap<string, Node | null>,
  map: Node,
  field: string,
  reading: Reading,
): Read<F> | undefined {
  const read: Record<string, unknown> = {}
  let whole = true
  for (const [name, { reader, required }] of Object.entries(fields)) {
    if (!pairs.has(name)) {
      if (!required) continue
      reading.fault(map, field, `“${name}” is missing`)
      whole = false
      continue
    }
    const value = reader.read(pairs.get(name) ?? null, field === '' ? name : `${field} / ${name}`, reading)
    if (value === undefined) whole = false
    else read[camel(name)] = value
  }
  return whole ? (read as Read<F>) : undefined
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function schemaOf(fields: Fields): JsonSchema {
  const entries = Object.entries(fields)
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
    properties: Object.fromEntries(
      entries.map(([name, { reader, says }]) => [name, { ...reader.schema, description: says }]),
    ),
  }
}
