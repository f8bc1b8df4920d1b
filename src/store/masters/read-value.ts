import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { parseDay } from '#core/time/day.ts'
import type { MasterField, MasterType, MasterValue } from './definition.ts'
import { tidyEmail } from './email.ts'
import { normalPostcode } from './postcode.ts'
import { normalTelephone } from './telephone.ts'

/** Reads what was sent for a field; what is left out, null or blank is null (or an empty list). */
export function readValue(field: MasterField, sent: unknown): MasterValue | Refusal {
  if (isList(field.type)) return readList(sent ?? [], field)
  const value = typeof sent === 'string' ? sent.trim() : sent
  if (value === undefined || value === null || value === '') {
    if (field.otherwise !== undefined) return field.otherwise
    return field.required ? refuse('this is needed', 'fill it in') : null
  }
  return readers[field.type](value, field)
}

/** What the most letters of a field are, where its definition does not say. */
export function mostLetters({ type, most }: MasterField): number {
  return most ?? lettersOf[type] ?? 200
}

export function isList(type: MasterType): boolean {
  return type === 'ids' || type === 'some of'
}

/** The most that a list of ids or words may hold. */
export const mostInList = 20

const lettersOf: Partial<Record<MasterType, number>> = {
  lines: 500,
  code: 100,
  telephone: 40,
  'e-mail': 254,
  postcode: 10,
  digits: 12,
}

type Reader = (value: unknown, field: MasterField) => MasterValue | Refusal

const readers: Readonly<Record<MasterType, Reader>> = {
  text: (value, field) => readText(value, field, /[\p{Cc}\u2028\u2029]/u),
  lines: (value, field) => readText(withLineFeeds(value), field, /[^\P{Cc}\n]/u),
  id: (value, field) => readText(value, field, /[\p{Cc}\u2028\u2029]/u),
  code: readCode,
  'one of': readWord,
  'some of': readList,
  ids: readList,
  date: (value) =>
    typeof value === 'string' && parseDay(value) !== undefined
      ? value
      : refuse('this is not a date', 'write it as 2026-03-20'),
  'yes or no': (value) => (typeof value === 'boolean' ? value : refuse('this is neither true nor false')),
  'whole number': readWholeNumber,
  digits: (value, field) => {
    const digits = String(value)
    return /^\d+$/.test(digits) && digits.length <= mostLetters(field)
      ? digits
      : refuse(`this is not a number of up to ${mostLetters(field)} digits`)
  },
  telephone: (value, field) => kept(value, field, normalTelephone, notATelephone),
  'e-mail': (value) =>
    tidied(value, tidyEmail, refuse('this is not an e-mail address', 'write one such as name@example.com')),
  postcode: (value) =>
    tidied(value, normalPostcode, refuse('this is not a postcode', 'write one such as LA9 4AA')),
}

const notATelephone = refuse(
  'this is not a telephone number',
  'write it with its area code, such as 01539 717717 or +44 1539 717717; a spreadsheet may have dropped the first 0',
)

function readText(value: unknown, field: MasterField, unkeepable: RegExp): MasterValue | Refusal {
  if (typeof value !== 'string') return refuse('this is not text')
  const most = mostLetters(field)
  if (value.length > most) return refuse(`this has ${value.length} characters; ${most} is the most`)
  if (unkeepable.test(value) || !value.isWellFormed())
    return refuse('this holds a character that cannot be kept', 'leave out control characters')
  return value
}

function withLineFeeds(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : value
}

function readCode(value: unknown, field: MasterField): MasterValue | Refusal {
  if (typeof value !== 'string') return refuse('this is not text')
  const code = value
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  if (code === '' || code.length > mostLetters(field) || !code.isWellFormed())
    return refuse('this is not a code', 'write a short word or two, such as large-print')
  return code
}

function readWord(value: unknown, { oneOf = [] }: MasterField): MasterValue | Refusal {
  const word = typeof value === 'string' ? value : ''
  const written = oneOf.find((each) => each === word) ?? oneOf.find((each) => letters(each) === letters(word))
  if (written !== undefined) return written
  const near = suggest(word, oneOf)
  return refuse(
    'this is not one of its words',
    near === undefined ? `it is one of ${oneOf.join(', ')}` : `did you mean ${near}?`,
  )
}

/** `Large print` is `large-print`. */
function letters(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function readList(sent: unknown, field: MasterField): MasterValue | Refusal {
  if (!Array.isArray(sent)) return refuse('this is not a list')
  if (sent.length > mostInList) return refuse(`this has ${sent.length} entries; ${mostInList} is the most`)
  if (sent.length === 0 && field.required) return refuse('this is needed', 'name one at least')
  const read = field.type === 'ids' ? readers.id : readWord
  const values = sent.map((each: unknown) => (each === '' ? refuse('an entry is empty') : read(each, field)))
  const fault = values.find((value) => isRefusal(value))
  return fault ?? [...new Set(values.map(String))]
}

function readWholeNumber(value: unknown, { most = 1_000_000 }: MasterField): MasterValue | Refusal {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    return refuse(`this is not a whole number from 0 to ${most}`)
  return value
}

/** What was typed is kept, where it has a normal form. */
function kept(
  value: unknown,
  field: MasterField,
  normal: (text: string) => string | undefined,
  fault: Refusal,
) {
  const text = readText(value, field, /\p{Cc}/u)
  if (isRefusal(text)) return text
  return normal(String(text)) === undefined ? fault : text
}

function tidied(value: unknown, tidy: (text: string) => string | undefined, fault: Refusal) {
  return (
    (typeof value === 'string' && value.length < 1_000 && value.isWellFormed() ? tidy(value) : undefined) ??
    fault
  )
}
