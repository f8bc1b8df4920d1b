import { existsSync, readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { type Edition, editionsOf } from '#core/promises/edition.ts'
import type { Pack } from '#core/promises/pack.ts'
import { type Fault, faultLine } from '#core/promises/shape/fault.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { type Day, formatDay, parseDay } from '#core/time/day.ts'
import { type Instant, parseInstant } from '#core/time/instant.ts'
import { plugs } from '../compose.ts'
import type { FactSource } from './facts/facts.ts'
import { calledWrongly, faultsFound, type Outcome } from './outcome.ts'
import { findPack, readHolidays, readPack } from './pack-files.ts'

/** What every command that reads facts takes. */
export interface FactOptions {
  readonly pack: readonly string[]
  readonly events: readonly string[]
  readonly importer?: string
  readonly mapping?: string
  readonly beside?: string
  readonly holidays?: string
  readonly asOf?: string
  readonly rejects?: string
}

/** Adds the options that name promises and facts. */
export function withFacts(command: Command): Command {
  return command
    .requiredOption(
      '--pack <pack...>',
      'shipped name, folder or file; several files are editions of one landlord’s pack',
    )
    .requiredOption('--events <file...>', 'files of facts, read in this order; - is standard input')
    .addOption(
      new Option('--importer <name>', 'what the files are')
        .choices(plugs.importers.map(({ name }) => name))
        .default('ndjson'),
    )
    .option('--mapping <file>', 'for csv: the YAML file that says which column means what')
    .option(
      '--beside <file>',
      'for queue-log: the call records (CDR) that hold the calls a full queue refused',
    )
    .option('--holidays <file>', 'bank holidays in the GOV.UK shape, instead of the shipped ones')
    .option(
      '--as-of <instant>',
      'count what had happened and was on record by then, such as 2026-04-01T00:00:00Z; now otherwise',
    )
    .option('--rejects <file>', 'write faulty rows there, as they were, to be put right and read again')
}

/** The editions a command measures by, or why not: a pack not found (called wrongly) or its faults. */
export function editionsFrom(
  names: readonly string[],
  holidays: string | undefined,
): readonly Edition[] | { readonly refusals: readonly Refusal[] } | { readonly faults: readonly string[] } {
  const found = names.map(findPack)
  const missing = found.filter(isRefusal)
  if (missing.length > 0) return { refusals: missing }
  const read = found.flatMap((pack) => (isRefusal(pack) ? [] : [readPack(pack)]))
  const faults = read.flatMap((pack) => ('promises' in pack ? [] : pack.map(faultLine)))
  if (faults.length > 0) return { faults }
  const packs = read.filter((pack): pack is Pack => 'promises' in pack)
  if (new Set(packs.map(({ id }) => id)).size > 1)
    return { refusals: [refuse('the packs are of several landlords', 'measure one landlord at a time')] }
  const editions = editionsOf(packs, readHolidays(holidays))
  return isRefusal(editions) ? { faults: [editions.refusal] } : editions
}

/** Where the facts are, or what is wrong with how they were named or with their mapping. */
export function sourceFrom({ events, importer: named = 'ndjson', mapping, beside }: FactOptions): FactSource | Outcome {
  const importer = plugs.importers.find(({ name }) => name === named)
  if (importer === undefined) return calledWrongly([refuse(`there is no importer “${named}”`)])
  const missing = [...events, mapping, beside].find((file) => file !== undefined && file !== '-' && !existsSync(file))
  if (missing !== undefined) return calledWrongly([refuse(`there is no file “${missing}”`)])
  if (importer.needsMapping === true && mapping === undefined) {
    return calledWrongly([refuse(`the importer ${named} needs a mapping`, 'name it with --mapping FILE')])
  }
  const read = mapping === undefined ? undefined : importer.parseMapping?.(readFileSync(mapping, 'utf8'), mapping)
  if (Array.isArray(read)) return faultsFound((read as readonly Fault[]).map(faultLine))
  return { files: events, importer, mapping: read, beside }
}

/** The instant up to which facts count. */
export function asOfFrom(text: string | undefined, now: Instant): Instant | Refusal {
  if (text === undefined) return now
  return (
    parseInstant(text) ??
    refuse(
      `--as-of “${text}” is not an instant`,
      'write a time with its offset, such as 2026-04-01T00:00:00Z',
    )
  )
}

/** A day named by an option. */
export function dayFrom(option: string, text: string | undefined): Day | undefined | Refusal {
  if (text === undefined) return undefined
  return (
    parseDay(text) ?? refuse(`${option} “${text}” is not a day`, `write a day such as ${formatDay(20_000)}`)
  )
}
