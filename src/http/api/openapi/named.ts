import type { TSchema } from 'typebox'

/** The schemas that have a name, gathered while the document is written. */
export type Schemas = Map<string, TSchema>

/** The schema, with every part that has a title of its own put among the named ones and referred to. */
export function named(schema: TSchema, schemas: Schemas): TSchema {
  return copied(schema, schemas) as TSchema
}

function copied(part: unknown, schemas: Schemas): unknown {
  if (Array.isArray(part)) return part.map((item) => copied(item, schemas))
  if (typeof part !== 'object' || part === null) return part
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, copied(value, schemas)]))
  const { title, type } = copy
  if (typeof title !== 'string' || type !== 'object') return copy
  const before = schemas.get(title)
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(copy))
    throw new Error(`two schemas are both called ${title}`)
  schemas.set(title, copy)
  return { $ref: `#/components/schemas/${title}` }
}
