import type { FieldDefinition } from '#core/kind.ts'
import { deepestValue, instantOf, isDate, longestText, mostFields } from './bounds.ts'

/**
 * Says only whether a value will do. It runs for every field of every event; the words for a value that
 * will not do are found afterwards, in explain-field.ts.
 */
export type FieldCheck = (value: unknown) => boolean

/** The check for a field, chosen once when the vocabulary is made. */
export function checkOf(field: FieldDefinition): FieldCheck {
  return field.type === 'one of' ? isOneOf(field.oneOf ?? []) : checks[field.type]
}

/** True for a value of a field we do not read yet: a fact of bounded size, not words. */
export function isFact(value: unknown): boolean {
  return isFactAt(value, 0)
}

const checks: Readonly<Record<Exclude<FieldDefinition['type'], 'one of'>, FieldCheck>> = {
  code: isShortText,
  'code or yes': (value) => isShortText(value) || typeof value === 'boolean',
  'code or number': (value) => isShortText(value) || Number.isFinite(value),
  id: isId,
  ids: (value) => (Array.isArray(value) ? value.length <= mostFields && value.every(isId) : isId(value)),
  'yes or no': (value) => typeof value === 'boolean',
  'whole number': Number.isSafeInteger,
  number: Number.isFinite,
  date: isDate,
  instant: isInstant,
  'date or instant': (value) => (isDateLong(value) ? isDate(value) : isInstant(value)),
  'reasons by promise': (value) =>
    isRecord(value) && isFact(value) && Object.values(value).every(isShortText),
  fields: (value) => isRecord(value) && isFact(value),
}

function isOneOf(words: readonly string[]): FieldCheck {
  const among: ReadonlySet<unknown> = new Set(words)
  return (value) => among.has(value)
}

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= longestText
}

/** Other systems write ids as text or as whole numbers. */
function isId(value: unknown): boolean {
  return isShortText(value) || Number.isSafeInteger(value)
}

function isDateLong(value: unknown): boolean {
  return typeof value === 'string' && value.length === 10
}

function isInstant(value: unknown): boolean {
  return instantOf(value) !== undefined
}

/** True for an object that is neither a list nor null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFactAt(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return value.length <= longestText
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return true
    default:
      return value === null || (depth < deepestValue && isFactInside(value, depth + 1))
  }
}

function isFactInside(value: unknown, depth: number): boolean {
  if (Array.isArray(value))
    return value.length <= mostFields && value.every((inner) => isFactAt(inner, depth))
  if (!isRecord(value)) return false
  const names = Object.keys(value)
  return (
    names.length <= mostFields && names.every((name) => isFieldName(name) && isFactAt(value[name], depth))
  )
}

/** A field named `__proto__` would change what an object inherits wherever it is copied. */
export function isFieldName(name: string): boolean {
  return name !== '__proto__' && name.length > 0 && name.length <= longestText
}
