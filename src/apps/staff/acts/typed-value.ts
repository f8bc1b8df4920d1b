import type { FieldValue } from '#core/ledger/event.ts'
import { type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { formatInstant, type Instant } from '#core/time/instant.ts'
import { listIn, textIn, type Fields } from '#http/layout/fields.ts'
import { type FormField, isMoney } from './form-act.ts'
import { dayAndTimeFromFields, dayFromFields, staffZone } from '../times.ts'

/** The value that was typed for a field; undefined where it was left empty. */
export function typedValue(field: FormField, fields: Fields, now: Instant): FieldValue | Refused | undefined {
  const { name, definition } = field
  const text = textIn(fields, name)
  switch (definition.type) {
    case 'yes or no':
      return yesOrNo(text)
    case 'code or yes':
      return definition.suggests === undefined ? yesOrNo(text) : chosenOrTyped(field, fields)
    case 'code':
      return chosenOrTyped(field, fields)
    case 'code or number':
      return text === '' || Number.isNaN(Number(text)) ? codeTyped(name, text) : Number(text)
    case 'whole number':
    case 'number':
      return numberTyped(field, text)
    case 'date':
      return dateTyped(name, fields, now)
    case 'instant':
      return instantTyped(name, fields, now)
    case 'date or instant':
      return textIn(fields, `${name}-time`) === ''
        ? dateTyped(name, fields, now)
        : instantTyped(name, fields, now)
    case 'ids':
      return listed(listIn(fields, name))
    case 'one of':
    case 'id':
      return text === '' ? undefined : text
    default:
      return undefined
  }
}

function listed(ids: readonly string[]): FieldValue | undefined {
  const named = ids.filter((each) => each !== '')
  return named.length === 0 ? undefined : named
}

function yesOrNo(text: string): boolean | undefined {
  return text === '' ? undefined : text === 'yes'
}

/** One of the codes offered, or another in the box beside them. */
function chosenOrTyped({ name, definition }: FormField, fields: Fields): FieldValue | Refused | undefined {
  const chosen = textIn(fields, name)
  const other = textIn(fields, `${name}-other`)
  if (definition.type === 'code or yes' && (chosen === 'yes' || chosen === 'no')) return chosen === 'yes'
  return other !== '' && (chosen === '' || chosen === 'other')
    ? codeTyped(`${name}-other`, other)
    : codeTyped(name, chosen)
}

/** A code is a word or a few: what is longer are words, and belongs in the note. */
function codeTyped(name: string, text: string): string | Refused | undefined {
  if (text === '') return undefined
  const code = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[’'‘]/g, '')
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (code.length > 0 && code.length <= longestCode) return code
  return refused(
    'not valid',
    code === '' ? 'this has no letters or figures in it' : 'this is too long to be counted',
    'write one to five words, and tell the rest in the note',
    `/${name}`,
  )
}

const longestCode = 60

function numberTyped(field: FormField, text: string): number | Refused | undefined {
  if (text === '') return undefined
  const plain = text.replaceAll(/[£,\s]/g, '')
  const money = isMoney(field)
  const shape = money ? 'money' : field.definition.type
  if (shapes[shape]?.test(plain)) return money ? Math.round(Number(plain) * 100) : Number(plain)
  const fix = money ? 'write pounds and pence, such as 12.50' : 'write it in figures, such as 3'
  return refused('not valid', money ? 'this is not an amount' : 'this is not a number', fix, `/${field.name}`)
}

const shapes: Readonly<Record<string, RegExp>> = {
  money: /^\d{1,8}(\.\d{2})?$/,
  number: /^-?\d{1,12}(\.\d{1,6})?$/,
  'whole number': /^-?\d{1,12}$/,
}

function dateTyped(name: string, fields: Fields, now: Instant): string | Refused | undefined {
  const day = dayFromFields(fields, name, now)
  return typeof day === 'number' ? formatDay(day) : day
}

function instantTyped(name: string, fields: Fields, now: Instant): string | Refused | undefined {
  const at = dayAndTimeFromFields(fields, name, { now })
  return typeof at === 'number' ? formatInstant(at, staffZone) : at
}
