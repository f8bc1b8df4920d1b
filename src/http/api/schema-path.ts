import type { TSchema } from 'typebox'

/** What a schema says of itself, as far as faults are told in its words. */
export interface Shape {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly type?: string
}

/** The fields of an object, by name. */
export function propertiesOf({ properties }: Shape): Readonly<Record<string, Shape>> {
  return properties ?? {}
}

/** The part of a schema that a path such as `#/properties/data` names. */
export function schemaAt(schema: TSchema, path: string): Shape {
  return valueAt(schema, path.replace(/^#/, '')) ?? {}
}

/** The value that a JSON pointer names; nothing where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, part)
          ? (at as Record<string, unknown>)[part]
          : undefined,
      value,
    )
}
