import type { FieldDefinition } from '#core/kind.ts'
import { phrase } from '#core/promises/in-words.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { ActFault } from './act-fault.ts'
import type { PromiseAsks } from './promise-asks.ts'

/** A promise that asks for more, as a fault of the act in the promise’s own words. */
export function faultOfAsks(
  asked: PromiseAsks,
  fields: ReadonlyMap<string, FieldDefinition> | undefined,
): ActFault {
  return {
    refusal: `${asked.promise} says “${asked.says}” ${wantingWords(asked)}`,
    fix: fixWords(asked, fields),
    asks: asked,
  }
}

/** The faults of an act as one refusal, which names every promise that asks. */
export function refusedFor(faults: readonly [ActFault, ...ActFault[]]): Refused {
  const [first] = faults
  const asked = faults.flatMap(({ asks }) => asks ?? [])
  const refusal = faults.map((each) => each.refusal).join('; ')
  const name = asked[0]?.fields[0]?.[0]
  const told = refused('not valid', refusal, first.fix, name === undefined ? '/type' : `/data/${name}`)
  return asked.length === 0 ? told : { ...told, asks: asked }
}

function wantingWords({ fields, earlier = [], later = [] }: PromiseAsks): string {
  const wanting = [
    ...fields.map((any) => any.map(inPlainWords).join(' or ')),
    ...(earlier.length > 0 ? [`${earlier.map(inPlainWords).join(' or ')} before it`] : []),
    ...(later.length > 0 ? [`${later.map(inPlainWords).join(' or ')} before the case is closed`] : []),
  ]
  return `This asks for ${phrase(wanting)}`
}

function fixWords(
  { fields, earlier = [] }: PromiseAsks,
  known: ReadonlyMap<string, FieldDefinition> | undefined,
): string {
  const labels = fields.map((any) => any.map((name) => known?.get(name)?.label ?? inPlainWords(name)))
  const what = labels.length > 0 ? `answer ${phrase(labels.map(anyOf))}` : undefined
  const first =
    earlier.length > 0 ? `record ${earlier.map(inPlainWords).join(' or ')} first` : 'record that first'
  return `${what ?? first}, or give a reason for doing otherwise`
}

function anyOf(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join(' or ')
}
