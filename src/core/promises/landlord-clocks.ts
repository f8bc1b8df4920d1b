import type { Instant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import { awaitedAfter } from './awaited.ts'
import type { MeasuredClock } from './case-measuring.ts'
import { type Edition, promisesOf } from './edition.ts'
import { inOrderOfTime, type Landlord } from './meters/meter.ts'
import { recurringProgram } from './meters/meters-of.ts'
import { recurringMeter } from './meters/recurring-meter.ts'
import { tallyOver } from './meters/tally.ts'

/** The times that the landlord as a whole owed its duties, for its list of work. */
export interface LandlordClocks {
  readonly clocks: readonly MeasuredClock[]
  /** When time alone may next change any of them: never too late, undefined where nothing is awaited. */
  readonly changesAt: Instant | undefined
}

/** Works out the duties of the landlord as a whole from its records, as they were known at an instant. */
export function landlordClocks(
  editions: readonly Edition[],
  landlord: Landlord,
  asOf: Instant,
): LandlordClocks {
  const zone = editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('duties are those of at least one edition')
  const { awaits, earliest } = awaitedAfter(asOf)
  // Only the clocks are wanted; what they add to the sums is left behind.
  const into = tallyOver({ zone, from: earliestDay, to: zone.dayOf(asOf), asOf }, awaits)
  const sorted = inOrderOfTime(landlord)
  const clocks: MeasuredClock[] = []
  for (const { promise, edition } of promisesOf(editions)) {
    if (promise.measure !== 'recurring') continue
    const meter = recurringMeter(recurringProgram(edition, promise.id, promise.clauses))
    meter.finish?.(sorted, into, (clock, _, length) => clocks.push({ ...clock, length }))
  }
  return { clocks, changesAt: earliest() }
}
