import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { EventData, FieldValue } from '#core/ledger/event.ts'
import { type Comparison, comparisonNamed, compares } from './comparison.ts'
import { inPlainWords } from './plain-words.ts'
import { mapOf, type Reader } from './shape/reader.ts'
import type { Reading } from './shape/reading.ts'

/** What a field must be for a promise to apply. */
export type Test =
  | { readonly is: 'one of' | 'none of'; readonly values: readonly Plain[] }
  | { readonly is: 'given' | 'not given' }
  | { readonly is: Comparison; readonly amount: number }

export interface Condition {
  readonly field: string
  readonly test: Test
}

type Plain = string | number | boolean

/** Whether a field's value passes; what is absent counts as false, and as none of anything. */
export function passes(test: Test, value: FieldValue | undefined): boolean {
  const given = value !== undefined && value !== null
  switch (test.is) {
    case 'given':
      // A part that is marked “no” was not given (reading 29: all four parts of a court pack).
      return given && value !== false
    case 'not given':
      return !given || value === false
    case 'one of':
      return isAmong(test.values, given ? value : false)
    case 'none of':
      return !given || !isAmong(test.values, value)
    default:
      return typeof value === 'number' && compares(test.is, value, test.amount)
  }
}

/** Whether an event's own fields pass every condition. */
export function allPass(conditions: readonly Condition[], data: EventData): boolean {
  for (const { field, test } of conditions) if (!passes(test, data[field])) return false
  return true
}

/** The conditions in words, for the formula beside a figure. */
export function conditionsInWords(conditions: readonly Condition[]): string {
  return conditions.map(({ field, test }) => `${inPlainWords(field)} ${testInWords(test)}`).join(' and ')
}

function isAmong(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value)
}

function testInWords(test: Test): string {
  if (test.is === 'one of') return `is ${test.values.map(plainInWords).join(' or ')}`
  if (test.is === 'none of') return `is not ${test.values.map(plainInWords).join(' or ')}`
  return 'amount' in test ? `is ${test.is} ${test.amount}` : `is ${test.is}`
}

function plainInWords(value: Plain): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

const test: Reader<Test> = {
  schema: {
    description:
      'A word, number, true or false; a list of them; given, not given, not X, at least N, at most N, over N, under N',
    type: ['string', 'number', 'boolean', 'array', 'object'],
  },
  read(node, field, reading) {
    const found = reading.resolve(node)
    if (isSeq(found)) return oneOfThese(found as Node, 'one of', field, reading)
    if (isMap(found)) return negated(found, field, reading)
    const value = isScalar(found) ? found.value : undefined
    if (typeof value === 'string') return fromWords(value)
    if (typeof value === 'number' || typeof value === 'boolean') return { is: 'one of', values: [value] }
    return reading.fault(node, field, 'this must be a word, a number, true, false or a list of them')
  },
}

/** Conditions as they stand in a pack: field to test. */
export const conditions: Reader<readonly Condition[]> = {
  schema: mapOf(test).schema,
  read(node, field, reading) {
    const tests = mapOf(test).read(node, field, reading)
    return tests && [...tests].map(([name, each]) => ({ field: name, test: each }))
  },
}

function negated(map: Node, field: string, reading: Reading): Test | undefined {
  const values = isMap(map) && map.items.length === 1 ? map.get('not', true) : undefined
  const list = reading.resolve((values as Node | undefined) ?? null)
  if (list === null)
    return reading.fault(map, field, 'a map here can only say what is not meant', 'write {not: [a, b]}')
  return oneOfThese(list, 'none of', field, reading)
}

function oneOfThese(list: Node, is: 'one of' | 'none of', field: string, reading: Reading): Test | undefined {
  const nodes = isSeq(list) ? (list.items as Node[]) : [list]
  if (nodes.length === 0) return reading.fault(list, field, 'this list is empty', 'write at least one')
  const values = nodes
    .map((node) => reading.resolve(node))
    .map((node) => (isScalar(node) ? node.value : undefined))
  if (values.every(isPlain)) return { is, values }
  return reading.fault(nodes[0] ?? null, field, 'each of these must be a word, a number, true or false')
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function fromWords(words: string): Test {
  if (words === 'given' || words === 'not given') return { is: words }
  const [, compared, amount] = /^(.+) (-?\d+(?:\.\d+)?)$/.exec(words) ?? []
  const comparison = comparisonNamed(compared)
  if (comparison !== undefined) return { is: comparison, amount: Number(amount) }
  const not = /^not (?:\[(.*)\]|(.+))$/.exec(words)
  if (not)
    return {
      is: 'none of',
      values: (not[1]?.split(',') ?? [not[2] ?? '']).map((word) => plainFrom(word.trim())),
    }
  return { is: 'one of', values: [words] }
}

function plainFrom(word: string): Plain {
  if (word === 'true' || word === 'false') return word === 'true'
  return word
}
