import type { Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import type { RereadingTypes } from './applies.ts'
import { awaitedAfter } from './awaited.ts'
import type { Clock } from './clock-run.ts'
import type { Edition } from './edition.ts'
import { noExtent } from './extent.ts'
import { isHeeded, type Metered, type MeteredPromise, meterPromises, wakened } from './metered.ts'
import type { ClockHearer } from './meters/meter.ts'
import { type Tally, tallyOver } from './meters/tally.ts'
import { partsOf, type TallyPart } from './stored-tally-parts.ts'

export type { TallyPart } from './stored-tally-parts.ts'

/** Measures cases one by one, so that figures can be kept by what each adds to them. */
export interface CaseMeasuring {
  /**
   * What a case comes to, its events being those known as of an instant. `nextToldAt` is when the next of them that was told
   * ahead of its time begins to count, if any was (awaited.ts).
   */
  measure(timeline: Timeline, asOf: Instant, nextToldAt?: Instant): CaseMeasured
}

/** What one case comes to. */
export interface CaseMeasured {
  /** Of clock promises, and the times of duties owed on the case. */
  readonly clocks: readonly MeasuredClock[]
  /** What it adds to the sums of every promise; nothing that is counted for the landlord as a whole. */
  readonly tallied: readonly TallyPart[]
  /** When something first and last happened in it or was decided; a stop may count at a time before anything was told. */
  readonly firstAt: Instant | undefined
  readonly lastAt: Instant | undefined
  /**
   * When time alone may next change any of this; undefined where nothing is awaited. It may be too early, never too late: until
   * then the same events give the same, whenever they are measured.
   */
  readonly changesAt: Instant | undefined
}

/** A clock with how long it took to stop, in its limit’s own count; undefined where it did not stop, and for duties. */
export interface MeasuredClock extends Clock {
  readonly length: number | undefined
}

/** Makes ready to measure cases by these editions (oldest first). */
export function openCaseMeasuring(editions: readonly Edition[], rereading: RereadingTypes): CaseMeasuring {
  const metered = meterPromises(editions, rereading)
  return { measure: (timeline, asOf, nextToldAt) => measured(metered, timeline, asOf, nextToldAt) }
}

function measured(
  metered: Metered,
  timeline: Timeline,
  asOf: Instant,
  nextToldAt: Instant | undefined,
): CaseMeasured {
  const { awaits, earliest } = awaitedAfter(asOf)
  if (nextToldAt !== undefined) awaits(nextToldAt)
  const extent = noExtent()
  for (const { at } of timeline.events) extent.widen(at)
  const { zone } = metered.edition.calendar
  const span = { zone, from: earliestDay, to: zone.dayOf(asOf), asOf }
  const tallies = new Map<MeteredPromise, Tally>()
  const tallyOf = (each: MeteredPromise) => {
    const tally = tallies.get(each) ?? tallyOver(span, awaits)
    tallies.set(each, tally)
    return tally
  }
  const clocks: MeasuredClock[] = []
  const hear: ClockHearer = (clock, _, length) => clocks.push({ ...clock, length })
  const hearClock: ClockHearer = (clock, heard, length) => {
    if (clock.decidedAt !== undefined) extent.widen(clock.decidedAt)
    for (const each of metered.heeding) each.meter.heed?.(clock, heard, tallyOf(each))
    hear(clock, heard, length)
  }
  for (const each of wakened(metered, timeline))
    each.meter.look?.(timeline, tallyOf(each), isHeeded(each) ? hearClock : hear)
  const tallied = partsOf([...tallies].map(([{ promise }, { cells }]) => [promise.id, cells]))
  return { clocks, tallied, firstAt: extent.firstAt(), lastAt: extent.lastAt(), changesAt: earliest() }
}
