import { isDeepStrictEqual } from 'node:util'
import { formatInstant } from '#core/time/instant.ts'
import { median } from '../rounds.ts'
import { edition, packName } from './ground.ts'
import { knownAt } from './made-year.ts'
import { started, type Used } from './started.ts'

/** How many events to measure, and how often to measure the many. */
export interface Sizes {
  readonly few: number
  readonly many: number
  readonly rounds: number
}

/** Events in a second of processor time, and the most memory that was held. */
export interface Run {
  readonly rate: number
  readonly peakMB: number
}

/** Measures the events of a file in the core, by the command and by the plain loop, in turn; the median of the rounds. */
export function measuredThreeWays(file: string, written: number, asked: number, rounds: number) {
  const all = Array.from({ length: rounds }, () => {
    const loop = started('./plain-loop.ts', [file])
    const core = started('./in-the-core.ts', [String(asked)])
    const command = started('../../src/apps/cli/main.ts', commandLine(file))
    return {
      loop: looped(loop, written),
      core: cored(core, command, written),
      command: run(command, written),
    }
  })
  return {
    loop: medianOf(all.map(({ loop }) => loop)),
    core: medianOf(all.map(({ core }) => core)),
    command: medianOf(all.map(({ command }) => command)),
  }
}

function commandLine(file: string): readonly string[] {
  const asOf = formatInstant(knownAt, edition().calendar.zone)
  return ['measure', '--pack', packName, '--events', file, '--as-of', asOf, '--format', 'json']
}

function looped(used: Used, written: number): Run {
  const { events } = used.printed as { readonly events: number }
  if (events !== written) throw new Error(`the plain loop read ${events} events of ${written}`)
  return run(used, written)
}

/** The core alone must come to the figures that the command prints. */
function cored(used: Used, command: Used, written: number): Run {
  const told = used.printed as Told
  if (told.events !== written) throw new Error(`the core measured ${told.events} events of ${written}`)
  const { figures } = command.printed as Pick<Told, 'figures'>
  if (!isDeepStrictEqual(told.figures, figures)) throw new Error('the core and the command do not agree')
  if (counted(told) === 0) throw new Error('nothing was counted')
  return { rate: (written * 1000) / told.processorMs, peakMB: used.peakMB }
}

interface Told {
  readonly events: number
  readonly processorMs: number
  readonly figures: readonly { readonly counted: number }[]
}

function counted({ figures }: Told): number {
  return figures.reduce((sum, figure) => sum + figure.counted, 0)
}

function run({ processorMs, peakMB }: Used, events: number): Run {
  return { rate: (events * 1000) / processorMs, peakMB }
}

function medianOf(runs: readonly Run[]): Run {
  return { rate: median(runs.map(({ rate }) => rate)), peakMB: median(runs.map(({ peakMB }) => peakMB)) }
}
