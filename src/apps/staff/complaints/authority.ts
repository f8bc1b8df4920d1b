import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Instant } from '#core/time/instant.ts'
import { formatDay } from '#core/time/day.ts'
import { representatives } from '#store/masters/kinds/representatives.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { listMasters } from '#store/masters/reading.ts'
import type { Store } from '#store/store.ts'
import { todayOf } from '../times.ts'

/** Somebody who may speak for the customer about a complaint, today. */
export interface Authority {
  readonly representative: string
  readonly name: string
  readonly kind: string
  readonly scope: string
  readonly seenOn: string
}

/** Whose authority to speak for the customer about a complaint is on record and holds today. */
export async function authorityFor(
  store: Store,
  acting: Acting,
  { customerId, why }: { readonly customerId: string; readonly why: string },
): Promise<readonly Authority[] | Refused> {
  const rows = await listMasters(store, acting, representatives, {
    by: ['customer', customerId],
    why,
    limit: 50,
  })
  if (isRefused(rows)) return rows
  const now = store.now()
  const holding = rows.map(({ values }) => values).filter((values) => holds(values, now))
  const ids = holding.map(({ representative }) => representative)
  const names = await namesOfCustomers(store, acting, { ids, why })
  return holding.map(({ representative, kind, scope, seenOn }) => ({
    representative,
    name: names.get(representative) ?? representative,
    kind,
    scope,
    seenOn,
  }))
}

interface Holding {
  readonly scope: string
  readonly validFrom: string | null
  readonly validUntil: string | null
}

function holds({ scope, validFrom, validUntil }: Holding, now: Instant): boolean {
  const today = formatDay(todayOf(now))
  return (
    reaching.has(scope) &&
    (validFrom === null || validFrom <= today) &&
    (validUntil === null || validUntil >= today)
  )
}

/** How far authority must reach for a complaint to be talked about. */
const reaching: ReadonlySet<string> = new Set(['everything', 'complaint', 'one-matter'])
