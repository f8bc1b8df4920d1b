import type { CaseEvent } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissions } from '#core/people/permission.ts'
import { type PromiseOfEdition, promisesOf } from '#core/promises/edition.ts'
import type { TallyPart } from '#core/promises/case-measuring.ts'
import { meterOf } from '#core/promises/meters/meters-of.ts'
import { termsOf } from '#core/promises/meters/ratio-meter.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { returnNameOf } from '#core/promises/return-name.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { monthOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import { firstFact, recordsOf } from '../ledger/figures.ts'
import { uncheckedReturns } from '../returns/unchecked.ts'
import { recordsAboutOneself } from '../observations/records-about.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import type { Terms } from '../terms/terms-book.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'

/** Which facts to list: those of these whole months that a promise’s figure could count. */
export interface FactsBehindAsked {
  readonly promise: string
  readonly from: Day
  readonly to: Day
  /** The last of the page before. */
  readonly after?: FactsCursor
}

export interface FactsCursor {
  readonly at: Instant
  readonly caseId: string
}

/** An event in a case, and what that case added to the figure in these months. */
export interface FactBehind {
  readonly at: Instant
  readonly caseId: string
  readonly type: string
  readonly added: readonly TallyPart[]
}

/** A page of facts; `next` where there may be more. */
export interface FactsBehind {
  readonly facts: readonly FactBehind[]
  readonly next: FactsCursor | undefined
}

const factsOnAPage = 50

/**
 * The events that a figure counts, in order of time, each with what its case added: for who sees both figures and cases. An
 * event whose case added nothing was not counted, and is left out, so a page may be shorter than others.
 */
export function factsBehind(
  store: Store,
  acting: Acting,
  asked: FactsBehindAsked,
): Promise<FactsBehind | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    if (!acting.may.has('cases.read'))
      return refused(
        'not allowed',
        `this needs permission to ${permissions['cases.read']}`,
        'ask for the figure',
      )
    const found = await promiseIn(tx, store, asked.promise)
    if (isRefused(found)) return found
    const { terms, of } = found
    const zone = of.edition.calendar.zone
    const { wakes } = meterOf(of.promise, of.edition, terms.editions, store.vocabulary.rereading)
    const rows = await tx.run(eventsOfTypes, [
      acting.landlord,
      wakes,
      instantText(asked.after?.at ?? zone.startOf(asked.from)),
      asked.after?.caseId ?? '',
      instantText(zone.startOf(asked.to + 1)),
      factsOnAPage,
      asked.promise,
      monthOf(asked.from),
      monthOf(asked.to),
    ])
    const own = await recordsAboutOneself(
      tx,
      rows.map(({ case_id: id }) => id),
    )
    const facts = rows.map(({ at, case_id, type, added }) => ({
      at,
      caseId: case_id,
      type,
      added: added ?? [],
    }))
    const last = facts.length < factsOnAPage ? undefined : facts.at(-1)
    return { facts: facts.filter(({ added, caseId }) => added.length > 0 && !own.has(caseId)), next: last }
  })
}

/** What concerns the landlord as a whole, and of a figure of another system whether nobody here has checked it. */
export interface RecordBehind extends CaseEvent {
  readonly isUnchecked: boolean
}

/** What concerns the landlord as a whole: evidence, publications and returns that a figure is made of. Nobody is named in them. */
export function recordsBehind(
  store: Store,
  acting: Acting,
  { promise, from, to }: FactsBehindAsked,
): Promise<readonly RecordBehind[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const found = await promiseIn(tx, store, promise)
    if (isRefused(found)) return found
    const [first] = await tx.run(firstFact, [acting.landlord])
    if (first === undefined || first.first_at === null) return []
    const { records } = await recordsOf(tx, first.first_at, store.now())
    const zone = found.of.edition.calendar.zone
    const [begins, ends] = [zone.startOf(from), zone.startOf(to + 1)]
    // What was put up earlier may still have been shown then.
    const isOld = found.of.promise.measure === 'published'
    const known = records.filter((record) => isOf(found.of.promise, record) && record.at < ends)
    const standing = isOld ? known : standingAt(begins, found.of.promise, known)
    const own = known.filter((record) => record.at >= begins || standing.includes(record)).slice(-mostRecords)
    const isUnchecked = found.of.promise.measure === 'ratio' ? await uncheckedReturns(tx) : () => false
    return own.map((record) => ({ ...record, isUnchecked: isUnchecked(record) }))
  })
}

