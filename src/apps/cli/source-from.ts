import { readFileSync } from 'node:fs'
import type { Importer } from '#core/importer.ts'
import { type Fault, faultLine } from '#core/promises/shape/fault.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { plugs } from '../compose.ts'
import type { FactSource } from './facts/facts.ts'
import { isSame, unreadable, unwritable } from './named-files.ts'
import type { FactOptions } from './options.ts'
import { calledWrongly, faultsFound, type Outcome } from './outcome.ts'

/** The files a command writes, by the option that names them. */
export type Written = Readonly<Record<string, string | undefined>>

/** Where the facts are, or what is wrong with how files were named, or with the mapping. */
export function sourceFrom(options: FactOptions, written: Written = {}): FactSource | Outcome {
  const { events, mapping, beside } = options
  const importer = plugs.importers.find(({ name }) => name === (options.importer ?? 'ndjson'))
  if (importer === undefined) return calledWrongly([refuse(`there is no importer “${options.importer}”`)])
  const wrong = [
    ...misread(options),
    ...unfit(importer, options),
    ...miswritten({ '--rejects': options.rejects, ...written }, options),
  ]
  if (wrong.length > 0) return calledWrongly(wrong)
  const read =
    mapping === undefined ? undefined : importer.parseMapping?.(readFileSync(mapping, 'utf8'), mapping)
  if (Array.isArray(read)) return faultsFound((read as readonly Fault[]).map(faultLine))
  return { files: events, importer, mapping: read, beside }
}

function misread({ events, mapping, beside }: FactOptions): readonly Refusal[] {
  const inputs = [...events, ...(beside === undefined ? [] : [beside])]
  const wrong = [...inputs, mapping].map((file) => (file === undefined ? undefined : unreadable(file)))
  if (inputs.filter((file) => file === '-').length > 1)
    wrong.push(refuse('standard input is named twice', 'name - once'))
  if (mapping === '-') wrong.push(refuse('--mapping cannot be standard input', 'name a file'))
  return wrong.filter((each) => each !== undefined)
}

/** An option that an importer would pass over in silence is a mistake of whoever gave it. */
function unfit(importer: Importer, { mapping, beside }: FactOptions): readonly Refusal[] {
  const { name, needsMapping, parseMapping, takesBeside } = importer
  const wrong: Refusal[] = []
  if (needsMapping === true && mapping === undefined)
    wrong.push(refuse(`the importer ${name} needs a mapping`, 'name it with --mapping FILE'))
  if (mapping !== undefined && parseMapping === undefined)
    wrong.push(refuse(`the importer ${name} takes no mapping`, 'say --importer csv, or leave --mapping out'))
  if (beside !== undefined && takesBeside !== true)
    wrong.push(
      refuse(`the importer ${name} reads nothing beside`, 'say --importer queue-log, or leave --beside out'),
    )
  return wrong
}

function miswritten(
  written: Written,
  { events, mapping, beside, holidays, pack }: FactOptions,
): readonly Refusal[] {
  const read = [...events, ...pack, mapping, beside, holidays].filter((file) => file !== undefined)
  const named = Object.entries(written).flatMap(([option, path]) =>
    path === undefined ? [] : [{ option, path }],
  )
  const wrong = named.map(({ option, path }) => unwritable(option, path, read))
  const twice = named.filter(({ path }, index) =>
    named.slice(0, index).some((other) => isSame(other.path, path)),
  )
  return [
    ...wrong.filter((each) => each !== undefined),
    ...twice.map(({ option, path }) =>
      refuse(`${option} “${path}” is named twice`, 'write each to a file of its own'),
    ),
  ]
}
