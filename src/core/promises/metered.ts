import type { Timeline } from '#core/ledger/timeline.ts'
import type { RereadingTypes } from './applies.ts'
import { type Edition, promisesOf } from './edition.ts'
import type { Meter } from './meters/meter.ts'
import { meterOf } from './meters/meters-of.ts'
import type { PackPromise } from './pack.ts'

/** The promises of some editions, each with what measures it: made once, for any number of cases and times. */
export interface Metered {
  /** The newest. */
  readonly edition: Edition
  readonly promises: readonly MeteredPromise[]
  /** Those that look at the clocks of others: ratios over clocks. */
  readonly heeding: readonly MeteredPromise[]
  readonly wakes: ReadonlyMap<string, readonly MeteredPromise[]>
}

export interface MeteredPromise {
  readonly promise: PackPromise
  readonly meter: Meter
  /** Its place among the promises. */
  readonly place: number
}

/** Makes ready every promise of any of these editions (oldest first). */
export function meterPromises(editions: readonly Edition[], rereading: RereadingTypes): Metered {
  const edition = editions.at(-1)
  if (edition === undefined) throw new Error('measuring needs at least one edition')
  const promises = promisesOf(editions).map(({ promise, edition: newest }, place) => ({
    promise,
    meter: meterOf(promise, newest, editions, rereading),
    place,
  }))
  const heeding = promises.filter(({ meter }) => meter.heed !== undefined)
  return { edition, promises, heeding, wakes: wakesOf(promises) }
}

/** Ratios over clocks count the clocks of promises, not the times of duties. */
export function isHeeded({ promise }: MeteredPromise): boolean {
  return promise.measure !== 'recurring'
}

function wakesOf(promises: readonly MeteredPromise[]): ReadonlyMap<string, readonly MeteredPromise[]> {
  const wakes = new Map<string, MeteredPromise[]>()
  for (const each of promises)
    for (const type of new Set(each.meter.wakes)) wakes.set(type, [...(wakes.get(type) ?? []), each])
  return wakes
}

/** The promises this case may concern, each once, in the pack’s order of waking. */
export function wakened({ wakes }: Metered, { events }: Timeline): Iterable<MeteredPromise> {
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
