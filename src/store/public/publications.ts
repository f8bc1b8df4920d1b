import type { CaseEvent } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { type PlaceStanding, placesOf } from '#core/publishing/standing.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import type { Act } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import { firstFact, recordsOf } from '../ledger/figures.ts'
import type { Store } from '../store.ts'
import { siteIn } from './site.ts'

/** A promise that something is shown, and how it stands in each of its places. */
export interface PublishedPromise {
  readonly promise: PackPromise & { readonly measure: 'published' }
  readonly places: readonly PlaceStanding[]
  /** In every place, and current. */
  readonly isKept: boolean
}

/** Every promise of the edition in force that something is shown, in the pack’s order. */
export function listPublishedPromises(
  store: Store,
  acting: Acting,
): Promise<readonly PublishedPromise[] | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const site = await siteIn(tx, store)
    if (isRefused(site)) return site
    const records = await recordsNow(tx, store)
    return site.edition.pack.promises.flatMap((promise) => {
      if (promise.measure !== 'published') return []
      const places = placesOf(promise.clauses, records, site.edition, store.now())
      return [{ promise, places, isKept: places.every(({ isShown }) => isShown) }]
    })
  })
}

/** Something shown to customers in a place of its own: an office’s wall, the newsletter, what goes out by post. */
export interface ShownElsewhere {
  readonly what: string
  readonly where: string
  readonly edition?: string
  readonly datedOn?: Day
  /** When it was put up or sent out; now, where it is not said. */
  readonly at?: Instant
}

/** Records that something was put up, printed or sent out. */
export function recordShown(
  store: Store,
  acting: Acting,
  { what, where, edition, datedOn, at }: ShownElsewhere,
): Promise<{ readonly what: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const data = {
      what,
      where,
      ...(edition !== undefined && { edition }),
      ...(datedOn !== undefined && { datedOn: formatDay(datedOn) }),
    }
    const recorded = await recordPublication(tx, store, { type: 'publication-made', data, ...timeOf(at) })
    return isRefused(recorded) ? recorded : { what }
  })
}

/** Records that something was taken down. */
export function recordTakenDown(
  store: Store,
  acting: Acting,
  { what, where, at }: Pick<ShownElsewhere, 'what' | 'where' | 'at'>,
): Promise<{ readonly what: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const act = { type: 'publication-withdrawn', data: { what, where }, ...timeOf(at) }
    const recorded = await recordPublication(tx, store, act)
    return isRefused(recorded) ? recorded : { what }
  })
}

/** Records a publication within a transaction of somebody else’s. */
export async function recordPublication(
  tx: Transaction,
  store: Store,
  act: Act,
): Promise<Refused | undefined> {
  const recorded = await recordStep(tx, store, { open: { kind: 'publication', act } })
  return isRefused(recorded) ? recorded : undefined
}

function timeOf(at: Instant | undefined): Pick<Act, 'at'> {
  return at === undefined ? {} : { at: new Date(at).toISOString() }
}

async function recordsNow(tx: Transaction, store: Store): Promise<readonly CaseEvent[]> {
  const [known] = await tx.run(firstFact, [tx.acting.landlord])
  if (known === undefined || known.first_at === null) return []
  return (await recordsOf(tx, known.first_at, store.now())).records
}
