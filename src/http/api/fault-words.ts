import type { TSchema } from 'typebox'
import type { TLocalizedValidationError } from 'typebox/error'
import { suggest } from '#core/suggest.ts'
import type { FieldFault } from '../server/problem.ts'
import { inWords } from './fault-text.ts'
import { pointerPart } from './json-text.ts'
import { propertiesOf, type Shape, schemaAt, valueAt } from './schema-path.ts'

type Fault = Omit<FieldFault, 'in'>
type Found = TLocalizedValidationError

/** What a schema found wrong, in plain English: one fault a field, none that only repeats another. */
export function faultsOf(errors: readonly Found[], schema: TSchema, value: unknown): readonly Fault[] {
  const faults = withoutAlternatives(errors).flatMap((error) => faultOf(error, schema, value))
  return faults.filter(
    (fault, index) => faults.findIndex((other) => other.pointer === fault.pointer) === index,
  )
}

/**
 * Where one of several shapes was wanted, the errors of all of them are found. Those of the shape that was meant are kept:
 * one that is of the right type at least. Where none is, the types themselves are the fault.
 */
function withoutAlternatives(errors: readonly Found[]): readonly Found[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  return choices.reduce<readonly Found[]>((left, choice) => {
    const inside = `${choice.schemaPath}/${choice.keyword}/`
    const isInside = (error: Found) =>
      error.schemaPath.startsWith(inside) && error.instancePath.startsWith(choice.instancePath)
    const shapes = Map.groupBy(
      left.filter(isInside),
      ({ schemaPath }) => schemaPath.slice(inside.length).split('/', 1)[0],
    )
    const meant = [...shapes.values()].find((found) => !found.some((error) => isOfType(error, choice)))
    const outside = left.filter((error) => !isInside(error) && error !== choice)
    return meant === undefined ? [...outside, choice] : [...outside, ...meant]
  }, errors)
}

function isOfType(error: Found, choice: Found): boolean {
  return error.keyword === 'type' && error.instancePath === choice.instancePath
}

function faultOf(error: Found, schema: TSchema, value: unknown): readonly Fault[] {
  const { instancePath: pointer } = error
  if (error.keyword === 'required')
    return error.params.requiredProperties.map((name) => ({
      pointer: `${pointer}/${pointerPart(name)}`,
      detail: `“${name}” is missing`,
      fix: wantedAt(schemaAt(schema, error.schemaPath), name),
    }))
  if (error.keyword === 'additionalProperties')
    return error.params.additionalProperties
      .filter((name) => !Object.hasOwn(propertiesOf(schemaAt(schema, error.schemaPath)), name))
      .map((name) => unknownField(pointer, name, schemaAt(schema, error.schemaPath)))
  if (error.keyword === 'boolean') return []
  const [detail, fix] = inWords(error, schemaAt(schema, error.schemaPath), valueAt(value, pointer))
  return [{ pointer, detail, fix }]
}

function wantedAt(shape: Shape, name: string): string {
  const description = propertiesOf(shape)[name]?.description
  return description === undefined ? `give “${name}”` : `give “${name}”: ${description}`
}

function unknownField(pointer: string, name: string, shape: Shape): Fault {
  const known = Object.keys(propertiesOf(shape))
  const meant = suggest(name, known)
  return {
    pointer: `${pointer}/${pointerPart(name)}`,
    detail: `“${name.slice(0, 60)}” is not known here`,
    fix: meant === undefined ? leaveOut(known) : `did you mean “${meant}”?`,
  }
}

function leaveOut(known: readonly string[]): string {
  if (known.length === 0) return 'leave it out'
  return `leave it out; there ${known.length === 1 ? 'is' : 'are'} ${known.slice(0, 30).join(', ')}`
}
