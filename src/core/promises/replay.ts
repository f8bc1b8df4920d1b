import type { Timeline } from '#core/ledger/timeline.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import type { Zone } from '#core/time/zone.ts'
import type { RereadingTypes } from './applies.ts'
import type { Clock, Outcome } from './clock-run.ts'
import type { Edition } from './edition.ts'
import { beginMeasuring, type Tallied } from './measuring.ts'
import { weeksOfFacts } from './weeks-of-facts.ts'

/** The same facts measured twice: by the pack, and by a draft. */
export interface Replaying {
  add(timeline: Timeline): void
  finish(): Replayed
}

/** What a replay came to. */
export interface Replayed {
  readonly before: Tallied
  readonly after: Tallied
  /** The first of them; `turnings` counts all. */
  readonly turned: readonly Turned[]
  readonly turnings: ReadonlyMap<string, Turning>
  /** How many clocks the draft begins in the days looked at, promise by promise. */
  readonly begun: ReadonlyMap<string, number>
  /** In how many weeks of those days anything happened. */
  readonly weeks: number
}

/** A clock that came out otherwise by the draft; `none` where one of the two has no such clock. */
export interface Turned {
  readonly promise: string
  readonly case: string
  readonly n: number
  readonly before: Outcome | 'none'
  readonly after: Outcome | 'none'
}

/** How many clocks of a promise came out otherwise, and which way. */
export interface Turning {
  /** Missed before, and met by the draft. */
  readonly toMet: number
  /** Met before, and missed by the draft. */
  readonly toMissed: number
  /** Counted or not counted otherwise. */
  readonly otherwise: number
}

/** The days looked at: what was decided on others turns nothing. All of them, where none are said. */
export interface Looked {
  readonly from: Day | undefined
  readonly to: Day | undefined
}

/** Beyond this, turned cases are counted but not listed. */
const mostTurned = 100_000

/** Begins a replay. The draft is taken to be in force for as long as the pack, whatever date it carries. */
export function beginReplay(
  now: readonly Edition[],
  draft: readonly Edition[],
  rereading: RereadingTypes,
  asOf: Instant,
  looked: Looked = { from: undefined, to: undefined },
): Replaying {
  const zone = now.at(-1)?.calendar.zone
  const from = now[0]?.from
  if (zone === undefined || from === undefined) throw new Error('a replay needs an edition to compare with')
  const span = { zone, from: earliestDay, to: zone.dayOf(asOf), asOf }
  const backdated = draft.map((edition) => ({ ...edition, from, before: Number.POSITIVE_INFINITY }))
  const isLooked = lookedAt(looked, zone)
  let heardBefore: Clock[] = []
  let heardAfter: Clock[] = []
  const begun = new Map<string, number>()
  const facts = weeksOfFacts((at) => at <= asOf && isLooked(at))
  const before = beginMeasuring({ editions: now, rereading, span }, (clock) => heardBefore.push(clock))
  const after = beginMeasuring({ editions: backdated, rereading, span }, (clock) => {
    heardAfter.push(clock)
    if (isLooked(clock.startedAt)) begun.set(clock.promise, (begun.get(clock.promise) ?? 0) + 1)
  })
  const { turned, turnings, tell } = turnsTold(isLooked)
  const compare = () => {
    compareClocks(heardBefore, heardAfter, tell)
    heardBefore = []
    heardAfter = []
  }
  return {
    add(timeline) {
      before.add(timeline)
      after.add(timeline)
      facts.add(timeline)
      compare()
    },
    finish() {
      // The landlord's own duties are heard only now.
      const ended = { before: before.finish(), after: after.finish() }
      compare()
      return { ...ended, turned, turnings, begun, weeks: facts.weeks() }
    },
  }
}

function lookedAt({ from, to }: Looked, zone: Zone): (at: Instant) => boolean {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : zone.startOf(from)
  const end = to === undefined ? Number.POSITIVE_INFINITY : zone.startOf(to + 1)
  return (at) => at >= first && at < end
}

type Tell = (was: Clock | undefined, is: Clock | undefined) => void

/** Counts what turned, and lists as many as can be looked at. */
function turnsTold(isLooked: (at: Instant) => boolean) {
  const turned: Turned[] = []
  const turnings = new Map<string, { toMet: number; toMissed: number; otherwise: number }>()
  const tell: Tell = (was, is) => {
    const clock = is ?? was
    if (clock === undefined || was?.outcome === is?.outcome) return
    const decided = [was?.decidedAt, is?.decidedAt].filter((at) => at !== undefined)
    if (decided.length > 0 && !decided.some(isLooked)) return
    const [before, after] = [was?.outcome ?? 'none', is?.outcome ?? 'none'] as const
    const count = turnings.get(clock.promise) ?? { toMet: 0, toMissed: 0, otherwise: 0 }
    turnings.set(clock.promise, count)
    if (before === 'missed' && after === 'met') count.toMet += 1
    else if (before === 'met' && after === 'missed') count.toMissed += 1
    else count.otherwise += 1
    const { promise, case: id, n } = clock
    if (turned.length < mostTurned) turned.push({ promise, case: id, n, before, after })
  }
  return { turned, turnings, tell }
}

/** Both heard the same case: most often the same clocks in the same order, and only otherwise are they matched by name. */
function compareClocks(before: readonly Clock[], after: readonly Clock[], tell: Tell): void {
  if (before.length === after.length && before.every((clock, place) => isSame(clock, after[place]))) {
    for (const [place, clock] of before.entries()) tell(clock, after[place])
    return
  }
  const was = new Map(before.map((clock) => [nameOf(clock), clock]))
  const is = new Map(after.map((clock) => [nameOf(clock), clock]))
  for (const [name, clock] of was) tell(clock, is.get(name))
  for (const [name, clock] of is) if (!was.has(name)) tell(undefined, clock)
}

function isSame({ promise, n, case: id }: Clock, other: Clock | undefined): boolean {
  return other !== undefined && promise === other.promise && n === other.n && id === other.case
}

function nameOf({ promise, n, case: id }: Clock): string {
  return `${promise} ${n} ${id}`
}
