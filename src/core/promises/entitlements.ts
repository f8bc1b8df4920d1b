import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import { type Counting, dueAfter, lastInstantOf } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { RereadingTypes } from './applies.ts'
import { startOf } from './clock-run.ts'
import { clocksOf } from './clocks-of.ts'
import { clockPrograms, countingOf, type Edition } from './edition.ts'
import { rulePrograms } from './meters/meters-of.ts'
import { judgedActs } from './meters/rule-meter.ts'
import type { PackPromise } from './pack.ts'
import type { PromisedLength } from './promised-length.ts'

/** A promise that was not kept in a case, so that its customer is entitled to something. */
export interface Entitlement {
  readonly promise: string
  readonly case: string
  /** When it was missed: the act’s time, or when the clock fell due. */
  readonly at: Instant
  /** From when Kept finds it. */
  readonly findFrom: Instant
  /** The act that was done otherwise, or that began what came late. */
  readonly actKey: string
}

/** The promises whose breaking entitles, as of any edition; none for a landlord that has no such rule. */
export function entitlingPromises(editions: readonly Edition[]): ReadonlySet<string> {
  const named = editions.flatMap(({ pack }) =>
    pack.promises.flatMap((promise) => findsBy(promise)?.promises ?? []),
  )
  return new Set(named)
}

/**
 * What the customer of a case has become entitled to by an instant: for each promise that entitles, every time it was not
 * kept. What is found only later, since it may still be put right by what is typed in, is left out.
 */
export function entitlementsOf(
  editions: readonly Edition[],
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
): readonly Entitlement[] {
  return missesThatEntitle(editions, timeline, rereading, asOf).filter(({ findFrom }) => findFrom <= asOf)
}

/** The same with what is yet to be found: each says from when it is. */
export function missesThatEntitle(
  editions: readonly Edition[],
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
): readonly Entitlement[] {
  return editions.flatMap((edition) => {
    const finding = findingIn(edition)
    return [...finding].flatMap(([promise, after]) =>
      missesOf({ editions, edition, promise }, timeline, rereading, asOf).map(({ act, at }) => ({
        promise,
        case: timeline.case,
        at,
        findFrom: foundFrom(countingOf(edition, undefined, undefined), after, at),
        actKey: act.id ?? `${act.type}@${act.at}`,
      })),
    )
  })
}

interface Asked {
  readonly editions: readonly Edition[]
  readonly edition: Edition
  readonly promise: string
}

interface Miss {
  readonly act: CaseEvent
  readonly at: Instant
}

/** Each time a promise was not kept, as this edition words it; a clock and an act belong to the edition in force when they began. */
function missesOf(
  { editions, edition, promise }: Asked,
  timeline: Timeline,
  rereading: RereadingTypes,
  asOf: Instant,
): readonly Miss[] {
  const { edition: named } = edition.pack
  const rules = rulePrograms(editions, promise).filter((program) => program.edition === named)
  const judged = rules.flatMap((program) => judgedActs(program, timeline, rereading, asOf))
  const clocks = clocksOf(clockPrograms(editions, promise), timeline, rereading, asOf)
  return [
    ...judged.filter(({ kept }) => !kept),
    ...clocks.flatMap((clock) => {
      const act = startOf(clock, timeline)
      if (clock.edition !== named || clock.outcome !== 'missed' || act === undefined) return []
      return clock.decidedAt === undefined || !isOwn(timeline, act) ? [] : [{ act, at: clock.decidedAt }]
    }),
  ]
}

interface Finds {
  readonly promises: readonly string[]
  readonly after: PromisedLength | undefined
}

function findsBy(promise: PackPromise): Finds | undefined {
  if (promise.measure !== 'rule' || promise.clauses.foundWhenMissed === undefined) return undefined
  return { promises: promise.clauses.foundWhenMissed, after: promise.clauses.foundAfter }
}

/** The promises that entitle by this edition, each with how long is waited. */
function findingIn({ pack }: Edition): ReadonlyMap<string, PromisedLength | undefined> {
  return new Map(
    pack.promises.flatMap((promise) => {
      const finds = findsBy(promise)
      return (finds?.promises ?? []).map((id) => [id, finds?.after] as const)
    }),
  )
}

function foundFrom(counting: Counting, after: PromisedLength | undefined, at: Instant): Instant {
  if (after === undefined) return at
  return Math.floor(lastInstantOf(dueAfter(counting, after.length, at, 0), counting.calendar.zone)) + 1
}
