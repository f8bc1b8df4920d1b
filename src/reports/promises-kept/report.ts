import { byAttention, type StandingPromise } from '#core/promises/attention.ts'
import { lengthText, phrase } from '#core/promises/in-words.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { signalText } from '#core/promises/signal-words.ts'
import type { Cell, Column, Report } from '#core/report.ts'

/** Every promise with its figure, what needs attention first. */
export const promisesKept: Report = {
  name: 'promises-kept',
  says: 'Every promise with its figure against its target, what needs attention first.',
  table: (measured) => ({
    title: `Promises kept: ${measured.pack.landlord}, ${measured.pack.title}`,
    columns,
    rows: byAttention(measured).map(row),
  }),
}

const columns: readonly Column[] = [
  { name: 'id', title: 'Clause', align: 'start' },
  { name: 'promise', title: 'Promise', align: 'start' },
  { name: 'standing', title: 'Standing', align: 'start' },
  { name: 'figure', title: 'Figure', align: 'end' },
  { name: 'target', title: 'Target', align: 'start' },
  { name: 'verdict', title: 'Verdict', align: 'start' },
  { name: 'kept', title: 'Kept', align: 'end' },
  { name: 'counted', title: 'Counted', align: 'end' },
  { name: 'running', title: 'Running', align: 'end' },
  { name: 'overdue', title: 'Overdue', align: 'end' },
  { name: 'paused', title: 'Paused', align: 'end' },
  { name: 'void', title: 'Void', align: 'end' },
  { name: 'median', title: 'Half took no longer than', align: 'end' },
  { name: 'ninetieth', title: 'Nine in ten took no longer than', align: 'end' },
  { name: 'signals', title: 'Signals', align: 'start' },
]

function row({ promise, whole, byPeriod, signals, standing }: StandingPromise): readonly Cell[] {
  const { kept, counted, running, overdue, paused, verdict, lengths } = whole
  const periods = byPeriod.map(({ period }) => period)
  return [
    promise.id,
    promise.promise,
    standing,
    figureText(promise, whole),
    targetText(promise),
    verdict,
    kept,
    counted,
    running,
    overdue,
    paused,
    whole.void,
    lengths && lengthText(lengths.median, lengths.unit),
    lengths && lengthText(lengths.ninetieth, lengths.unit),
    signals.length === 0 ? null : phrase(signals.map((signal) => signalText(signal, periods))),
  ]
}
