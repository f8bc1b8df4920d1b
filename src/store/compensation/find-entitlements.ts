import { createHash } from 'node:crypto'
import { effectiveEvents } from '#core/ledger/effective.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Entitlement, missesThatEntitle } from '#core/promises/entitlements.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { recordStep } from '../ledger/append.ts'
import { readTold } from '../ledger/recompute.ts'
import type { ToldByCase } from '../ledger/working.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'

/** What a look for entitlements came to. */
export interface EntitlementsFound {
  /** The compensation cases that were opened. */
  readonly found: readonly string[]
  /** Whether more cases are waiting to be looked at. */
  readonly more: boolean
}

/**
 * Opens a case of compensation for every promise that was broken in a case so that its customer is entitled: once for a
 * promise and a case, however often this is done. It looks only at cases that were remembered when they were worked out,
 * and takes only what was missed since it first looked: history that is brought in does not ask for money.
 */
export async function findEntitlements(
  store: Store,
  acting: Acting,
  { limit = 100 }: { readonly limit?: number } = {},
): Promise<EntitlementsFound | Refused> {
  return store.database.transact(acting, 'compensation.write', async (tx) => {
    const now = store.now()
    const since = await foundSince(tx, now)
    const rows = await tx.run(casesToLookAt, [acting.landlord, instantText(now), limit])
    if (rows.length === 0) return { found: [], more: false }
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const ids = rows.map(({ caseId }) => caseId)
    const told = await readTold(tx, ids)
    const before = new Set((await tx.run(foundBefore, [acting.landlord, ids])).map(nameOf))
    const found: string[] = []
    for (const row of rows) {
      const misses = missesThatEntitle(
        terms.editions,
        timelineOf(row.caseId, told, now),
        store.vocabulary.rereading,
        now,
      ).filter(({ at }) => at >= since)
      for (const miss of misses.filter(({ findFrom }) => findFrom <= now)) {
        if (before.has(nameOf(miss))) continue
        before.add(nameOf(miss))
        const opened = await openCompensation(tx, store, row, miss)
        if (isRefused(opened)) return opened
        found.push(opened)
      }
      await lookAgain(tx, row.caseId, misses, now)
    }
    return { found, more: rows.length === limit }
  })
}

/** From when misses entitle: since the landlord's first look, which this is where there was none. */
async function foundSince(tx: Transaction, now: Instant): Promise<Instant> {
  const [row] = await tx.run(entitlementsFrom, [tx.acting.landlord, instantText(now)])
  if (row === undefined) throw new Error(`there is no landlord ${tx.acting.landlord}`)
  return row.from
}

function timelineOf(caseId: string, told: ToldByCase, now: Instant) {
  return mergedTimeline(
    caseId,
    new Map([...told].map(([id, events]) => [id, effectiveEvents(events, now).events])),
  )
}

async function openCompensation(
  tx: Transaction,
  store: Store,
  row: CaseToLookAt,
  miss: Entitlement,
): Promise<string | Refused> {
  const caseId = referenceFor(miss)
  const data = {
    promise: miss.promise,
    case: miss.case,
    by: 'system',
    ...(row.customerId !== null && { customer: row.customerId }),
    ...(row.homeId !== null && { home: row.homeId }),
  }
  const opened = await recordStep(tx, store, {
    open: { kind: 'compensation', caseId, act: { type: 'entitlement-found', data } },
  })
  if (isRefused(opened)) return opened.because === 'already there' ? caseId : opened
  if (row.teamId === null) return caseId
  const given = { in: caseId, act: { type: 'case-assigned', data: { team: row.teamId, by: 'system' } } }
  const assigned = await recordStep(tx, store, given)
  return isRefused(assigned) ? assigned : caseId
}

/** The same for the same promise and case, so that no two can ever be opened; short enough for the telephone. */
function referenceFor({ promise, case: of }: Entitlement): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bytes = createHash('sha256')
    .update(JSON.stringify([promise, of]))
    .digest()
  const text = [...bytes.subarray(0, 12)].map((byte) => letters[byte & 31]).join('')
  return `C-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** What is found only later keeps its case remembered until then. */
async function lookAgain(
  tx: Transaction,
  caseId: string,
  misses: readonly Entitlement[],
  now: Instant,
): Promise<void> {
  const later = misses.map(({ findFrom }) => findFrom).filter((at) => at > now)
  const { landlord } = tx.acting
  if (later.length === 0) await tx.run(forgetCase, [landlord, caseId])
  else await tx.run(lookAgainAt, [landlord, caseId, instantText(Math.min(...later))])
}

function nameOf({ promise, case: of }: { readonly promise: string; readonly case: string }): string {
  return JSON.stringify([promise, of])
}

interface CaseToLookAt {
  readonly caseId: string
  readonly customerId: string | null
  readonly homeId: string | null
  readonly teamId: string | null
}

const entitlementsFrom = statement<{ readonly from: Instant }>(
  'entitlements-from',
  `update landlords set entitlements_from = coalesce(entitlements_from, $2)
    where landlord = $1 returning entitlements_from as from`,
)

// The row of a case that somebody else is looking at is left to them; it is never found twice.
const casesToLookAt = statement<CaseToLookAt>(
  'cases-to-look-at-for-entitlements',
  `select l.case_id as "caseId", c.customer_id as "customerId", c.home_id as "homeId", c.team_id as "teamId"
     from entitlement_looks l join cases c on c.landlord = l.landlord and c.case_id = l.case_id
    where l.landlord = $1 and l.look_at <= $2
    order by l.look_at, l.case_id limit $3 for update of l skip locked`,
)

const foundBefore = statement<{ readonly promise: string; readonly case: string }>(
  'entitlements-found-before',
  `select data ->> 'promise' as promise, data ->> 'case' as "case" from events
    where landlord = $1 and type = 'entitlement-found' and data ->> 'case' = any($2::text[])`,
)

const forgetCase = statement(
  'forget-case-looked-at',
  'delete from entitlement_looks where landlord = $1 and case_id = $2',
)

const lookAgainAt = statement(
  'look-at-case-again',
  'update entitlement_looks set look_at = $3 where landlord = $1 and case_id = $2',
)
