import assert from 'node:assert/strict'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { mergedTimeline, ownEvents, ownTimeline, type Timeline } from '#core/ledger/timeline.ts'
import { nextToldAt } from '#core/promises/awaited.ts'
import { type CaseMeasured, openCaseMeasuring } from '#core/promises/case-measuring.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import type { Edition } from '#core/promises/edition.ts'
import { figuresOf } from '#core/promises/figures.ts'
import { landlordClocks } from '#core/promises/landlord-clocks.ts'
import { beginMeasuring, type Tallied } from '#core/promises/measuring.ts'
import { landlordRecords } from '#core/promises/meters/meter.ts'
import { talliedFrom } from '#core/promises/stored-tally.ts'
import { day, instant } from '#test/core/time/calendars.ts'
import { editions, type Happened, packOf, story, vocabulary, type Written } from './little-pack.ts'

/** A landlord’s editions, and everything told of its cases. */
export interface Facts {
  readonly editions: readonly Edition[]
  readonly told: ReadonlyMap<string, readonly CaseEvent[]>
}

const { rereading } = vocabulary

/** Fails where what cases add up to is not what measuring all of them at once gives: figures, and clocks. */
export function sameOneByOne(facts: Facts, asOf: number): void {
  const atOnce = measuredAtOnce(facts, asOf)
  const oneByOne = measuredOneByOne(facts, asOf)
  for (const by of ['month', 'all'] as const)
    assert.deepEqual(figures(oneByOne.tallied, asOf, by), figures(atOnce.tallied, asOf, by))
  assert.deepEqual(oneByOne.clocks.toSorted(byName), atOnce.clocks.toSorted(byName))
}

/** Fails where the same facts come out otherwise before time was said to change them; tells how many cases wait for time. */
export function sameUntilItChanges(facts: Facts, asOf: number): number {
  const measure = caseMeasurer(facts)
  let waiting = 0
  const firsts: number[] = []
  for (const id of facts.told.keys()) {
    const { changesAt, ...now } = measure(id, asOf)
    if (now.firstAt !== undefined) firsts.push(now.firstAt)
    if (changesAt !== undefined) waiting += 1
    for (const at of momentsBefore(changesAt, asOf)) {
      const { changesAt: _, ...then } = measure(id, at)
      assert.deepEqual(then, now, `${id} as of ${new Date(at).toISOString()}`)
    }
  }
  const landlord = landlordOf(facts, asOf, firsts)
  if (landlord === undefined) return waiting
  const duties = (at: number) => landlordClocks(facts.editions, landlord, at)
  const { changesAt, clocks } = duties(asOf)
  for (const at of momentsBefore(changesAt, asOf)) assert.deepEqual(duties(at).clocks, clocks)
  return waiting
}

/** Measures a case of these facts as of an instant, as a store would. */
function caseMeasurer(facts: Facts): (id: string, asOf: number) => CaseMeasured {
  const measuring = openCaseMeasuring(facts.editions, rereading)
  return (id, asOf) => {
    const told = survivorsToo(id, facts)
    const known = new Map([...told].map(([each, events]) => [each, effectiveEvents(events, asOf).events]))
    return measuring.measure(mergedTimeline(id, known), asOf, nextToldAt([...told.values()].flat(), asOf))
  }
}

/** What a story comes to as a case by itself. */
export function measuredStory(
  promises: readonly Written[],
  happened: readonly Happened[],
  asOf: string,
): CaseMeasured {
  const measuring = openCaseMeasuring(editions(packOf(promises)), rereading)
  return measuring.measure(ownTimeline('c1', story(...happened)), instant(asOf))
}

function measuredAtOnce(facts: Facts, asOf: number) {
  const clocks: Clock[] = []
  const measuring = beginMeasuring(termsOf(facts, asOf), (clock) => clocks.push(clock))
  for (const timeline of timelinesAt(facts, asOf)) measuring.add(timeline)
  return { tallied: measuring.finish(), clocks }
}

function measuredOneByOne(facts: Facts, asOf: number) {
  const measure = caseMeasurer(facts)
  const measured = [...facts.told.keys()].map((id) => measure(id, asOf))
  const landlord = landlordOf(
    facts,
    asOf,
    measured.flatMap(({ firstAt }) => firstAt ?? []),
  )
  const lastAt = measured.reduce((last, each) => Math.max(last, each.lastAt ?? last), 0)
  const parts = measured.flatMap(({ tallied }) => tallied)
  const tallied = talliedFrom(termsOf(facts, asOf), parts, { landlord, lastAt })
  const duties = landlord === undefined ? [] : landlordClocks(facts.editions, landlord, asOf).clocks
  const clocks: Clock[] = [...measured.flatMap((each) => each.clocks), ...duties].map(
    ({ length: _, ...clock }) => clock,
  )
  return { tallied, clocks }
}

function termsOf(facts: Facts, asOf: number) {
  const zone = facts.editions.at(-1)?.calendar.zone
  assert.ok(zone, 'the facts have an edition')
  return {
    editions: facts.editions,
    rereading,
    span: { zone, from: day('1990-01-01'), to: zone.dayOf(asOf), asOf },
  }
}

function timelinesAt({ told }: Facts, asOf: number): readonly Timeline[] {
  const known = new Map([...told].map(([id, events]) => [id, effectiveEvents(events, asOf).events]))
  return [...known.keys()].map((id) => mergedTimeline(id, known))
}

function landlordOf(facts: Facts, asOf: number, firsts: readonly number[]) {
  const events = timelinesAt(facts, asOf).flatMap((timeline) => [...ownEvents(timeline)])
  const records = events.filter(({ type }) => landlordRecords.has(type))
  if (firsts.length === 0) return undefined
  // As they come, case by case: to put them in order of time is not the caller’s.
  return { firstAt: Math.min(...firsts), records }
}

/** The case with whatever it was or will be merged into. */
function survivorsToo(id: string, { told }: Facts): Facts['told'] {
  const found = new Map<string, readonly CaseEvent[]>()
  const wanted = [id]
  for (const each of wanted) {
    const events = found.has(each) ? undefined : told.get(each)
    if (events === undefined) continue
    found.set(each, events)
    wanted.push(...events.flatMap(({ data }) => (typeof data['case'] === 'string' ? [data['case']] : [])))
  }
  return found
}

function figures(tallied: Tallied, asOf: number, by: 'month' | 'all') {
  const to = tallied.edition.calendar.zone.dayOf(asOf)
  return [to, undefined].map((last) => figuresOf(tallied, { from: undefined, to: last, by, asOf }, []))
}

function momentsBefore(changesAt: number | undefined, asOf: number): readonly number[] {
  if (changesAt === undefined)
    return [asOf + 86_400_000, asOf + 400 * 86_400_000, instant('2060-01-01T00:00Z')]
  assert.ok(changesAt > asOf, 'what changes lies ahead')
  return [Math.floor((asOf + changesAt) / 2), changesAt - 1]
}

function byName(a: Clock, b: Clock): number {
  const name = ({ promise, case: id, n }: Clock) => `${promise} ${id} ${n}`
  return name(a) < name(b) ? -1 : 1
}
