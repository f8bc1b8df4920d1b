/** One field of a schema as a row of a table. */
export interface FieldRow {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly says: string
}

/** What a table says of a schema. */
export interface Shape {
  readonly description?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly default?: unknown
}

/** Deeper than this, a table is harder to read than an example. */
const deepest = 4

/** Every field of a schema, those within others by their path: `events[].type`. */
export function fieldRows(schema: object, path = '', deep = 0): readonly FieldRow[] {
  const shape = withoutNull(schema)
  if (shape.type === 'array' && shape.items !== undefined)
    return fieldRows(shape.items, `${path}[]`, deep + 1)
  if (shape.properties === undefined || deep > deepest) return []
  return Object.entries(shape.properties).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`
    const row = {
      name: at,
      type: typeText(field),
      required: (shape.required ?? []).includes(name),
      says: saysOf(field),
    }
    return [row, ...fieldRows(field, at, deep + 1)]
  })
}

function withoutNull(schema: Shape): Shape {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
}

function typeText(schema: Shape): string {
  const shape = withoutNull(schema)
  const orNull = shape === schema ? '' : ' or null'
  return `${plainType(shape)}${orNull}`
}

function plainType({ type, format, items }: Shape): string {
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeText(items)}`
  if (type === 'string') return formats[format ?? ''] ?? 'text'
  return names[type ?? ''] ?? 'anything'
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'instant',
  date: 'date',
  email: 'e-mail address',
}
const names: Readonly<Record<string, string>> = {
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
}

function saysOf(schema: Shape): string {
  const shape = withoutNull(schema)
  const words = shape.enum?.map((word) => `\`${String(word)}\``).join(', ')
  return [schema.description ?? shape.description, words && `one of ${words}`, limitsText(shape)]
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
}

function limitsText({ maxLength, minimum, maximum, maxItems, default: usual }: Shape): string {
  return [
    maxLength === undefined ? '' : `at most ${maxLength.toLocaleString('en-GB')} characters`,
    minimum === undefined ? '' : `at least ${minimum}`,
    maximum === undefined ? '' : `at most ${maximum.toLocaleString('en-GB')}`,
    maxItems === undefined ? '' : `at most ${maxItems.toLocaleString('en-GB')} of them`,
    usual === undefined ? '' : `${JSON.stringify(usual)} unless said`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}
