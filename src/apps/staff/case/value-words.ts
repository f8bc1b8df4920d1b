import type { FieldDefinition } from '#core/kind.ts'
import type { FieldValue } from '#core/ledger/event.ts'
import { parseDay } from '#core/time/day.ts'
import { parseInstant } from '#core/time/instant.ts'
import type { Names } from '#store/case-page/names-in.ts'
import { codeWords } from '../acts/field-words.ts'
import { dayText, momentText } from '../times.ts'

/** The value of a field as people read it: a code as words, an id as a name, a date as a date, pence as pounds. */
export function valueWords(
  value: FieldValue,
  field: { readonly name: string; readonly definition: FieldDefinition | undefined },
  names: Names,
): string {
  if (value === null) return 'Nothing'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return /pence$/i.test(field.name) ? pounds(value) : String(value)
  if (typeof value === 'string') return textWords(value, field.definition, names)
  if (Array.isArray(value))
    return value
      .slice(0, 50)
      .map((each: FieldValue) => valueWords(each, field, names))
      .join(', ')
  return Object.entries(value)
    .slice(0, 50)
    .map(([name, each]) => `${name}: ${valueWords(each, { name, definition: undefined }, names)}`)
    .join('; ')
}

function textWords(text: string, definition: FieldDefinition | undefined, names: Names): string {
  const day = parseDay(text)
  if (day !== undefined) return dayText(day)
  const at = text.length > 15 ? parseInstant(text) : undefined
  if (at !== undefined) return momentText(at)
  const name = names.get(text)
  if (name !== undefined) return name
  return definition?.type === 'id' || definition?.type === 'ids' ? text : codeWords(text)
}

function pounds(pence: number): string {
  return `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`
}
