import { type Command, Option } from 'commander'
import { instantOf } from '#core/ledger/bounds.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { type Day, parseDay } from '#core/time/day.ts'
import { type Instant, parseInstant } from '#core/time/instant.ts'
import { isHeld } from '#core/time/range.ts'
import { plugs } from '../compose.ts'

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
      new Option('--importer <name>', 'what the files are (below)')
        .choices(plugs.importers.map(({ name }) => name))
        .default('ndjson'),
    )
    .option(
      '--mapping <file>',
      'for csv: the YAML file that says which column means what (src/importers/csv/README.md)',
    )
    .option(
      '--beside <file>',
      'for queue-log: the call records (CDR) that hold the calls a full queue refused',
    )
    .option('--holidays <file>', 'bank holidays in the GOV.UK shape, instead of the shipped ones')
    .option(
      '--as-of <instant>',
      'count what had happened and was on record by then, such as 2026-03-31T23:59:59+01:00; now otherwise',
    )
    .option('--rejects <file>', 'write faulty rows there, as they were, to be put right and read again')
}

/** How every command ends. */
export const exitHelp =
  'Exit: 0 done; 1 the input has faults (each named with its place, good rows still counted); 2 called wrongly.'

/** What files of facts hold and how a command ends: the last words of each `--help`. */
export const factHelp = `
Importers:
${plugs.importers.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`).join('\n')}

An event, as ndjson has it; the lines may stand in any order:
  {"case":"c1","kind":"enquiry","type":"contact-received","at":"2026-03-02T09:00:12+00:00","data":{"channel":"letter"}}
“at” is when it happened, “recordedAt”, if later, when it was told. docs/glossary.md has every kind, type and field.

${exitHelp}`

/** The instant up to which facts count. */
export function asOfFrom(text: string | undefined, now: Instant): Instant | Refusal {
  if (text === undefined) return now
  const at = instantOf(text)
  if (at !== undefined) return at
  if (parseInstant(text) !== undefined) return outsideCalendar('--as-of', text)
  const fix =
    parseDay(text) === undefined
      ? 'write a time with its offset, such as 2026-03-31T23:59:59Z'
      : `for the whole of that day write ${text}T23:59:59+00:00, or +01:00 in summer time`
  return refuse(`--as-of “${text}” is not an instant`, fix)
}

/** A day named by an option. */
export function dayFrom(option: string, text: string | undefined): Day | undefined | Refusal {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day === undefined) return refuse(`${option} “${text}” is not a day`, 'write a day such as 2026-03-31')
  return isHeld(day) ? day : outsideCalendar(option, text)
}

function outsideCalendar(option: string, text: string): Refusal {
  return refuse(`${option} “${text}” is not between 1990 and 2100`, 'check the year')
}
