import { entitlingPromises } from '#core/promises/entitlements.ts'
import type { TallyPart } from '#core/promises/case-measuring.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Terms } from '../terms/terms-book.ts'
import { instantText } from '../types.ts'

/** A case that was worked out, with what it adds to the sums of every promise. */
export interface CaseWorkedOut {
  readonly caseId: string
  readonly tallied: readonly TallyPart[]
}

/**
 * Remembers the cases in which a promise that entitles was not kept, in the transaction that worked them out, so that
 * nobody has to go through all cases to find them. Costs nothing for a landlord whose pack says nothing of it.
 */
export async function lookForEntitlements(
  tx: Transaction,
  cases: readonly CaseWorkedOut[],
  { terms, asOf }: { readonly terms: Terms; readonly asOf: Instant },
): Promise<void> {
  const entitling = entitlingIn(terms)
  if (entitling.size === 0) return
  const ids = cases.filter(({ tallied }) => isBroken(tallied, entitling)).map(({ caseId }) => caseId)
  if (ids.length > 0) await tx.run(rememberCases, [tx.acting.landlord, ids, instantText(asOf)])
}

/** Whether one of the promises was counted more often than it was kept. */
function isBroken(tallied: readonly TallyPart[], entitling: ReadonlySet<string>): boolean {
  const missed = new Map<string, number>()
  for (const [promise, , what, amount] of tallied) {
    if (!entitling.has(promise) || (what !== 'counted' && what !== 'kept')) continue
    missed.set(promise, (missed.get(promise) ?? 0) + (what === 'counted' ? amount : -amount))
  }
  return [...missed.values()].some((amount) => amount > 0)
}

const known = new WeakMap<Terms, ReadonlySet<string>>()

function entitlingIn(terms: Terms): ReadonlySet<string> {
  const found = known.get(terms)
  if (found !== undefined) return found
  const made = entitlingPromises(terms.editions)
  known.set(terms, made)
  return made
}

const rememberCases = statement(
  'remember-cases-to-look-at',
  `insert into entitlement_looks (landlord, case_id, look_at)
   select $1, id, $3 from unnest($2::text[]) as of (id) order by id
   on conflict (landlord, case_id) do update set look_at = least(entitlement_looks.look_at, excluded.look_at)`,
)
