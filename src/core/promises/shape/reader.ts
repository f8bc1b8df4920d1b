import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Reading } from './reading.ts'

/** The part of JSON Schema that editors use to complete and check a pack. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * Reads one value of a pack and describes it: the one definition from which parsing, the JSON Schema
 * and the reference page follow. `read` notes every fault and gives undefined where there was one.
 */
export interface Reader<T> {
  readonly schema: JsonSchema
  read(node: Node | null, field: string, reading: Reading): T | undefined
}

/** Text as it stands; numbers and dates without quotes are taken as they are written. */
export const text: Reader<string> = {
  schema: { type: ['string', 'number'] },
  read(node, field, reading) {
    const scalar = scalarOf(node, reading)
    if (scalar === undefined) return reading.fault(node, field, 'this must be text')
    const written = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value))
    return written === '' ? reading.fault(node, field, 'this is empty') : written
  },
}

export const yesOrNo: Reader<boolean> = {
  schema: { type: 'boolean' },
  read(node, field, reading) {
    const value = scalarOf(node, reading)?.value
    return typeof value === 'boolean' ? value : reading.fault(node, field, 'this must be true or false')
  },
}

export const wholeNumber: Reader<number> = {
  schema: { type: 'integer', minimum: 1 },
  read(node, field, reading) {
    const value = scalarOf(node, reading)?.value
    const fine = typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    return fine ? value : reading.fault(node, field, 'this must be a whole number above 0')
  },
}

/** One of a few words. */
export function oneOf<const W extends string>(words: readonly W[]): Reader<W> {
  return {
    schema: { enum: words },
    read(node, field, reading) {
      const value = scalarOf(node, reading)?.value
      const found = words.find((word) => word === value)
      if (found !== undefined) return found
      return reading.fault(node, field, `“${String(value)}” is not known here`, meant(String(value), words))
    },
  }
}

/** Text that a parser of ours turns into a value or refuses in plain words. */
export function parsed<T>(
  parse: (written: string) => T | Refusal,
  schema: JsonSchema = text.schema,
): Reader<T> {
  return {
    schema,
    read(node, field, reading) {
      const written = text.read(node, field, reading)
      if (written === undefined) return undefined
      const value = parse(written)
      return isRefusal(value) ? reading.fault(node, field, value.refusal, value.fix) : value
    },
  }
}

/** A list, every item of which is read the same way; a list with one fault in it is none. */
export function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    read(node, field, reading) {
      const list = reading.resolve(node)
      if (!isSeq(list)) return reading.fault(node, field, 'this must be a list', 'write [one, another]')
      return readAll(list.items as Node[], item, field, reading)
    },
  }
}

/** One value or a list of them; always a list once read. */
export function oneOrMany<T>(item: Reader<T>): Reader<readonly T[]> {
  return {
    schema: { anyOf: [item.schema, { type: 'array', items: item.schema }] },
    read(node, field, reading) {
      const list = reading.resolve(node)
      return readAll(isSeq(list) ? (list.items as Node[]) : [node], item, field, reading)
    },
  }
}

/** A list that says at least one thing: one that says nothing would hold for everything, or for nothing. */
export function filled<T>(list: Reader<readonly T[]>): Reader<readonly T[]> {
  return {
    schema: list.schema,
    read(node, field, reading) {
      const read = list.read(node, field, reading)
      return read?.length === 0
        ? reading.fault(node, field, 'this list is empty', 'write at least one')
        : read
    },
  }
}

/** A map from names of the author's own choosing. */
export function mapOf<T>(item: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    read(node, field, reading) {
      const map = reading.resolve(node)
      if (!isMap(map)) return reading.fault(node, field, 'this must be a map', 'write {name: value}')
      const entries = map.items.map((pair) => {
        const name = keyText(pair.key)
        return [name, item.read(pair.value as Node | null, `${field} / ${name}`, reading)] as const
      })
      const read = entries.filter((entry): entry is readonly [string, T] => entry[1] !== undefined)
      return read.length === entries.length ? new Map(read) : undefined
    },
  }
}

/** What a key of a map says; nothing where it is no plain word. */
export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

/** “did you mean”, or the whole list where nothing is near. */
export function meant(word: string, among: readonly string[]): string {
  const near = suggest(word, among)
  return near === undefined ? `use one of: ${among.join(', ')}` : `did you mean “${near}”?`
}

function scalarOf(node: Node | null, reading: Reading): Scalar | undefined {
  const found = reading.resolve(node)
  return isScalar(found) && found.value !== null ? found : undefined
}

function readAll<T>(nodes: readonly (Node | null)[], item: Reader<T>, field: string, reading: Reading) {
  const values = nodes.map((node) => item.read(node, field, reading))
  const read = values.filter((value): value is Exclude<typeof value, undefined> => value !== undefined)
  return read.length === values.length ? (read as readonly T[]) : undefined
}
