import { closeSync, openSync, writeSync } from 'node:fs'
import type { Clock } from '#core/promises/clock-run.ts'
import { formatDay } from '#core/time/day.ts'
import { formatInstant, type Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'

/** Writes clocks one a line; without a file it writes nothing. */
export interface ClockFile {
  write(clock: Clock): void
  close(): void
}

const flushAtCharacters = 64_000

/** Opens the file of `--clocks` and empties it; lines are written many at a time. */
export function openClockFile(path: string | undefined, zone: Zone): ClockFile {
  if (path === undefined) return { write: () => {}, close: () => {} }
  const file = openSync(path, 'w')
  let waiting = ''
  const flush = () => {
    writeSync(file, waiting)
    waiting = ''
  }
  return {
    write(clock) {
      waiting += `${JSON.stringify(clockLine(clock, zone))}\n`
      if (waiting.length > flushAtCharacters) flush()
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}

/** A clock in the shape of `--clocks`. */
export function clockLine(clock: Clock, zone: Zone) {
  const { promise, case: id, n, startedAt, due, stoppedAt, outcome, decidedAt, voidReason } = clock
  const time = (at: Instant | undefined) => (at === undefined ? null : formatInstant(at, zone))
  return {
    promise,
    case: id,
    n,
    startedAt: time(startedAt),
    ...('on' in due ? { dueOn: formatDay(due.on) } : { dueAt: time(due.at) }),
    stoppedAt: time(stoppedAt),
    outcome,
    decidedAt: time(decidedAt),
    ...(voidReason !== undefined && { voidReason }),
  }
}
