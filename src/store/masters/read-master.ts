import { isRefusal } from '#core/refusal.ts'
import { type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'
import type { MasterDefinition, MasterValue, MasterValues } from './definition.ts'
import { readValue } from './read-value.ts'

/** Reads what was sent for a master, whole: a field left out is empty. Refusals name the field as a JSON pointer. */
export function readMasterValues(definition: MasterDefinition, sent: unknown): MasterValues | Refused {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    return refused('not valid', `a ${definition.one} is an object with its fields`, undefined, '')
  const values: Record<string, MasterValue> = {}
  const told = sent as Readonly<Record<string, unknown>>
  for (const name of Object.keys(told)) {
    if (!Object.hasOwn(definition.fields, name)) return noSuchField(definition, name)
  }
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = readValue(field, Object.hasOwn(told, name) ? told[name] : undefined)
    if (isRefusal(value)) return refused('not valid', `${name}: ${value.refusal}`, value.fix, pointerTo(name))
    values[name] = value
  }
  return faultBetween(definition, values) ?? values
}

/** The id under which a master is to stand, where somebody gives it one. */
export function idFault({ id }: MasterDefinition, sent: string): Refused | undefined {
  if (
    sent !== '' &&
    sent.length <= 200 &&
    sent === sent.trim() &&
    !/\p{Cc}/u.test(sent) &&
    sent.isWellFormed()
  )
    return undefined
  return refused(
    'not valid',
    `${id}: this is not an id`,
    'use 1 to 200 characters without blanks around them',
    '/id',
  )
}

/** What two fields together do not allow. */
function faultBetween(definition: MasterDefinition, values: MasterValues): Refused | undefined {
  for (const [name, { notBefore }] of Object.entries(definition.fields)) {
    const value = values[name]
    const from = notBefore === undefined ? null : values[notBefore]
    if (typeof value === 'string' && typeof from === 'string' && value < from)
      return refused('not valid', `${name}: this is before ${notBefore}`, undefined, pointerTo(name))
  }
  return definition.fault?.(values)
}

/** A field as a JSON pointer. */
export function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function noSuchField({ one, fields }: MasterDefinition, name: string): Refused {
  const near = suggest(name, Object.keys(fields))
  const fix = near === undefined ? `it has ${Object.keys(fields).join(', ')}` : `did you mean ${near}?`
  return refused('not valid', `a ${one} has no field of this name`, fix, pointerTo(name.slice(0, 100)))
}
