import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** Which notice is meant. */
export interface NoticeNamed {
  readonly caseId: string
  readonly promise: string
  readonly n: number
  readonly occasion: string
}

/** Puts one’s own notice aside: it was seen, and stands on no list of what is new any more. */
export async function putAside(
  store: Store,
  acting: Acting,
  { caseId, promise, n, occasion }: NoticeNamed,
): Promise<{ readonly seen: true } | Refused> {
  const { landlord, staffId } = acting
  if (staffId === undefined)
    return refused('not allowed', 'notices are for members of staff', 'sign in as one')
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const at = instantText(store.now())
    const seen = await tx.run(markSeen, [landlord, staffId, caseId, promise, n, occasion, at])
    return seen.length > 0
      ? { seen: true }
      : refused('not found', 'there is no such notice of yours', 'load the page again')
  })
}

const markSeen = statement(
  'mark-notice-seen',
  `update notices set seen_at = coalesce(seen_at, $7)
    where landlord = $1 and staff_id = $2 and case_id = $3 and promise = $4 and n = $5 and occasion = $6
    returning 1`,
)
