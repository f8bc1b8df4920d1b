import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Budget, Row } from '../row.ts'
import { edition } from './ground.ts'
import { writeEventFile } from './event-file.ts'
import { measuredThreeWays, type Run, type Sizes } from './runs.ts'

/** Measuring made years of events: in the core alone, and by the whole command from a file, each beside a plain loop. */
export function measuringRows({ few, many, rounds }: Sizes): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'))
  try {
    const file = join(folder, 'events.ndjson')
    const { zone } = edition().calendar
    const small = measuredThreeWays(file, writeEventFile(file, few, zone), few, 1)
    const large = measuredThreeWays(file, writeEventFile(file, many, zone), many, rounds)
    return rowsOf(small, large, inMillions(few), inMillions(many))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Three = ReturnType<typeof measuredThreeWays>

function rowsOf(small: Three, large: Three, few: string, many: string): readonly Row[] {
  return [
    rate(`measure ${many} events, core`, large.core, large.loop, { amount: 500_000 }),
    rate(`measure ${many} events, command`, large.command, large.loop, { amount: 400_000, aim: true }),
    peak(`memory for ${many} events, core`, large.core, plainLoop, large.loop),
    peak(`memory for ${many} events, command`, large.command, plainLoop, large.loop),
    peak(`memory for ${many} events, core`, large.core, `itself, ${few} events`, small.core, flat),
    peak(`memory for ${many} events, command`, large.command, `itself, ${few} events`, small.command, flat),
  ]
}

const plainLoop = 'lines and JSON.parse'

/** Flat in the number of cases: the collector lets garbage lie as it likes, but memory that grew with the cases would pass this. */
const flat: Budget = { of: 'ratio', is: 'at most', amount: 1.5 }

function rate(what: string, ours: Run, theirs: Run, budget: Omit<Budget, 'of' | 'is'>): Row {
  const row: Row = { what, ours: ours.rate, baseline: plainLoop, theirs: theirs.rate, unit: 'a second' }
  return { ...row, budget: { of: 'ours', is: 'at least', ...budget } }
}

function peak(what: string, ours: Run, baseline: string, theirs: Run, budget?: Budget): Row {
  const row: Row = { what, ours: ours.peakMB, baseline, theirs: theirs.peakMB, unit: 'MB' }
  return budget === undefined ? row : { ...row, budget }
}

function inMillions(events: number): string {
  return `${events / 1e6} million`
}
