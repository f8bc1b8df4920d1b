/** What an example needs to know of a schema. */
interface Shape {
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly type?: string
  readonly format?: string
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly minimum?: number
}

/** A value as this schema would have it: the schema’s own example where it has one. */
export function exampleOf(schema: object, deep = 0): unknown {
  const shape: Shape = schema
  const [own] = [...(shape.examples ?? []), ...(shape.enum ?? [])]
  if (own !== undefined) return own
  if (shape.const !== undefined) return shape.const
  if (shape.default !== undefined) return shape.default
  const [first] = shape.anyOf ?? []
  if (first !== undefined) return exampleOf(first, deep)
  if (shape.type === 'object') return exampleObject(shape, deep)
  if (shape.type === 'array')
    return deep > 4 || shape.items === undefined ? [] : [exampleOf(shape.items, deep + 1)]
  return plain[shape.type ?? ''] ?? {}
}

const plain: Readonly<Record<string, unknown>> = {
  string: 'text',
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
}

function exampleObject({ properties = {} }: Shape, deep: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, exampleOf(property, deep + 1)]),
  )
}
