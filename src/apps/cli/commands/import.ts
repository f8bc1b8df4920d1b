import { createReadStream } from 'node:fs'
import { Command, Option } from 'commander'
import { isRefusal, refuse } from '#core/refusal.ts'
import type { Loaded } from '#store/loading/case-to-load.ts'
import { plugs } from '../../compose.ts'
import { configuredHelp } from '../configured.ts'
import { countingOn, inThousands } from '../counting.ts'
import { openFaults } from '../facts/faults.ts'
import type { FactSource } from '../facts/facts.ts'
import { progressOf } from '../facts/open-file.ts'
import { readToldCases, rowOf } from '../facts/read-told.ts'
import { unreadable } from '../named-files.ts'
import { calledWrongly, done, type Outcome } from '../outcome.ts'
import { sourceFrom } from '../source-from.ts'
import { actingFor, withStore } from '../with-store.ts'

interface ImportOptions {
  readonly landlord?: string
  readonly whole?: string
  readonly events?: readonly string[]
  readonly importer?: string
  readonly mapping?: string
  readonly beside?: string
  readonly rejects?: string
  readonly append?: boolean
}

/** `kept import`: a whole landlord, or events of one that is there. */
export function importCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('import')
    .summary('bring in a whole landlord, or events of one')
    .description(
      'With --whole, brings in a landlord that “kept export” wrote out: all of it or nothing, and only where it is not there yet.\n' +
        'With --events, loads facts into cases that are not there yet, and counts their clocks and figures. Figures of other systems\n' +
        'count as they were, and are said not to have been checked here.',
    )
    .option('--landlord <name>', 'whose the events are: the landlord’s short name')
    .option('--whole <file>', 'what “kept export” wrote; - is standard input')
    .option('--events <file...>', 'files of facts, read in this order; - is standard input')
    .addOption(
      new Option('--importer <name>', 'what the files are')
        .choices(plugs.importers.map(({ name }) => name))
        .default('ndjson'),
    )
    .option('--mapping <file>', 'for csv: the YAML file that says which column means what')
    .option('--beside <file>', 'for queue-log: the call records that hold the calls a full queue refused')
    .option('--append', 'add events to cases that are there already; otherwise they are rejected')
    .option('--rejects <file>', 'write what was not taken in there, to be put right and read again')
    .addHelpText(
      'after',
      '\nExamples:\n  kept import --whole the-landlord.ndjson\n' +
        '  kept import --landlord the-landlord --events calls.ndjson --rejects calls.rejects.ndjson\n\n' +
        `${configuredHelp}\n\nExit: 0 done; 1 some rows were not taken in, each named with its place; 2 nothing was done, and says why.`,
    )
    .action(async (options: ImportOptions) => finish(await bringIn(options)))
}

function bringIn(options: ImportOptions): Promise<Outcome> | Outcome {
  const { whole, events, landlord } = options
  if ((whole === undefined) === (events === undefined))
    return calledWrongly([
      refuse('it is not said what to import', 'name either --whole FILE or --events FILE…'),
    ])
  if (whole !== undefined) return importWholeFile(whole)
  if (landlord === undefined)
    return calledWrongly([refuse('it is not said whose the events are', 'name the landlord with --landlord')])
  return importEvents(landlord, { ...options, events: events ?? [], pack: [] })
}

async function importWholeFile(file: string): Promise<Outcome> {
  const wrong = unreadable(file)
  if (wrong !== undefined) return calledWrongly([wrong])
  return withStore(async (store) => {
    const { importWhole } = await import('#store/whole/import-whole.ts')
    const counting = countingOn()
    const bytes = file === '-' ? process.stdin : createReadStream(file)
    const onProgress = (lines: number) => counting.show(`${inThousands(lines)} lines`)
    const imported = await importWhole(store, bytes, { onProgress })
    counting.done()
    if (isRefusal(imported)) return calledWrongly([imported])
    return { ...done, printed: `${imported.name}: ${inThousands(imported.lines)} lines` }
  })
}

interface EventsOptions extends ImportOptions {
  readonly events: readonly string[]
  readonly pack: readonly string[]
}

async function importEvents(landlord: string, options: EventsOptions): Promise<Outcome> {
  const source = sourceFrom(options)
  if ('exitCode' in source) return source
  return withStore(async (store) => {
    const acting = await actingFor(store, landlord)
    if (isRefusal(acting)) return calledWrongly([acting])
    const { loadEvents } = await import('#store/loading/load-events.ts')
    const faults = openFaults(options.rejects)
    const counting = countingOn()
    const progress = progressOf(source.files)
    const hearer = { onFault: faults.add, onHeading: faults.heading }
    const loaded = await loadEvents(store, acting, readToldCases(source, hearer, progress), {
      actor: `import:${source.importer.name}`,
      ...(options.append === true && { append: true }),
      onProgress: ({ events }) => counting.show(`${inThousands(events)} events loaded`),
      onRejected: ({ events, because }) => {
        for (const event of events) faults.add(rowOf(event, because))
      },
    })
    counting.done()
    if (isRefusal(loaded)) return calledWrongly([loaded])
    return { ...faults.outcome(source.files), printed: loadedText(loaded, source, faults.count()) }
  })
}

function loadedText({ cases, events, clocks, again }: Loaded, { files }: FactSource, faults: number): string {
  const lines = [
    `${files.length === 1 ? 'From the file' : `From ${files.length} files`}: ${many(events, 'event')}, ${many(cases, 'new case')}, ${many(clocks, 'clock')}`,
    ...(again > 0 ? [`On record already under the same id: ${many(again, 'event')}`] : []),
    ...(faults > 0 ? [`Not taken in: ${many(faults, 'row')}`] : []),
  ]
  return lines.join('\n')
}

function many(count: number, what: string): string {
  return `${inThousands(count)} ${what}${count === 1 ? '' : 's'}`
}
