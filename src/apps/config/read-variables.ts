import { readFileSync } from 'node:fs'
import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { ofTheTests, type Variable, type VariableName, variables } from './variables.ts'

/** What is set, each value of its variable’s shape, and the usual ones beside. */
export type Values = {
  readonly [Name in VariableName]: Static<(typeof variables)[Name]['schema']> | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment. Every fault is told, not only the first; a secret is never repeated. */
export function readVariables(environment: Environment): Values | readonly Refusal[] {
  const names = Object.keys(variables) as VariableName[]
  const values = new Map(names.map((name) => [name, readOne(environment, name, variables[name])]))
  const faults = [...unknownNames(environment), ...[...values.values()].filter(isRefusal)]
  return faults.length > 0 ? faults : (Object.fromEntries(values) as Values)
}

function unknownNames(environment: Environment): readonly Refusal[] {
  const known = new Set([...Object.keys(variables), ...fileNames(), ...ofTheTests])
  return Object.keys(environment)
    .filter((name) => name.startsWith('KEPT_') && !known.has(name))
    .map((name) => {
      const near = suggest(name, known)
      return refuse(
        `there is no setting ${name}`,
        near === undefined ? 'docs/configuration.md lists them all' : `did you mean ${near}?`,
      )
    })
}

function readOne(environment: Environment, name: string, about: Variable): unknown {
  const text = textOf(environment, name, about)
  if (isRefusal(text)) return text
  // Compose and systemd set what is empty; that is not set.
  if (text === undefined || text === '')
    return about.usual !== undefined && 'value' in about.usual ? about.usual.value : undefined
  const value = /^\d{1,9}$/.test(text) && isNumber(about) ? Number(text) : text
  if (Value.Check(about.schema, value)) return value
  return refuse(`${name}${about.secret ? '' : ` “${text}”`} is not valid`, `it takes ${about.takes}`)
}

function isNumber({ schema }: Variable): boolean {
  return 'type' in schema && schema.type === 'integer'
}

function textOf(environment: Environment, name: string, { secret }: Variable): string | Refusal | undefined {
  const text = environment[name]
  const file = secret && environment[`${name}_FILE`]
  if (file === undefined || file === '') return text
  if (text !== undefined && text !== '')
    return refuse(`${name} and ${name}_FILE are both set`, 'set one of them')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return refuse(
      `the file ${file} of ${name}_FILE cannot be read${code}`,
      'check its name and who may read it',
    )
  }
}

function fileNames(): readonly string[] {
  return Object.entries(variables)
    .filter(([, about]) => 'secret' in about)
    .map(([name]) => `${name}_FILE`)
}
