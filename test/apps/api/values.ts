import fc from 'fast-check'

/** Words that mean something here: under the name of the field that takes them, and under `id` for any other. */
export interface Known {
  readonly id: readonly string[]
  readonly [field: string]: readonly string[] | undefined
}

interface Shape {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly format?: string
  readonly examples?: readonly unknown[]
}

/** Values that a schema takes, and now and then one that it does not. */
export function nearly(schema: object, known: Known, field = 'id'): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 30, arbitrary: asDeclared(schema, known, field) },
    { weight: 1, arbitrary: fc.oneof(fc.jsonValue({ maxDepth: 2 }), text()) },
  )
}

/** The same thing with one field of it left out, or another thing in its place; or as it is. */
export function nearlySame(value: unknown, known: Known): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.tuple(...value.map((item) => nearlySame(item, known)))
  if (typeof value !== 'object' || value === null) return fc.constant(value)
  const fields = Object.entries(value).map(([name, item]: [string, unknown]) => [
    name,
    fc.oneof(
      { weight: 10, arbitrary: nearlySame(item, known) },
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...(known[name] ?? known.id)) },
      { weight: 1, arbitrary: fc.oneof(fc.jsonValue({ maxDepth: 1 }), text()) },
    ),
  ])
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>)
}

/** Text with whatever a keyboard, another program or a bad cable may put into it. */
export function text(): fc.Arbitrary<string> {
  return fc
    .oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...nasty))
    .map((each) => each.toWellFormed())
}

const nasty = [
  '',
  ' ',
  '\0',
  '..',
  '../..',
  "'; drop table cases; --",
  'x'.repeat(500),
  '💷',
  '﷽',
  '%00',
  '__proto__',
]

function asDeclared(shape: Shape, known: Known, field: string): fc.Arbitrary<unknown> {
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map((each) => nearly(each, known, field)))
  if (shape.type === 'object') return objectOf(shape, known)
  if (shape.type === 'array') return fc.array(nearly(shape.items ?? {}, known, field), { maxLength: 3 })
  if (shape.type === 'integer') return fc.integer({ min: 0, max: 210 })
  if (shape.type === 'number') return fc.double({ noNaN: true })
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'string') return stringOf(shape, known, field)
  return fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...(known[field] ?? known.id)))
}

function objectOf({ properties = {}, required = [] }: Shape, known: Known): fc.Arbitrary<unknown> {
  const names = Object.keys(properties)
  // Facts by name: nothing is declared of them here, but much in the vocabulary.
  if (names.length === 0)
    return fc.dictionary(fc.constantFrom(...(known['fact'] ?? known.id)), fact(known), { maxKeys: 4 })
  const values = Object.fromEntries(names.map((name) => [name, nearly(properties[name] ?? {}, known, name)]))
  return fc.record(values, { requiredKeys: [...required] })
}

function fact(known: Known): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom(...known.id, 'letter', 'telephone'),
    fc.boolean(),
    fc.jsonValue({ maxDepth: 1 }),
  )
}

function stringOf({ format, examples = [] }: Shape, known: Known, field: string): fc.Arbitrary<string> {
  const own = examples.filter((example) => typeof example === 'string')
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(formatted[format ?? ''] ?? known[field] ?? known.id)) },
    { weight: own.length * 2, arbitrary: fc.constantFrom(...own, 'x') },
    { weight: 1, arbitrary: text() },
  )
}

const formatted: Readonly<Record<string, readonly string[]>> = {
  'date-time': [
    '2026-03-02T09:00:12+00:00',
    '2026-01-05T12:00:00Z',
    '1900-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ],
  date: ['2026-03-02', '2026-01-05', '0001-01-01', '9999-12-31', '2026-02-30'],
}
