import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { type Acting, systemActing } from '#core/people/acting.ts'
import { permissions } from '#core/people/permission.ts'
import type { TallyPart } from '#core/promises/case-measuring.ts'
import { type Edition, type PromiseOfEdition, promisesOf } from '#core/promises/edition.ts'
import { countsPromises, figuresOf } from '#core/promises/figures.ts'
import type { Landlord } from '#core/promises/meters/meter.ts'
import { landlordRecords } from '#core/promises/meters/meter.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { talliedFrom } from '#core/promises/stored-tally.ts'
import type { Measured } from '#core/report.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { type By, firstDayOf, lastDayOf, monthOf } from '#core/time/period.ts'
import { earliestDay } from '#core/time/range.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { eventOf, type EventRow } from './event-row.ts'
import { passTime } from './pass-time.ts'
import { termsNow } from '../terms/terms-now.ts'
import { timed } from './tallies.ts'

/** Which months to show figures of, and how to cut them. */
export interface FiguresAsked {
  /** The first day of a month; from the first fact, where it is not said. */
  readonly from?: Day
  /** The last day of a month; to today, where it is not said. */
  readonly to?: Day
  readonly by: By
  /** This promise alone. */
  readonly promise?: string
  /** The cases that this team has now; what is the landlord’s as a whole has no team. */
  readonly team?: string
  /** Without how long each took, which is most of what is stored; a mean that is a promise’s figure is still there. */
  readonly withoutLengths?: true
}

/**
 * What was kept, from the tallies: every promise, or the one asked for. What fell due by now is carried into them first; where
 * that is more than can be waited for, the figures are as at an earlier instant, which is their `asOf`.
 */
export async function readFigures(
  store: Store,
  acting: Acting,
  asked: FiguresAsked,
): Promise<Measured | Refused> {
  const fault = notWhole(asked.from, asked.to) ?? teamFault(acting, asked)
  if (fault !== undefined) return fault
  const upToNow = acting.may.has('figures.read') && (await letTimePass(store, acting))
  return store.database.transact(acting, 'figures.read', (tx) =>
    figuresWithin(tx, store, { ...asked, upToNow }),
  )
}

/** A small team’s figures are a few people’s: they are for who may see those cases, and not for a panel. */
function teamFault({ may }: Acting, { team }: FiguresAsked): Refused | undefined {
  if (team === undefined || !may.has('figures.read') || may.has('cases.read')) return undefined
  return refused('not allowed', `this needs permission to ${permissions['cases.read']}`, 'compare teams')
}

/**
 * The same within a transaction of somebody else’s, of whole months. `upToNow` says whether all that fell due has been
 * carried into the tallies (`letTimePass`).
 */
export async function figuresWithin(
  tx: Transaction,
  store: Store,
  asked: FiguresAsked & { readonly upToNow: boolean },
): Promise<Measured | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const { editions } = terms
  const wanted = promisesOf(editions).find(({ promise }) => promise.id === asked.promise)?.promise
  if (asked.promise !== undefined && wanted === undefined)
    return refused('not found', `there is no promise ${asked.promise}`, 'see the list of promises')
  const measured = await measuredIn(tx, store, editions, { ...asked, wanted })
  if (wanted === undefined) return measured
  return { ...measured, promises: measured.promises.filter(({ promise }) => promise.id === wanted.id) }
}

/** After a long stop many cases wait for time: what a page does of it is bounded, the rest is the job’s. */
const mostBatches = 5

/** Carries into the tallies what fell due by now, and says whether that was all of it. */
export async function letTimePass(store: Store, { landlord }: Acting): Promise<boolean> {
  for (let batch = 0; batch < mostBatches; batch++) {
    const passed = await passTime(store, systemActing(landlord), { limit: 200 })
    if (isRefused(passed)) throw new Error(`time cannot pass: ${passed.refusal}`)
    if (!passed.more) return true
  }
  return false
}

interface Wanted extends FiguresAsked {
  readonly wanted: PackPromise | undefined
  readonly upToNow: boolean
}

async function measuredIn(
  tx: Transaction,
  store: Store,
  editions: readonly Edition[],
  { from, to, by, wanted, upToNow, team, withoutLengths }: Wanted,
): Promise<Measured> {
  const zone = editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('terms have at least one edition')
  const [known] = await tx.run(firstFact, [tx.acting.landlord])
  const first = known?.first_at ?? undefined
  const asOf = upToNow ? store.now() : Math.max(known?.passed_until ?? 0, first ?? 0)
  const span = { zone, from: earliestDay, to: zone.dayOf(asOf), asOf }
  // A figure over the verdicts of others needs them all.
  const alone = wanted === undefined || countsPromises(wanted) ? undefined : wanted.id
  const months = [from === undefined ? 0 : monthOf(from), to === undefined ? 100_000 : monthOf(to)] as const
  const all = promisesOf(editions)
  const promises = alone === undefined ? all.map(idOf) : [alone]
  const withLengths = alone === undefined && withoutLengths === true ? all.filter(isMean).map(idOf) : promises
  const parts = await partsUpTo(tx, months, { promises, team, withLengths })
  const landlord = first === undefined ? undefined : await landlordIn(tx, { first, asOf, team })
  const terms = { editions, rereading: store.vocabulary.rereading, span }
  return figuresOf(talliedFrom(terms, parts, { landlord }), { from, to, by, asOf }, [])
}

