import { writeFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import type { Clock } from '#core/promises/clock-run.ts'
import type { Edition } from '#core/promises/edition.ts'
import { figuresOf, type Shown } from '#core/promises/figures.ts'
import { beginMeasuring, type MeasuringTerms, type Tallied } from '#core/promises/measuring.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { Measured } from '#core/report.ts'
import { type Day, longDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { By } from '#core/time/period.ts'
import { earliestDay } from '#core/time/range.ts'
import type { Zone } from '#core/time/zone.ts'
import { vocabulary } from '../../compose.ts'
import { openClockFile } from '../clock-file.ts'
import { editionsFrom } from '../editions-from.ts'
import type { FactSource } from '../facts/facts.ts'
import { type Faults, openFaults } from '../facts/faults.ts'
import { readWithProgress } from '../facts/read-with-progress.ts'
import { measuredText } from '../measured-text.ts'
import { beyondCalendar, notesOf } from '../notes.ts'
import { asOfFrom, dayFrom, type FactOptions, factHelp, withFacts } from '../options.ts'
import { calledWrongly, type Outcome, withNotes } from '../outcome.ts'
import { formatOption } from '../print-table.ts'
import { sourceFrom } from '../source-from.ts'

interface MeasureOptions extends FactOptions {
  readonly from?: string
  readonly to?: string
  readonly by?: By
  readonly clocks?: string
  readonly out?: string
  readonly format: 'table' | 'json' | 'csv' | 'html'
}

const help = `
What each figure means:
  kept / counted: clocks met, of those met or missed; what is overdue is counted missed, what runs in time is not counted.
  A clock belongs to the period in which it was decided. Running, overdue and paused stand as at the period’s end.

Examples:
  kept measure --pack the-landlord --events facts.ndjson --by month --as-of 2026-03-31T23:59:59+01:00
  kept measure --pack the-landlord --events facts.ndjson --by month --format html --out report.html
  kept measure --pack the-landlord --importer csv --mapping helpdesk.yaml --events tickets.csv --rejects rejected.csv
  kept measure --pack ./queue.yaml --importer queue-log --events queue_log --beside cdr.csv --format json`

/** `kept measure`: facts in, figures out. */
export function measureCommand(finish: (outcome: Outcome) => void): Command {
  return withFacts(new Command('measure'))
    .summary('facts in, figures out')
    .description(
      'Reads facts, runs every clock and counts every promise of a pack: kept, counted, target, verdict, and what is running and overdue.',
    )
    .option('--from <date>', 'count what was decided from this day on')
    .option('--to <date>', 'and to this day')
    .addOption(new Option('--by <period>', 'cut figures by').choices(['month', 'quarter', 'year', 'all']))
    .option('--clocks <file>', 'write every clock there, one a line (NDJSON)')
    .option('--out <file>', 'write the figures there instead of standard output')
    .addOption(formatOption(['html']))
    .addHelpText('after', `${help}\n${factHelp}`)
    .action(async (options: MeasureOptions) => finish(await measure(options)))
}

async function measure(options: MeasureOptions): Promise<Outcome> {
  const editions = editionsFrom(options.pack, options.holidays)
  if ('exitCode' in editions) return editions
  const asked = askedFrom(options, editions)
  if (isRefusal(asked)) return calledWrongly([asked])
  const source = sourceFrom(options, { '--clocks': options.clocks, '--out': options.out })
  if ('exitCode' in source) return source
  const faults = openFaults(options.rejects)
  const measured = await measureFacts(editions, source, asked, faults)
  const text = measuredText(measured, options.format)
  if (options.out !== undefined) writeFileSync(options.out, `${text}\n`)
  // A spreadsheet has no room for notes, but nobody is to miss them.
  const outcome = withNotes(faults.outcome(source.files), options.format === 'csv' ? measured.notes : [])
  return options.out === undefined ? { ...outcome, printed: text } : outcome
}

/** What was asked for: up to when facts count, and which days. */
interface Asked {
  readonly asOf: Instant
  readonly from: Day | undefined
  readonly to: Day | undefined
  readonly options: MeasureOptions
}

function askedFrom(options: MeasureOptions, editions: readonly Edition[]): Asked | Refusal {
  const asOf = asOfFrom(options.asOf, Date.now())
  const from = dayFrom('--from', options.from)
  const to = dayFrom('--to', options.to)
  if (isRefusal(asOf)) return asOf
  if (isRefusal(from)) return from
  if (isRefusal(to)) return to
  if (from !== undefined && to !== undefined && from > to)
    return refuse(`--from ${options.from} is after --to ${options.to}`, 'swap them')
  const today = editions.at(-1)?.calendar.zone.dayOf(asOf)
  if (from !== undefined && today !== undefined && from > today)
    return refuse(`--from ${options.from} is after ${longDay(today)}, up to which facts count`, 'see --as-of')
  return { asOf, from, to, options }
}

async function measureFacts(
  editions: readonly Edition[],
  source: FactSource,
  asked: Asked,
  faults: Faults,
): Promise<Measured> {
  const { asOf, options } = asked
  const [edition] = editions.slice(-1)
  if (edition === undefined) throw new Error('there is no edition to measure by')
  const { calendar } = edition
  const clocks = openClockFile(options.clocks, calendar.zone)
  const beyond = beyondCalendar(calendar)
  const measuring = beginMeasuring(termsFrom(asked, editions, calendar.zone), (clock: Clock) => {
    clocks.write(clock)
    beyond.hear(clock)
  })
  const read = await readWithProgress(source, asOf, measuring.add, faults)
  const tallied = measuring.finish()
  clocks.close()
  const { beforeEdition } = tallied
  const noted = { ...read, faults: faults.count(), beforeEdition, beyond: beyond.count() }
  // At midnight the day that begins has nothing in it yet: the first of April shows March, and no empty April.
  const lastDay = calendar.zone.dayOf(asOf - 1)
  return figuresOf(tallied, shownIn(asked, tallied, lastDay), notesOf(noted, editions, asOf))
}

function termsFrom({ asOf, from, to }: Asked, editions: readonly Edition[], zone: Zone): MeasuringTerms {
  const span = { zone, asOf, from: from ?? earliestDay, to: to ?? zone.dayOf(asOf) }
  return { editions, rereading: vocabulary.rereading, span }
}

/** What to show: where nothing was heard of, every promise still has its line, with nothing to count. */
function shownIn({ asOf, from, to, options }: Asked, { firstOn }: Tallied, today: Day): Shown {
  const by = options.by ?? (options.format === 'html' ? 'month' : 'all')
  const isEmpty = firstOn === undefined
  const untilAsked = options.asOf !== undefined || isEmpty ? today : undefined
  return { from: from ?? (isEmpty ? today : undefined), to: to ?? untilAsked, by, asOf }
}
