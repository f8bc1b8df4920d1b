import { Command } from 'commander'
import { ownEvents, type Timeline } from '#core/ledger/timeline.ts'
import { type Explained, explainCase } from '#core/promises/explain/explain-case.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { vocabulary } from '../../compose.ts'
import { explainedJson, explainedTable, explainedText } from '../explained-text.ts'
import { openFaults } from '../facts/faults.ts'
import { progressOf } from '../facts/open-file.ts'
import { type CaseRead, readCase } from '../facts/read-case.ts'
import { astrayNote, beforeNote, laterNote } from '../notes.ts'
import { counted } from '../counted.ts'
import { editionsFrom } from '../editions-from.ts'
import { asOfFrom, type FactOptions, factHelp, withFacts } from '../options.ts'
import { calledWrongly, faultsFound, type Outcome, withNotes } from '../outcome.ts'
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
  const unknown = unknownIn(editions, options.promise)
  if (unknown !== undefined) return calledWrongly([unknown])
  const faults = openFaults(options.rejects)
  const progress = progressOf(source.files)
  const hearer = { onFault: faults.add, onHeading: faults.heading }
  const read = await readCase(source, options.case, asOf, hearer, progress)
  progress.done()
  const unread = read.nobodys === 0 ? [] : [nobodysNote(read.nobodys)]
  if (read.timeline === undefined) {
    const missing = refuse(`no good row of these files is of a case “${options.case}”`)
    if (unread.length === 0 && faults.count() === 0) return calledWrongly([missing])
    return faultsFound([missing.refusal, ...faults.told(source.files), ...unread])
  }
  const notes = notesOfCase(read.timeline, read, editions, asOf)
  const explained = explainedOrNot(read.timeline, editions, asOf, options.promise)
  if (isRefusal(explained)) return faultsFound([explained.refusal])
  const printed = inFormat(explained, options, read.timeline.events.length, zoneOf(editions), notes)
  const outcome =
    unread.length === 0
      ? faults.outcome(source.files)
      : faultsFound([...faults.told(source.files), ...unread])
  return { ...withNotes(outcome, options.format === 'csv' ? notes : []), printed }
}

function unknownIn(editions: readonly Edition[], promise: string | undefined): Refusal | undefined {
  const ids = editions.flatMap(({ pack }) => pack.promises.map(({ id }) => id))
  if (promise === undefined || ids.includes(promise)) return undefined
  const near = suggest(promise, ids)
  return refuse(`the pack has no promise “${promise}”`, near && `did you mean “${near}”?`)
}

function nobodysNote(nobodys: number): string {
  return `${counted(nobodys, 'row')} too faulty to say of which case; “kept measure” names each`
}

function notesOfCase(
  timeline: Timeline,
  { later, astray }: CaseRead,
  editions: readonly Edition[],
  asOf: Instant,
): readonly string[] {
  const [first] = editions
  if (first === undefined) return []
  const before = ownEvents(timeline).filter(({ at }) => at < first.from).length
  return [
    ...(later === 0 ? [] : [laterNote(later, asOf, first)]),
    ...(before === 0 ? [] : [beforeNote(before, first)]),
    ...(astray === undefined ? [] : [astrayNote(astray)]),
  ]
}

/** A date so far off that no calendar holds it is a fault of the case, not ours. */
function explainedOrNot(
  timeline: Timeline,
  editions: readonly Edition[],
  asOf: Instant,
  only: string | undefined,
): readonly Explained[] | Refusal {
  try {
    return explainCase(timeline, editions, vocabulary.rereading, asOf, only)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse(`the case ${timeline.case} cannot be explained: ${error.message}`)
  }
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
  notes: readonly string[],
): string {
  if (format === 'json') return JSON.stringify({ ...explainedJson(id, explained, zone), notes }, null, 2)
  if (format === 'csv') return tableText(explainedTable(explained, zone), 'csv')
  return [explainedText(id, explained, events, zone), ...notes.map((note) => `\nNote: ${note}`)].join('\n')
}
