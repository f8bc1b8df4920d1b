import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Settings } from 'typebox/system'
import type { FieldFault } from '../server/problem.ts'
import { faultsOf } from './fault-words.ts'

/** As many faults are found as a person would put right at once. */
Settings.Set({ maxErrors: 100 })
const mostFaults = 50

/** Where a value came from. */
export type Source = FieldFault['in']

/** Every fault of a value, in plain English with its fix; none where it will do. */
export function faultsBySchema(schema: TSchema, value: unknown, source: Source): readonly FieldFault[] {
  const validator = validatorOf(schema)
  if (validator.Check(value)) return []
  return faultsOf(validator.Errors(value), schema, value)
    .slice(0, mostFaults)
    .map((fault) => ({ in: source, ...fault }))
}

/** Whether a value is as its schema says. */
export function isAsDeclared(schema: TSchema, value: unknown): boolean {
  return validatorOf(schema).Check(value)
}

/** Made when first asked for: a server starts quickly, and most routes are seldom used. */
function validatorOf(schema: TSchema): Validator {
  const found = validators.get(schema)
  if (found !== undefined) return found
  const made = Compile(schema)
  validators.set(schema, made)
  return made
}

const validators = new WeakMap<TSchema, Validator>()
