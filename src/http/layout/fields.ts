/** What a form or the query of an address carries, as it came. */
export type Fields = Readonly<Record<string, unknown>>

/** One field’s text, without blanks around it; empty where it was not sent. The longest ones are cut. */
export function textIn(fields: Fields, name: string): string {
  return asTyped(fields, name).trim()
}

/** A long text, such as a note, without blanks around it. What is beyond the longest that is kept comes one letter over it, and is refused there. */
export function longTextIn(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value.slice(0, 100_001).trim() : ''
}

/** One field’s text as it was typed, for passwords. */
export function asTyped(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value.slice(0, 2_000) : ''
}

/** Everything that was ticked under one name. */
export function listIn(fields: Fields, name: string): readonly string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (typeof value === 'string') return [value.slice(0, 2_000)]
  if (!Array.isArray(value)) return []
  return value.filter((each) => typeof each === 'string').slice(0, 200)
}

/** A query or a body as fields, whatever came, without letters that no database keeps: NUL, and half of a pair. */
export function fieldsFrom(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, keepable(each)]))
}

function keepable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  return Array.isArray(value) ? value.map(keepable) : value
}