const mostRecords = 500

/** The last figures from before, where a ratio takes the latest until there is another. */
function standingAt(
  begins: Instant,
  { measure, clauses }: PackPromise,
  records: readonly CaseEvent[],
): readonly CaseEvent[] {
  if (measure !== 'ratio') return []
  return termsOf(clauses)
    .filter(({ latest, last }) => latest === true || last !== undefined)
    .flatMap(
      (term) => records.findLast(({ at, data }) => at < begins && data['name'] === returnNameOf(term)) ?? [],
    )
}

function isOf({ measure, clauses }: PackPromise, { type, data }: CaseEvent): boolean {
  if (measure === 'recurring') return clauses.duty !== undefined && data['duty'] === clauses.duty
  if (measure === 'published') return type.startsWith('publication-') && data['what'] === clauses.what
  if (measure !== 'ratio' || type !== 'return-recorded') return false
  return termsOf(clauses).some((term) => returnNameOf(term) === data['name'])
}

/** Why acts were done otherwise than a rule says, each reason with how often; corrected acts among them as they were told. */
export function reasonsBehind(
  store: Store,
  acting: Acting,
  { promise, from, to }: FactsBehindAsked,
): Promise<ReadonlyMap<string, number> | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const found = await promiseIn(tx, store, promise)
    if (isRefused(found)) return found
    const zone = found.of.edition.calendar.zone
    const rows = await tx.run(overridesByReason, [
      acting.landlord,
      promise,
      instantText(zone.startOf(from)),
      instantText(zone.startOf(to + 1)),
    ])
    return new Map(rows.map(({ reason, count }) => [reason, count]))
  })
}

async function promiseIn(
  tx: Transaction,
  store: Store,
  id: string,
): Promise<{ readonly terms: Terms; readonly of: PromiseOfEdition } | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const of = promisesOf(terms.editions).find(({ promise }) => promise.id === id)
  return of === undefined
    ? refused('not found', `there is no promise ${id}`, 'see the list of promises')
    : { terms, of }
}

interface FactRow {
  readonly at: Instant
  readonly case_id: string
  readonly type: string
  readonly added: readonly TallyPart[] | null
}

// What a customer judged in a survey is in the sums alone, as all answers are.
const eventsOfTypes = statement<FactRow>(
  'events-of-types',
  `select found.at, found.case_id, found.type,
          (select json_agg(part) from cases c, json_array_elements(c.tallied) as part
            where c.landlord = $1 and c.case_id = found.case_id and part ->> 0 = $7
              and (part ->> 1)::integer between $8 and $9) as added
     from (select distinct on (at, case_id) e.at, e.case_id, t.type
             from unnest($2::text[]) as t (type)
            cross join lateral (
              select occurred_at as at, case_id from events
               where landlord = $1 and type = t.type and (occurred_at, case_id) > ($3::timestamptz, $4::text)
                 and occurred_at < $5::timestamptz
                 and (type <> 'observation-recorded' or data ->> 'instrument' is distinct from 'survey')
               order by occurred_at, case_id limit $6) as e
            order by at, case_id limit $6) as found
    order by found.at, found.case_id`,
)

const overridesByReason = statement<{ readonly reason: string; readonly count: number }>(
  'overrides-by-reason',
  `select data -> 'overrides' ->> $2 as reason, count(*) as count from events
    where landlord = $1 and data -> 'overrides' is not null and data -> 'overrides' ->> $2 is not null
      and occurred_at >= $3::timestamptz and occurred_at < $4::timestamptz
    group by 1 order by 2 desc, 1 limit 50`,
)
