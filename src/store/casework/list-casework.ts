import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import type { Acting } from '#core/people/acting.ts'
import { type ToTell, toTellIn } from '#core/promises/to-tell.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { type ClockRow, clocksOfCases } from '../ledger/clock-row.ts'
import { eventOf } from '../ledger/event-row.ts'
import { asItStands, caseOf, type CaseShown } from '../ledger/read-case.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'

/** Cases of one kind: those that are open, the most overdue first; or those that are closed, the latest first. */
export interface CaseworkAsked {
  readonly kind: string
  readonly which: 'open' | 'closed'
  /** Of closed cases, those in which something happened since. */
  readonly since?: Instant
  /** How many were shown on the pages before. */
  readonly from?: number
  /** How many, 200 at the most. */
  readonly limit?: number
}

/** A case with its clocks and with what happened in it as it counts now, in order. */
export interface CaseworkRow {
  readonly case: CaseShown
  readonly clocks: readonly ClockRow[]
  readonly events: readonly CaseEvent[]
  /** What of it the customer is to be told, if it will be late. */
  readonly toTell: readonly ToTell[]
}

/** Pages go no further than this; who looks for more narrows the list or searches. */
const furthest = 2_000

/** Lists cases of a kind with what a line about each says. A contractor is shown its own jobs alone. */
export function listCasework(
  store: Store,
  acting: Acting,
  { kind, which, since, from = 0, limit = 50 }: CaseworkAsked,
): Promise<readonly CaseworkRow[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const contractor = acting.contractorId ?? null
    const page = [Math.max(0, Math.min(from, furthest)), Math.max(1, Math.min(limit, 200))]
    const first = instantText(since) ?? '-infinity'
    const rows =
      which === 'open'
        ? await tx.run(openCasework, [acting.landlord, kind, contractor, ...page])
        : await tx.run(closedCasework, [acting.landlord, kind, contractor, ...page, first])
    return withAll(tx, store, rows)
  })
}

/** The same of one case, where whoever acts may see it. */
export function readCasework(store: Store, acting: Acting, caseId: string): Promise<CaseworkRow | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const found = await caseOf(tx, caseId)
    if (isRefused(found)) return found
    const rows = await withAll(tx, store, [found])
    if (isRefused(rows)) return rows
    const [row] = rows
    if (row === undefined) throw new Error('a case that was found is not there')
    return row
  })
}

async function withAll(
  tx: Transaction,
  store: Store,
  cases: readonly CaseShown[],
): Promise<readonly CaseworkRow[] | Refused> {
  if (cases.length === 0) return []
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const ids = cases.map(({ case_id }) => case_id)
  const now = store.now()
  const clocks = Map.groupBy(await tx.run(clocksOfCases, [tx.acting.landlord, ids]), ({ case_id }) => case_id)
  const told = Map.groupBy(await tx.run(eventsOfCases, [tx.acting.landlord, ids]), ({ case_id }) => case_id)
  return cases.map((each) => {
    const { events } = effectiveEvents((told.get(each.case_id) ?? []).map(eventOf), now)
    const timeline = ownTimeline(each.case_id, events)
    return {
      case: each,
      clocks: (clocks.get(each.case_id) ?? []).map((clock) => asItStands(clock, now)),
      events,
      toTell: toTellIn(terms.editions, timeline, store.vocabulary.rereading, now),
    }
  })
}

// The columns by name, since a join has two of some.
const columns = `c.case_id, c.kind, c.version, c.first_at, c.last_at, c.opened_at, c.is_open, c.merged_into, c.customer_id,
  c.home_id, c.team_id, c.holder_id, c.contractor_id, c.terms, c.computed_at, c.changes_at`

const openCasework = statement<CaseShown>(
  'open-casework',
  `select ${columns} from cases c
     left join lateral (select min(k.keeps_until) as due from clocks k
       where k.landlord = c.landlord and k.case_id = c.case_id and k.ended_at is null) as clock on true
    where c.landlord = $1 and c.kind = $2 and c.is_open and c.merged_into is null
      and ($3::text is null or c.contractor_id = $3)
    order by clock.due nulls last, c.last_at desc, c.case_id offset $4 limit $5`,
)

const closedCasework = statement<CaseShown>(
  'closed-casework',
  `select ${columns} from cases c
    where c.landlord = $1 and c.kind = $2 and not c.is_open and c.merged_into is null
      and ($3::text is null or c.contractor_id = $3) and c.last_at >= $6::timestamptz
    order by c.last_at desc, c.case_id desc offset $4 limit $5`,
)
