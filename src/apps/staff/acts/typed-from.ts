import type { EventData, FieldValue } from '#core/ledger/event.ts'
import { type Instant, parseInstant } from '#core/time/instant.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { forFields } from '../times.ts'
import { type FormField, isMoney } from './form-act.ts'

/** What the boxes of a form hold where they show an event as it stands. */
export function typedFrom(fields: readonly FormField[], data: EventData, at?: Instant): Fields {
  const typed: Record<string, unknown> = at === undefined ? {} : inTwo('at', at)
  for (const field of fields) {
    const value = data[field.name]
    if (value !== undefined && value !== null) Object.assign(typed, boxesOf(field, value))
  }
  return typed
}

/** What was typed into the boxes of these fields, and nothing else: to see whether any of it was changed. */
export function fieldsTyped(fields: readonly FormField[], typed: Fields): readonly (readonly string[])[] {
  return fields.map(({ name, definition }) =>
    definition.type === 'ids'
      ? listIn(typed, name)
      : [textIn(typed, name), textIn(typed, `${name}-time`), textIn(typed, `${name}-other`)],
  )
}

function boxesOf(field: FormField, value: FieldValue): Readonly<Record<string, unknown>> {
  const { name, definition } = field
  if (typeof value === 'boolean') return { [name]: value ? 'yes' : 'no' }
  if (typeof value === 'number') return { [name]: isMoney(field) ? (value / 100).toFixed(2) : String(value) }
  if (Array.isArray(value)) return { [name]: value.map(String) }
  if (typeof value !== 'string') return {}
  const moment = definition.type.includes('instant') && value.length > 10 ? parseInstant(value) : undefined
  if (moment !== undefined) return inTwo(name, moment)
  const { suggests } = definition
  if (suggests !== undefined && !suggests.includes(value))
    return { [name]: 'other', [`${name}-other`]: value }
  return { [name]: value }
}

function inTwo(name: string, at: Instant): Record<string, unknown> {
  const [day, time] = forFields(at).split('T')
  return { [name]: day, [`${name}-time`]: time }
}
