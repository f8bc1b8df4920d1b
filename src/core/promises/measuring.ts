import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { RereadingTypes } from './applies.ts'
import type { Clock } from './clock-run.ts'
import type { Edition } from './edition.ts'
import { noExtent } from './extent.ts'
import { isHeeded, type MeteredPromise, meterPromises, wakened } from './metered.ts'
import { type ClockHearer, inOrderOfTime, landlordRecords } from './meters/meter.ts'
import { type Span, type Tally, tallyOver } from './meters/tally.ts'
import type { PackPromise } from './pack.ts'

/** What measuring one landlord’s promises needs to know. */
export interface MeasuringTerms {
  /** Oldest first. */
  readonly editions: readonly Edition[]
  readonly rereading: RereadingTypes
  readonly span: Span
}

/** Measuring one landlord’s promises: cases go in one by one, in any order, and tallies come out. */
export interface Measuring {
  /** Adds one case: its effective events in order. */
  add(timeline: Timeline): void
  /** Counts what concerns the landlord as a whole; nothing may be added afterwards. */
  finish(): Tallied
}

/** What measuring came to, month by month. */
export interface Tallied {
  readonly edition: Edition
  readonly promises: readonly TalliedPromise[]
  /** The first and last day on which something happened or was decided; undefined without facts. */
  readonly firstOn: Day | undefined
  readonly lastOn: Day | undefined
  /** Events from before the first edition was in force: they start no clock. */
  readonly beforeEdition: number
}

export interface TalliedPromise {
  readonly promise: PackPromise
  readonly tally: Tally
}

/** Begins measuring. `hear` is told of every clock, for `--clocks`. */
export function beginMeasuring(terms: MeasuringTerms, hear: (clock: Clock) => void = () => {}): Measuring {
  const metered = meterPromises(terms.editions, terms.rereading)
  const { edition, heeding } = metered
  const extent = noExtent()
  const dayOf = (at: Instant | undefined) => (at === undefined ? undefined : terms.span.zone.dayOf(at))
  const inForceAt = terms.editions[0]?.from ?? 0
  let beforeEdition = 0
  const promises = metered.promises.map((each) => ({ ...each, tally: tallyOver(terms.span) }))
  const tallyOf = ({ place }: MeteredPromise) => (promises[place] as TalliedPromise).tally
  const hearClock: ClockHearer = (clock, timeline) => {
    if (clock.decidedAt !== undefined) extent.widen(clock.decidedAt)
    for (const each of heeding) each.meter.heed?.(clock, timeline, tallyOf(each))
    hear(clock)
  }
  const records: CaseEvent[] = []
  return {
    add(timeline) {
      for (const event of timeline.events) {
        extent.widen(event.at)
        if (event.at < inForceAt) beforeEdition += 1
        if (landlordRecords.has(event.type) && isOwn(timeline, event)) records.push(event)
      }
      for (const each of wakened(metered, timeline))
        each.meter.look?.(timeline, tallyOf(each), isHeeded(each) ? hearClock : hear)
    },
    finish() {
      const firstAt = extent.firstAt()
      const landlord = firstAt === undefined ? undefined : inOrderOfTime({ firstAt, records })
      if (landlord !== undefined)
        for (const { meter, tally } of promises) meter.finish?.(landlord, tally, hear)
      return { edition, promises, firstOn: dayOf(firstAt), lastOn: dayOf(extent.lastAt()), beforeEdition }
    },
  }
}
