import {
  type Static,
  type TObjectOptions,
  type TProperties,
  type TSchema,
  type TSchemaOptions,
  Type,
} from 'typebox'

/** An object that has these fields and no others: what is misspelt is refused, what is not declared is never sent. */
export function object<Properties extends TProperties>(properties: Properties, options: TObjectOptions = {}) {
  return Type.Object(properties, { additionalProperties: false, ...options })
}

/** A field that may be left out. */
export const optional = Type.Optional

/** One of these words. */
export function oneOf<const Words extends readonly string[]>(words: Words, description: string) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: words, description })
}

/** The id of something: ours, or that of the system it came from. */
export function id(description: string, example = '7K2M9QX4TB3N5VWC') {
  return Type.String({ minLength: 1, maxLength: 200, description, examples: [example] })
}

/** Text on one line or several, of this many letters at the most. */
export function text(description: string, most: number, options: TSchemaOptions = {}) {
  return Type.String({ maxLength: most, description, ...options })
}

/** An instant with its offset: `2026-03-02T09:00:12+00:00`. */
export function instant(description: string) {
  return Type.String({
    format: 'date-time',
    maxLength: 40,
    description,
    examples: ['2026-03-02T09:00:12+00:00'],
  })
}

/** A date: `2026-03-02`. */
export function date(description: string) {
  return Type.String({ format: 'date', description, examples: ['2026-03-02'] })
}

/** Something, or null where there is none. */
export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>({ anyOf: [schema, { type: 'null' }] })
}

/** A list with no more items than this. */
export function list<Schema extends TSchema>(items: Schema, most: number, description?: string) {
  return Type.Array(items, { maxItems: most, ...(description !== undefined && { description }) })
}

/** Codes and other facts by name, of any shape. */
export function anything(description: string) {
  return Type.Unsafe<unknown>({ description })
}

/** Where a page begins and how long it is: part of the query of every list. */
export const paging = {
  after: Type.Optional(
    Type.String({
      maxLength: 1_000,
      description: 'the `next` of the page before; leave it out for the first',
    }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'how many rows a page has' }),
  ),
} as const

/** A page of rows, and the cursor of the next, null on the last. */
export function page<Row extends TSchema>(row: Row) {
  return object({
    rows: Type.Array(row),
    next: orNull(Type.String({ description: 'pass it as `after` to get the next page; null on the last' })),
  })
}
