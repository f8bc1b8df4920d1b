import { closeSync, openSync, writeSync } from 'node:fs'
import { utcDay } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { linesOf, type MadeLine, madeYear } from './made-year.ts'

/** Writes a year of about so many events, in order of time; gives how many there are. */
export function writeEventFile(path: string, events: number, zone: Zone): number {
  const file = openSync(path, 'w')
  let waiting: readonly MadeLine[] = []
  let written = 0
  const write = (lines: readonly MadeLine[]) => {
    writeSync(file, lines.map(({ text }) => `${text}\n`).join(''))
    written += lines.length
  }
  for (const cases of madeYear(events)) {
    const known = [...waiting, ...linesOf(cases, zone)].sort((a, b) => a.at - b.at)
    const today = Math.floor((cases[0]?.events[0]?.at ?? 0) / utcDay)
    const later = known.findIndex(({ at }) => at >= (today + 1) * utcDay)
    const until = later < 0 ? known.length : later
    write(known.slice(0, until))
    waiting = known.slice(until)
  }
  write(waiting)
  closeSync(file)
  return written
}
