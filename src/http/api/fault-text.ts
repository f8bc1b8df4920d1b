import type { TLocalizedValidationError } from 'typebox/error'
import { suggest } from '#core/suggest.ts'
import type { Shape } from './schema-path.ts'

/** One fault in words: what is wrong, and what to write instead. */
export function inWords(
  error: TLocalizedValidationError,
  shape: Shape,
  value: unknown,
): readonly [detail: string, fix: string] {
  switch (error.keyword) {
    case 'type':
      return [`it must be ${typeWords([error.params.type].flat())}`, says(shape, 'change it')]
    case 'anyOf':
    case 'oneOf':
      return [`it must be ${typeWords(typesOf(shape))}`, says(shape, 'change it')]
    case 'enum':
      return oneOfWords(error.params.allowedValues, value)
    case 'const':
      return [`it must be ${JSON.stringify(error.params.allowedValue)}`, 'change it']
    case 'minimum':
      return [`it must be ${error.params.limit} or more`, 'send a larger number']
    case 'maximum':
      return [`it must be ${error.params.limit} or less`, 'send a smaller number']
    case 'exclusiveMinimum':
      return [`it must be more than ${error.params.limit}`, 'send a larger number']
    case 'exclusiveMaximum':
      return [`it must be less than ${error.params.limit}`, 'send a smaller number']
    case 'minLength':
      return error.params.limit === 1
        ? ['it is empty', 'write something']
        : [`it must have ${error.params.limit} characters or more`, 'write more']
    case 'maxLength':
      return [`it may have ${error.params.limit} characters at the most`, 'shorten it']
    case 'minItems':
      return [`there must be ${error.params.limit} or more`, 'add some']
    case 'maxItems':
      return [`there may be ${error.params.limit} at the most`, 'send it in parts']
    case 'uniqueItems':
      return ['the same thing is in it twice', 'name each once']
    case 'maxProperties':
      return [`it may have ${error.params.limit} fields at the most`, 'leave some out']
    case 'format':
      return formats[error.params.format] ?? [`it is not a ${error.params.format}`, 'correct it']
    default:
      return ['it is not as it should be', says(shape, `it must be ${shape.description ?? 'as documented'}`)]
  }
}

const formats: Readonly<Record<string, readonly [string, string]>> = {
  'date-time': ['it is not a date and time', 'write it with its offset, such as 2026-03-02T09:00:12+00:00'],
  date: ['it is not a date', 'write it as year, month and day, such as 2026-03-02'],
  email: ['it is not an e-mail address', 'write it as name@example.org'],
  uri: ['it is not an address', 'write it whole, such as https://example.org/path'],
}

function oneOfWords(allowed: readonly unknown[], value: unknown): readonly [string, string] {
  const words = allowed.map(String)
  const meant = typeof value === 'string' ? suggest(value, words) : undefined
  return [
    'it is none of the words it may be',
    meant === undefined ? `write one of ${words.slice(0, 40).join(', ')}` : `did you mean “${meant}”?`,
  ]
}

function says({ description }: Shape, otherwise: string): string {
  return description === undefined ? otherwise : `send ${description}`
}

function typeWords(types: readonly string[]): string {
  const words = [...new Set(types)].map((type) => typeNames[type] ?? type)
  return words.length === 0 ? 'as documented' : words.join(' or ')
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

function typesOf({ anyOf, oneOf }: Shape): readonly string[] {
  return [...(anyOf ?? []), ...(oneOf ?? [])].flatMap(({ type }) => type ?? [])
}
