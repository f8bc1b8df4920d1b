import { lengthIn } from '#core/promises/language.ts'
import { packFields, promiseFields } from '#core/promises/parse-pack.ts'
import type { JsonSchema } from '#core/promises/shape/reader.ts'
import {
  eventsAndConditions,
  howAPackIsWritten,
  lengthsAndTargets,
  scenarios,
} from './pack-reference-words.ts'
import {
  type DescribedMeasure,
  describedMeasures,
  languageNaming,
  propertiesOf,
  requiredOf,
} from './pack-schema.ts'

/** The text of docs/pack-reference.md: every word a pack can use, from the definitions that also read it. */
export function packReferenceOf(eventTypes: readonly string[]): string {
  return [
    howAPackIsWritten,
    '## The top of the file',
    clauseTable({ properties: propertiesOf(packFields), required: requiredOf(packFields) }),
    '## A promise',
    'Beside these, exactly one measure: what follows from here.',
    clauseTable({ properties: propertiesOf(promiseFields), required: requiredOf(promiseFields) }),
    eventsAndConditions,
    lengthsAndTargets,
    ...describedMeasures(eventTypes).map(measureInWords),
    scenarios,
  ]
    .join('\n\n')
    .concat('\n')
}

function measureInWords({ name, says, meaning, example, schema }: DescribedMeasure): string {
  return [`## ${name}`, says, meaning, `\`\`\`yaml\n${example}\n\`\`\``, clauseTable(schema)].join('\n\n')
}

function clauseTable(schema: JsonSchema): string {
  return ['| clause | takes | means |', '|---|---|---|', ...rowsOf(schema, [], new Map())].join('\n')
}

/** A row a clause; the clauses of a shape within a shape follow it, once, with the way to them. */
function rowsOf(schema: JsonSchema, way: readonly string[], shown: Map<string, string>): readonly string[] {
  const required = (schema['required'] ?? []) as readonly string[]
  const properties = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>)
  return properties.flatMap(([name, clause]) => {
    const path = [...way, name].join(' / ')
    const inner = innerShape(clause)
    const twin = inner && shown.get(JSON.stringify(inner['properties']))
    if (inner && twin === undefined) shown.set(JSON.stringify(inner['properties']), path)
    const takes = twin === undefined ? takesOf(clause) : `the same as \`${twin}\``
    const row = `| \`${path}\`${required.includes(name) ? ' *' : ''} | ${takes} | ${cell(clause['description'])} |`
    return inner && twin === undefined ? [row, ...rowsOf(inner, [...way, name], shown)] : [row]
  })
}

/** The shape with clauses of its own inside a clause, a list or a map of them, or one of several choices. */
function innerShape(clause: JsonSchema): JsonSchema | undefined {
  if (clause['properties'] !== undefined) return clause
  const within = [clause['items'], clause['additionalProperties'], ...((clause['anyOf'] as unknown[]) ?? [])]
  return within
    .filter(isSchema)
    .map(innerShape)
    .find((shape) => shape !== undefined)
}

function takesOf(clause: JsonSchema): string {
  if (clause['$ref'] !== undefined) return 'an event, or a list of them'
  if (Array.isArray(clause['enum'])) return clause['enum'].map((word) => `\`${String(word)}\``).join(' or ')
  if (Array.isArray(clause['anyOf'])) return choicesInWords(clause['anyOf'].filter(isSchema))
  if (Array.isArray(clause['examples'])) return examplesInWords(clause['examples'])
  if (isSchema(clause['items'])) return `a list; each: ${takesOf(clause['items'])}`
  if (isSchema(clause['additionalProperties'])) return mapInWords(clause['additionalProperties'])
  return plainTypes[String(clause['type'])] ?? 'text'
}

function choicesInWords(choices: readonly JsonSchema[]): string {
  const [one, many] = choices
  if (one && JSON.stringify(many?.['items']) === JSON.stringify(one))
    return `${takesOf(one)}, or a list of them`
  return choices.map(takesOf).join(', or ')
}

function examplesInWords(examples: readonly unknown[]): string {
  const lengths = lengthIn(languageNaming([])).schema['examples']
  if (JSON.stringify(examples) === JSON.stringify(lengths)) return 'a length'
  return examples.map((each) => `\`${String(each)}\``).join(', ')
}

function mapInWords(values: JsonSchema): string {
  return Array.isArray(values['type']) && values['type'].includes('object')
    ? 'conditions'
    : `names, each with: ${takesOf(values)}`
}

const plainTypes: Readonly<Record<string, string>> = {
  boolean: '`true` or `false`',
  integer: 'a whole number',
  object: 'the clauses below',
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}

function cell(words: unknown): string {
  return typeof words === 'string' ? words.replaceAll('|', '\\|') : ''
}