/** Sums are kept by month. */
function notWhole(from: Day | undefined, to: Day | undefined): Refused | undefined {
  if (from !== undefined && from !== firstDayOf(monthOf(from)))
    return refused('not valid', 'from is not the first day of a month', 'figures are kept by month', '/from')
  if (to !== undefined && to !== lastDayOf(monthOf(to)))
    return refused('not valid', 'to is not the last day of a month', 'figures are kept by month', '/to')
  if (from !== undefined && to !== undefined && from > to)
    return refused('not valid', 'from is after to', 'swap them', '/from')
  return undefined
}

/**
 * Sums of all months up to one: what stands at its end began in any of them. How long things took is many sums, and of
 * no interest in the months before the first that is asked for.
 */
async function partsUpTo(
  tx: Transaction,
  [first, last]: readonly [first: number, last: number],
  { promises, team, withLengths }: PartsWanted,
): Promise<readonly TallyPart[]> {
  const { landlord } = tx.acting
  if (team !== undefined) {
    const rows = await tx.run(talliesOfTeam, [landlord, last, team, promises])
    return rows.map(({ promise: id, month, what, amount }) => [
      id,
      month,
      what === timed ? 'length:0' : what,
      amount,
    ])
  }
  const sums = await tx.run(talliesUpTo, [landlord, last, promises])
  const lengths =
    withLengths.length === 0 ? [] : await tx.run(lengthsBetween, [landlord, last, first, withLengths])
  return [
    ...sums.map(({ promise: id, month, what, amount }): TallyPart => [id, month, what, amount]),
    ...lengths.flatMap(({ promise: id, month, amounts }) =>
      [...addedUp(amounts)].map(([length, amount]): TallyPart => [id, month, `length:${length}`, amount]),
    ),
  ]
}

/** “3 12,5 40,3 2”: each length with how often, in several places where months are not yet folded. */
function addedUp(amounts: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const each of amounts.split(',')) {
    const gap = each.indexOf(' ')
    const length = each.slice(0, gap)
    sums.set(length, (sums.get(length) ?? 0) + Number(each.slice(gap + 1)))
  }
  for (const [length, amount] of sums) if (amount === 0) sums.delete(length)
  return sums
}

interface PartsWanted {
  /** Named one by one, since only so PostgreSQL finds them in the index. */
  readonly promises: readonly string[]
  readonly team: string | undefined
  /** Those whose lengths are read. */
  readonly withLengths: readonly string[]
}

function idOf({ promise: { id } }: PromiseOfEdition): string {
  return id
}

/** Whether a promise’s figure is how long it took on average. */
function isMean({ promise: { target } }: PromiseOfEdition): boolean {
  return target?.of === 'mean days'
}

/** Of a team there is only when the first fact was: duties, publications and returns are everybody’s. */
async function landlordIn(
  tx: Transaction,
  {
    first,
    asOf,
    team,
  }: { readonly first: Instant; readonly asOf: Instant; readonly team: string | undefined },
): Promise<Landlord | undefined> {
  return team === undefined ? recordsOf(tx, first, asOf) : undefined
}

/** What concerns the landlord as a whole, as known at an instant, and when its first fact happened. */
export async function recordsOf(tx: Transaction, firstAt: Instant, asOf: Instant): Promise<Landlord> {
  const rows = await tx.run(eventsOfRecords, [tx.acting.landlord])
  const told = Map.groupBy(rows.map(eventOf), (event) => event.case)
  const records = [...told.values()]
    .flatMap((events): readonly CaseEvent[] => effectiveEvents(events, asOf).events)
    .filter(({ type }) => landlordRecords.has(type))
    .sort((a, b) => a.at - b.at || a.line - b.line)
  return { firstAt, records }
}

/** When the landlord's first fact happened, and up to when time has passed for it. */
export const firstFact = statement<{ readonly passed_until: Instant; readonly first_at: Instant | null }>(
  'first-fact',
  `select l.passed_until, (select min(c.first_at) from cases c where c.landlord = $1) as first_at
     from landlords l where l.landlord = $1`,
)

/** What is not a length, of all months up to one: it has an index of its own. */
const talliesUpTo = statement<Tally>(
  'tallies-up-to',
  `select promise, month, what, sum(amount) as amount from tallies
    where landlord = $1 and team_id = '' and month <= $2 and what not like 'length:%' and promise = any($3::text[])
    group by promise, month, what having sum(amount) <> 0`,
)

/** The lengths of the months shown: thousands, so they come as one text a month rather than a row each, and are added up here. */
const lengthsBetween = statement<{
  readonly promise: string
  readonly month: number
  readonly amounts: string
}>(
  'lengths-between',
  `select promise, month, string_agg(substr(what, 8) || ' ' || amount, ',') as amounts from tallies
    where landlord = $1 and team_id = '' and promise = any($4::text[]) and month between $3 and $2 and what like 'length:%'
    group by promise, month`,
)

const talliesOfTeam = statement<Tally>(
  'tallies-of-team',
  `select promise, month, what, sum(amount) as amount from tallies
    where landlord = $1 and team_id = $3 and month <= $2 and promise = any($4::text[])
    group by promise, month, what having sum(amount) <> 0`,
)

interface Tally {
  readonly promise: string
  readonly month: number
  readonly what: string
  readonly amount: number
}

const eventsOfRecords = statement<EventRow>(
  'events-of-records',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data
     from events
    where landlord = $1 and case_id in (
      select case_id from events where landlord = $1 and type in
        ('evidence-recorded', 'duty-begun', 'duty-ended', 'publication-made', 'publication-withdrawn', 'return-recorded'))
    order by case_id, sequence`,
)
