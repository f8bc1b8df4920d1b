import { dayFrom } from '#core/time/day.ts'
import { formatInstant, type Instant, minute, utcDay } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { chanceFrom } from './chance.ts'
import { eventsACase, type MadeCase, madeCase } from './made-case.ts'

const firstDay = dayFrom(2025, 1, 1)
const days = 365

/** What is known when the made year is measured: two months after it ended, so that all is decided. */
export const knownAt: Instant = (firstDay + days + 59) * utcDay

export interface MadeLine {
  readonly at: Instant
  readonly text: string
}

/** A year of cases with about so many events, day by day as they begin. */
export function* madeYear(events: number): Iterable<readonly MadeCase[]> {
  const cases = Math.round(events / eventsACase)
  for (let day = 0, n = 0; day < days; day++) {
    const begun: MadeCase[] = []
    for (; n < Math.floor(((day + 1) * cases) / days); n++) {
      const minutes = 7 * 60 + Math.floor(chanceFrom(~n)() * 12 * 60)
      begun.push(madeCase(n, (firstDay + day) * utcDay + minutes * minute))
    }
    yield begun
  }
}

/** The events of cases as lines of the ledger, in order of time, as a landlord’s systems write them: cases mingle. */
export function linesOf(cases: readonly MadeCase[], zone: Zone): readonly MadeLine[] {
  return cases
    .flatMap(({ case: id, kind, events }) =>
      events.map(({ type, at, data }) => ({
        at,
        text: JSON.stringify({ case: id, kind, type, at: formatInstant(at, zone), data }),
      })),
    )
    .sort((a, b) => a.at - b.at)
}
