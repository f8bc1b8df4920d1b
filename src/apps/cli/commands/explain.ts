import { Command } from 'commander'
import { type Explained, explainCase } from '#core/promises/explain/explain-case.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Zone } from '#core/time/zone.ts'
import { vocabulary } from '../../compose.ts'
import { explainedJson, explainedTable, explainedText } from '../explained-text.ts'
import { openFaults } from '../facts/faults.ts'
import { progressOf } from '../facts/open-file.ts'
import { readCase } from '../facts/read-case.ts'
import { editionsFrom } from '../editions-from.ts'
import { asOfFrom, type FactOptions, factHelp, withFacts } from '../options.ts'
import { calledWrongly, done, faultsFound, type Outcome } from '../outcome.ts'
import { type Format, formatOption, tableText } from '../print-table.ts'
import { sourceFrom } from '../source-from.ts'

interface ExplainOptions extends FactOptions {
  readonly case: string
  readonly promise?: string
  readonly format: Format
}

/** `kept explain`: the working of every clock of a case, day by day, in plain words. */
export function explainCommand(finish: (outcome: Outcome) => void): Command {
  return withFacts(new Command('explain'))
    .summary('the working of every clock of a case, day by day')
    .description(
      'Shows what each promise made of one case: the sentence of the promise and its edition, every day that was not counted\n' +
        'and why, every pause and extension, the due date, and how it came out.',
    )
    .requiredOption('--case <id>', 'the case')
    .option('--promise <id>', 'only this promise')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `\nExample:\n  kept explain --pack the-landlord --events facts.ndjson --case c1 --promise XXX-01\n${factHelp}`,
    )
    .action(async (options: ExplainOptions) => finish(await explain(options)))
}

async function explain(options: ExplainOptions): Promise<Outcome> {
  const editions = editionsFrom(options.pack, options.holidays)
  if ('exitCode' in editions) return editions
  const source = sourceFrom(options)
  const asOf = asOfFrom(options.asOf, Date.now())
  if ('exitCode' in source) return source
  if (isRefusal(asOf)) return calledWrongly([asOf])
  const ids = editions.flatMap(({ pack }) => pack.promises.map(({ id }) => id))
  if (options.promise !== undefined && !ids.includes(options.promise)) {
    const near = suggest(options.promise, ids)
    return calledWrongly([
      refuse(`the pack has no promise “${options.promise}”`, near && `did you mean “${near}”?`),
    ])
  }
  const faults = openFaults(options.rejects)
  const progress = progressOf(source.files)
  const timeline = await readCase(source, options.case, asOf, faults.add, progress)
  progress.done()
  if (timeline === undefined)
    return faultsFound([
      `no good row of these files belongs to a case “${options.case}”`,
      ...faults.told(source.files),
    ])
  const explained = explainCase(timeline, editions, vocabulary.rereading, asOf, options.promise)
  console.log(inFormat(explained, options, timeline.events.length, zoneOf(editions)))
  return faults.count() === 0 ? done : faultsFound(faults.told(source.files))
}

function zoneOf(editions: readonly Edition[]): Zone {
  const zone = editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('there is no edition to explain by')
  return zone
}

function inFormat(
  explained: readonly Explained[],
  { format, case: id }: ExplainOptions,
  events: number,
  zone: Zone,
): string {
  if (format === 'json') return JSON.stringify(explainedJson(id, explained, zone), null, 2)
  if (format === 'csv') return tableText(explainedTable(explained, zone), 'csv')
  return explainedText(id, explained, events, zone)
}
