import type { FieldDefinition } from '#core/kind.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { longestText } from './bounds.ts'
import { explainDateOrInstant, explainInstant } from './explain-instant.ts'
import { isFieldName } from './field-check.ts'
import { shown } from './shown.ts'

/** Says in plain English why this value of a field will not do; `field` is undefined for one we do not read. */
export function explainField(name: string, field: FieldDefinition | undefined, value: unknown): Refusal {
  if (!isFieldName(name)) return refuse(`a field may not be named ${shown(name)}`)
  if (isTooLong(value))
    return refuse(
      `${name} is over ${longestText} characters long`,
      'words belong in the drawer: keep their id here',
    )
  return field ? explainKnown(name, field, value) : explainUnknown(name)
}

/** Says which field an event cannot be recorded without. */
export function explainMissing(type: string, name: string, field: FieldDefinition | undefined): Refusal {
  const among = field?.oneOf ? `, one of: ${field.oneOf.join(', ')}` : ''
  return refuse(`${type} needs the field ${name}: ${field?.says ?? ''}`, `add "${name}" to its data${among}`)
}

function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > longestText
}

function explainKnown(name: string, field: FieldDefinition, value: unknown): Refusal {
  switch (field.type) {
    case 'one of':
      return explainOneOf(name, field.oneOf ?? [], value)
    case 'instant':
      return explainInstant(name, value)
    case 'date':
    case 'date or instant':
      return explainDateOrInstant(name, value)
    default:
      return refuse(`${name} is ${shown(value)}, but must be ${wanted[field.type]}`, fixes[field.type])
  }
}

function explainOneOf(name: string, words: readonly string[], value: unknown): Refusal {
  const meant = typeof value === 'string' ? suggest(value, words) : undefined
  const list = `it is one of: ${words.join(', ')}`
  return refuse(`${name} cannot be ${shown(value)}`, meant ? `did you mean "${meant}"? ${list}` : list)
}

type Plain = Exclude<FieldDefinition['type'], 'one of' | 'instant' | 'date' | 'date or instant'>

const wanted: Readonly<Record<Plain, string>> = {
  code: 'a code in quotation marks',
  'code or yes': 'a code in quotation marks, true or false',
  'code or number': 'a word in quotation marks or a number',
  id: 'an id',
  ids: 'an id or a list of ids',
  'yes or no': 'true or false',
  'whole number': 'a whole number',
  number: 'a number',
  'reasons by promise': 'promises with their reasons',
  fields: 'fields with their values',
}

const fixes: Readonly<Record<Plain, string>> = {
  code: 'write a short code, such as "repairs"',
  'code or yes': 'write true, or a short code such as "gas-check"',
  'code or number': 'write a word such as "satisfied" or a number such as 4',
  id: 'write an id, such as "s-17"',
  ids: 'write an id, such as "s-17", or a list of them, such as ["s-17", "s-20"]',
  'yes or no': 'write true or false without quotation marks',
  'whole number': 'write digits without quotation marks, such as 12050; money is in whole pence',
  number: 'write digits without quotation marks, such as 2.5',
  'reasons by promise': 'write each as "promise": "reason-code"',
  fields: 'write {"field": value, …}, with at most four levels and no long texts',
}

function explainUnknown(name: string): Refusal {
  return refuse(
    `${name} holds more than a fact does: too long, too deep or too many values`,
    'words belong in the drawer: keep their id here',
  )
}
