import { Command } from 'commander'
import type { Edition } from '#core/promises/edition.ts'
import { figuresOf } from '#core/promises/figures.ts'
import { beginReplay } from '#core/promises/replay.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { vocabulary } from '../../compose.ts'
import { openFaults } from '../facts/faults.ts'
import { readWithProgress } from '../facts/read-with-progress.ts'
import { editionsFrom } from '../editions-from.ts'
import { asOfFrom, type FactOptions, factHelp, withFacts } from '../options.ts'
import { notesOf } from '../notes.ts'
import { calledWrongly, type Outcome, withNotes } from '../outcome.ts'
import { type Format, formatOption } from '../print-table.ts'
import { sourceFrom } from '../source-from.ts'
import { replayText } from '../replay-text.ts'

interface ReplayOptions extends FactOptions {
  readonly instead: string
  readonly format: Format
}

/** `kept replay`: what a draft would have made of the same facts. */
export function replayCommand(finish: (outcome: Outcome) => void): Command {
  return withFacts(new Command('replay'))
    .summary('what a draft would have made of the same facts')
    .description(
      'Measures the same facts by the pack and by a draft, and shows promise by promise what the draft would have changed:\n' +
        'figures, verdicts, and which cases turn. The draft counts as in force for as long as the pack.',
    )
    .requiredOption('--instead <draft>', 'the draft: a pack file')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `\nExample:\n  kept replay --pack the-landlord --instead draft.yaml --events facts.ndjson --as-of 2026-03-31T23:59:59+01:00\n${factHelp}`,
    )
    .action(async (options: ReplayOptions) => finish(await replay(options)))
}

async function replay(options: ReplayOptions): Promise<Outcome> {
  const now = editionsFrom(options.pack, options.holidays)
  if ('exitCode' in now) return now
  const draft = editionsFrom([options.instead], options.holidays)
  if ('exitCode' in draft) return draft
  const stranger = strangerIn(now, draft)
  if (stranger !== undefined) return calledWrongly([stranger])
  const source = sourceFrom(options)
  const asOf = asOfFrom(options.asOf, Date.now())
  if ('exitCode' in source) return source
  if (isRefusal(asOf)) return calledWrongly([asOf])
  const faults = openFaults(options.rejects)
  const replayed = beginReplay(now, draft, vocabulary.rereading, asOf)
  const read = await readWithProgress(source, asOf, replayed.add, faults)
  const shown = { from: undefined, to: undefined, by: 'all', asOf } as const
  const { before, after, turned } = replayed.finish()
  const noted = { ...read, faults: faults.count(), beforeEdition: before.beforeEdition, beyond: 0 }
  const notes = notesOf(noted, now, asOf)
  const measured = { before: figuresOf(before, shown, notes), after: figuresOf(after, shown, notes) }
  const outcome = withNotes(faults.outcome(source.files), options.format === 'csv' ? notes : [])
  return { ...outcome, printed: replayText(measured.before, measured.after, turned, options.format) }
}

/** A draft is held against the pack promise by promise, so it must be the same landlord’s. */
function strangerIn(now: readonly Edition[], draft: readonly Edition[]): Refusal | undefined {
  const [ours, theirs] = [now, draft].map((editions) => editions.at(-1)?.pack.id)
  if (ours === theirs) return undefined
  return refuse(`the draft is of the pack “${theirs}”, not “${ours}”`, 'name a draft of the same pack')
}
