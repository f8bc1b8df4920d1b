import { type FieldFault, ProblemError } from '../server/problem.ts'
import { jsonFault } from './json-fault.ts'

/** Deeper than this, no body of ours is nested. */
const deepest = 64

/** Reads a JSON body, or says at which line and column it stops being JSON. */
export function readJson(bytes: Buffer, firstLine = 1): unknown {
  const text = readText(bytes)
  if (text.trim() === '') throw unreadable('the body is empty', 'send JSON, or no body and no content type')
  const value = parsed(text, firstLine)
  const fault = faultIn(value, 0)
  if (fault === undefined) return value
  const { pointer, detail, fix } = fault
  throw new ProblemError({
    kind: 'cannot-be-read',
    detail: `${detail}, at “${pointer}”; ${fix}`,
    errors: [{ in: 'body', pointer, detail, fix }],
  })
}

/** Reads NDJSON as the list of its lines; empty lines count for nothing. */
export function readLines(bytes: Buffer, mostLines: number): readonly unknown[] {
  const lines = readText(bytes).split('\n')
  const items: unknown[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    if (items.length === mostLines)
      throw new ProblemError({
        kind: 'too-large',
        detail: `there are more than ${mostLines} lines; send them in parts`,
      })
    items.push(readJson(Buffer.from(line), index + 1))
  }
  return items
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw unreadable('the body is not UTF-8', 'send it as UTF-8')
  }
}

function parsed(text: string, firstLine: number): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    const { line, column, expected } = jsonFault(text)
    throw unreadable(
      `the body is not JSON from line ${line + firstLine - 1}, column ${column}`,
      `there should be ${expected}`,
    )
  }
}

function unreadable(detail: string, fix: string): ProblemError {
  return new ProblemError({
    kind: 'cannot-be-read',
    detail: `${detail}; ${fix}`,
    errors: [{ in: 'body', pointer: '', detail, fix }],
  })
}

type Fault = Pick<FieldFault, 'pointer' | 'detail'> & { readonly fix: string }

/** What is JSON, but can be kept in no database or makes trouble for whoever reads it later. */
export function faultIn(value: unknown, depth: number): Fault | undefined {
  if (typeof value === 'string') return textFault(value)
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? undefined
      : { pointer: '', detail: 'a number is too large', fix: 'send it as text, or a smaller one' }
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === deepest)
    return { pointer: '', detail: `it is nested more than ${deepest} deep`, fix: 'send it flatter' }
  for (const [key, item] of Object.entries(value)) {
    const fault = keyFault(key) ?? faultIn(item, depth + 1)
    if (fault) return { ...fault, pointer: `/${pointerPart(key)}${fault.pointer}` }
  }
  return undefined
}

/** A key as a part of a JSON pointer. */
export function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function keyFault(key: string): Fault | undefined {
  if (key === '__proto__')
    return { pointer: '', detail: 'no field may be called “__proto__”', fix: 'leave it out' }
  return textFault(key)
}

function textFault(text: string): Fault | undefined {
  if (text.includes('\0'))
    return { pointer: '', detail: 'the text has the character U+0000', fix: 'leave that character out' }
  if (!text.isWellFormed())
    return { pointer: '', detail: 'the text has half of a character', fix: 'send whole characters' }
  return undefined
}
