import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Clock } from './clock-run.ts'
import { type Edition, promisesOf } from './edition.ts'
import { landlordRecords, type Meter } from './meters/meter.ts'
import { type MeasuringTerms, meterOf } from './meters/meters-of.ts'
import { type Tally, tallyOver } from './meters/tally.ts'
import type { PackPromise } from './pack.ts'

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

/** A promise while it is measured. */
interface MeteredPromise extends TalliedPromise {
  readonly meter: Meter
}

/** Begins measuring. `hear` is told of every clock, for `--clocks`. */
export function beginMeasuring(terms: MeasuringTerms, hear: (clock: Clock) => void = () => {}): Measuring {
  const edition = terms.editions.at(-1)
  if (edition === undefined) throw new Error('measuring needs at least one edition')
  const extent = extentOf(terms)
  const inForceAt = terms.editions[0]?.from ?? 0
  let beforeEdition = 0
  const listening: MeteredPromise[] = []
  const hearClock = (clock: Clock, timeline: Timeline) => {
    if (clock.decidedAt !== undefined) extent.widen(clock.decidedAt)
    for (const { meter, tally } of listening) meter.heed?.(clock, timeline, tally)
    hear(clock)
  }
  const measured: readonly MeteredPromise[] = promisesOf(terms.editions).map(
    ({ promise, edition: newest }) => {
      return {
        promise,
        tally: tallyOver(terms.span),
        meter: meterOf(promise, newest, terms, promise.measure === 'recurring' ? hear : hearClock),
      }
    },
  )
  listening.push(...measured.filter(({ meter }) => meter.heed !== undefined))
  const wakes = wakesOf(measured)
  const records: CaseEvent[] = []
  return {
    add(timeline) {
      for (const event of timeline.events) {
        extent.widen(event.at)
        if (event.at < inForceAt) beforeEdition += 1
        if (landlordRecords.has(event.type) && isOwn(timeline, event)) records.push(event)
      }
      for (const { meter, tally } of wakened(wakes, timeline)) meter.look?.(timeline, tally)
    },
    finish() {
      records.sort((a, b) => a.at - b.at || a.line - b.line)
      const firstAt = extent.firstAt()
      if (firstAt !== undefined)
        for (const { meter, tally } of measured) meter.finish?.({ firstAt, records }, tally)
      return { edition, promises: measured, ...extent.days(), beforeEdition }
    },
  }
}

function wakesOf(measured: readonly MeteredPromise[]): ReadonlyMap<string, readonly MeteredPromise[]> {
  const wakes = new Map<string, MeteredPromise[]>()
  for (const each of measured)
    for (const type of each.meter.wakes) wakes.set(type, [...(wakes.get(type) ?? []), each])
  return wakes
}

/** The promises this case may concern, each once, in the pack’s order of waking. */
function wakened(
  wakes: ReadonlyMap<string, readonly MeteredPromise[]>,
  timeline: Timeline,
): Iterable<MeteredPromise> {
  const { events } = timeline
  if (events.length === 1) return wakes.get(events[0]?.type ?? '') ?? []
  const awake = new Set<MeteredPromise>()
  let last = ''
  for (const { type } of events) {
    if (type === last) continue
    last = type
    for (const each of wakes.get(type) ?? []) awake.add(each)
  }
  return awake
}

/** The first and last instant of which anything is known. */
function extentOf({ span }: MeasuringTerms) {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const dayOf = (at: Instant) => (Number.isFinite(at) ? span.zone.dayOf(at) : undefined)
  return {
    widen(at: Instant) {
      if (at < first) first = at
      if (at > last) last = at
    },
    firstAt: () => (Number.isFinite(first) ? first : undefined),
    days: () => ({ firstOn: dayOf(first), lastOn: dayOf(last) }),
  }
}
