import { capitalised } from '#core/capitalised.ts'
import { type TSchema, Type } from 'typebox'
import { instant, oneOf, orNull } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import type { MasterDefinition, MasterField, MasterRow } from '#store/masters/definition.ts'
import { isList, mostInList, mostLetters } from '#store/masters/read-value.ts'

/** What may be sent for the fields of a master: what is left out is empty. The store reads each more closely. */
export function fieldsSent({ fields }: MasterDefinition): Record<string, TSchema> {
  return eachField(fields, (field) => {
    const schema = isList(field.type) ? listOf(field) : orNull(valueOf(field))
    return field.required ? schema : Type.Optional(schema)
  })
}

/** A master as it is shown. Of an erased one even what is needed is null. */
export function masterSchema(definition: MasterDefinition) {
  const shown = eachField(definition.fields, (field) =>
    isList(field.type) ? listOf(field) : orNull(valueOf(field)),
  )
  const schema = Type.Object(
    {
      id: Type.String({ description: 'its id' }),
      version: Type.Integer({ description: 'how often it was written; its ETag' }),
      changedAt: instant('when it was last written'),
      changedBy: Type.String({ description: 'who wrote it last' }),
      ...(definition.erasable && { erasedAt: orNull(instant('when its words were erased')) }),
      ...shown,
    },
    { additionalProperties: false, title: capitalised(definition.one) },
  )
  // Which fields there are is known only as it runs.
  return Type.Unsafe<Readonly<Record<string, unknown>>>(schema)
}

/** A master in the API’s words. */
export function shownMaster({ erasable }: MasterDefinition, row: MasterRow) {
  const { id, version, changedAt, changedBy, erasedAt, values } = row
  return {
    id,
    version,
    changedAt: writtenAt(changedAt),
    changedBy,
    ...(erasable && { erasedAt: writtenAt(erasedAt) }),
    ...values,
  }
}

function eachField(fields: MasterDefinition['fields'], schema: (field: MasterField) => TSchema) {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schema(field)]))
}

function valueOf(field: MasterField): TSchema {
  const { type, oneOf: words, says: description } = field
  if (type === 'yes or no') return Type.Boolean({ description })
  if (type === 'whole number')
    return Type.Integer({ minimum: 0, maximum: field.most ?? 1_000_000, description })
  if (type === 'one of') return oneOf(words ?? [], description)
  // A form sends what was not filled in as '', so no shape is asked for here.
  const example = examples[type]
  return Type.String({ maxLength: mostLetters(field), description, ...(example && { examples: [example] }) })
}

function listOf({ type, oneOf: words, says: description, required }: MasterField): TSchema {
  const item =
    type === 'ids' ? Type.String({ minLength: 1, maxLength: 200 }) : oneOf(words ?? [], 'one of them')
  return Type.Array(item, { maxItems: mostInList, ...(required && { minItems: 1 }), description })
}

const examples: Partial<Record<MasterField['type'], string>> = {
  date: '2026-03-20',
  telephone: '01539 900000',
  'e-mail': 'name@example.org',
  postcode: 'LA9 4AA',
}
