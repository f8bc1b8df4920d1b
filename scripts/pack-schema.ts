import { eventRefsSchema } from '#core/promises/event-ref.ts'
import type { Language } from '#core/promises/language.ts'
import { measures } from '#core/promises/measures.ts'
import { packFields, promiseFields } from '#core/promises/parse-pack.ts'
import type { Fields } from '#core/promises/shape/fields.ts'
import type { JsonSchema } from '#core/promises/shape/reader.ts'

/** What a measure says of itself, with the shape of its clauses. */
export interface DescribedMeasure {
  readonly name: string
  readonly says: string
  readonly meaning: string
  readonly example: string
  readonly schema: JsonSchema
}

/** The seven measures as they are defined, for a pack that may name these event types. */
export function describedMeasures(eventTypes: readonly string[]): readonly DescribedMeasure[] {
  const language = languageNaming(eventTypes)
  return Object.values(measures).map(({ name, says, meaning, example, clauses }) => {
    return { name, says, meaning, example, schema: clauses(language).schema }
  })
}

/** A language that knows these event types and no words of a pack's own. */
export function languageNaming(eventTypes: readonly string[]): Language {
  const known = { types: eventTypes, fields: new Map() }
  return { known, meanings: { words: new Map() }, hours: [] }
}

/** The text of packs/pack.schema.json, by which an editor completes and checks a pack as it is typed. */
export function packSchemaOf(eventTypes: readonly string[]): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A landlord’s promises',
    description:
      'Made by npm run docs from src/core/promises; docs/pack-reference.md says the same in words.',
    type: 'object',
    additionalProperties: false,
    required: [...requiredOf(packFields), 'promises'],
    properties: {
      ...propertiesOf(packFields),
      promises: {
        type: 'array',
        description: 'Every published clause, one each.',
        items: promiseSchema(eventTypes),
      },
    },
    $defs: { events: eventRefsSchema({ types: eventTypes, fields: new Map() }) },
  }
  return `${JSON.stringify(schema, null, 1)}\n`
}

/** The names of the fields that must be there. */
export function requiredOf(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.required)
}

/** Each field's own schema, with what it means. */
export function propertiesOf(fields: Fields): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { reader, says }]) => [name, { ...reader.schema, description: says }]),
  )
}

function promiseSchema(eventTypes: readonly string[]): JsonSchema {
  const described = describedMeasures(eventTypes)
  return {
    type: 'object',
    additionalProperties: false,
    required: requiredOf(promiseFields),
    properties: {
      ...propertiesOf(promiseFields),
      ...Object.fromEntries(
        described.map(({ name, says, schema }) => [name, { ...schema, description: says }]),
      ),
    },
    oneOf: described.map(({ name }) => ({ required: [name] })),
  }
}
