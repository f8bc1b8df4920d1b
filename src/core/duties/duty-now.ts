import type { CaseEvent } from '#core/ledger/event.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import { type Edition, promisesOf } from '#core/promises/edition.ts'
import { landlordClocks } from '#core/promises/landlord-clocks.ts'
import type { Landlord } from '#core/promises/meters/meter.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { dueInWords, type RecurringClauses } from '#core/promises/recurring.ts'
import { longDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DutyOwed } from './duty-owed.ts'
import { type TimesNow, timesNow } from './times-now.ts'

/** A promise that something is done again and again. */
export type RecurringPromise = PackPromise & { readonly measure: 'recurring' }

/** How a duty is owed: by the landlord, or on each case, or by each member of staff. */
export type DutySort =
  | 'every so often'
  | 'so many times'
  | 'once'
  | 'on each case'
  | 'of each member of staff'

/** A duty of the pack as it stands at one moment. */
export interface DutyNow {
  readonly promise: RecurringPromise
  readonly edition: Edition
  readonly sort: DutySort
  /** “every 3 months”, “12 times in 1 year”, “once, by 31 May 2012”. */
  readonly often: string
  /** What is owed now; nothing where it was done once for all, has ended, or where no fact is known so far. */
  readonly owed: DutyOwed | undefined
  /** The times before, the latest first: each done in time, done late or not done. */
  readonly past: readonly Clock[]
  /** What shows that it was done, the latest first. */
  readonly evidence: readonly CaseEvent[]
  /** Of a duty that is owed so many times: how often it was done in its present year. */
  readonly times: TimesNow | undefined
}

/** The most times of a duty that are listed. */
const mostListed = 200

/**
 * Every duty of the newest editions as it stands: those of the landlord as a whole with what is owed and what was done, those
 * owed on cases or by staff with their words alone, since their clocks stand in their cases. A landlord without a fact so far
 * owes nothing yet.
 */
export function dutiesNow(
  editions: readonly Edition[],
  landlord: Landlord | undefined,
  asOf: Instant,
): readonly DutyNow[] {
  const known = landlord ?? { firstAt: asOf, records: [] }
  const clocks = landlord === undefined ? [] : landlordClocks(editions, landlord, asOf).clocks
  const clocksOf = Map.groupBy(clocks, ({ promise }) => promise)
  return promisesOf(editions).flatMap(({ promise, edition }) => {
    if (promise.measure !== 'recurring') return []
    const own = clocksOf.get(promise.id) ?? []
    const evidence = evidenceOf(promise.clauses, known)
    const times = landlord === undefined ? undefined : timesNow(promise, edition, landlord, asOf)
    return {
      promise,
      edition,
      sort: sortOf(promise.clauses),
      often: oftenInWords(promise.clauses),
      owed: times === undefined ? owedOf(own) : times.owed,
      past: own
        .filter(({ endedAt }) => endedAt !== undefined)
        .toReversed()
        .slice(0, mostListed),
      evidence: evidence.slice(0, mostListed),
      times,
    }
  })
}

/** Whether what is owed should have been done by now. */
export function isLate(owed: DutyOwed | undefined, asOf: Instant): boolean {
  return owed !== undefined && owed.keepsUntil < asOf
}

function owedOf(clocks: readonly Clock[]): DutyOwed | undefined {
  return clocks.find(({ endedAt }) => endedAt === undefined)
}

function sortOf({ starts, by, times }: RecurringClauses): DutySort {
  if (starts !== undefined)
    return starts.some(({ event }) => event === 'staff-joined') ? 'of each member of staff' : 'on each case'
  if (by !== undefined) return 'once'
  return times === undefined ? 'every so often' : 'so many times'
}

function oftenInWords(clauses: RecurringClauses): string {
  const { every, by, times } = clauses
  if (by !== undefined) return `once, by ${longDay(by).replace(/^\S+ /, '')}`
  if (every === undefined) return ''
  if (times !== undefined) return `${times} times in ${every.words}`
  return dueInWords(clauses)
}

function evidenceOf({ duty }: RecurringClauses, { records }: Landlord): readonly CaseEvent[] {
  if (duty === undefined) return []
  return records
    .filter(({ type, data }) => type === 'evidence-recorded' && data['duty'] === duty)
    .toSorted((a, b) => b.at - a.at || b.line - a.line)
}
