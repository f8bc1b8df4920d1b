import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** A reading of what customers said or who they are. */
export interface Reading {
  /** `words`, `attachment`, `customer`, `search` … */
  readonly what: string
  /** Whose they were. */
  readonly customerIds: readonly string[]
  readonly caseId?: string | undefined
  /** What was shown, by id. */
  readonly wordsIds?: readonly string[]
  /** By which page or route, or for what reason. */
  readonly why?: string | undefined
}

/** Writes down a reading, in the transaction that reads: nobody can have the one without the other. */
export async function logAccess(tx: Transaction, reading: Reading): Promise<void> {
  const { what, customerIds, caseId, wordsIds = [], why } = reading
  const { landlord, by } = tx.acting
  const reason = why?.slice(0, 500)
  await tx.run(insertAccess, [
    landlord,
    newId(),
    by,
    what,
    reason,
    caseId,
    wordsIds,
    [...new Set(customerIds)],
  ])
}

/** A line of the log of one customer. */
export interface Access {
  readonly accessId: string
  readonly readAt: Instant
  /** As the ledger names them: `staff:x1`, `key:k1`, `system`. */
  readonly readBy: string
  readonly what: string
  readonly why: string | null
  readonly caseId: string | null
  readonly wordsIds: readonly string[]
}

export interface AccessAsked {
  /** The last line of the page before. */
  readonly after?: AccessCursor
  /** How many, 200 at the most. */
  readonly limit?: number
}

export interface AccessCursor {
  readonly readAt: Instant
  readonly accessId: string
}

/** Who read the words of a customer, the latest first, page by page. */
export function accessTo(
  store: Store,
  acting: Acting,
  customerId: string,
  { after, limit = 50 }: AccessAsked = {},
): Promise<readonly Access[] | Refused> {
  return store.database.transact(acting, 'access-log.read', (tx) =>
    tx.run(accessToCustomer, [
      acting.landlord,
      customerId,
      instantText(after?.readAt) ?? 'infinity',
      after?.accessId ?? '',
      Math.min(limit, 200),
    ]),
  )
}

const insertAccess = statement(
  'insert-access',
  `with logged as (
     insert into access_log (landlord, access_id, read_at, read_by, what, why, case_id, words)
     values ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7) returning access_id, read_at)
   insert into access_log_customers (landlord, customer_id, read_at, access_id)
   select $1, customer_id, read_at, access_id from logged, unnest($8::text[]) as of (customer_id)`,
)

const accessToCustomer = statement<Access>(
  'access-to-customer',
  `select a.access_id as "accessId", a.read_at as "readAt", a.read_by as "readBy", a.what, a.why,
          a.case_id as "caseId", a.words as "wordsIds"
     from access_log_customers c
     join access_log a on a.landlord = c.landlord and a.access_id = c.access_id
    where c.landlord = $1 and c.customer_id = $2 and (c.read_at, c.access_id) < ($3::timestamptz, $4::text)
    order by c.read_at desc, c.access_id desc limit $5`,
)
