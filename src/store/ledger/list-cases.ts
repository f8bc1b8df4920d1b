import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type CaseShown, caseColumns } from './read-case.ts'

/** Which cases to list; what is not said does not matter. */
export interface CasesAsked {
  readonly kind?: string
  readonly customerId?: string
  readonly homeId?: string
  readonly teamId?: string
  readonly holderId?: string
  readonly isOpen?: boolean
  /** The last case of the page before. */
  readonly after?: CaseCursor
  /** How many, 200 at the most. */
  readonly limit?: number
}

export interface CaseCursor {
  readonly lastAt: Instant
  readonly caseId: string
}

/** Cases, those in which something happened latest first, page by page. */
export function listCases(
  store: Store,
  acting: Acting,
  asked: CasesAsked,
): Promise<readonly CaseShown[] | Refused> {
  const { kind, customerId, homeId, teamId, holderId, isOpen, after, limit = 50 } = asked
  return store.database.transact(acting, 'cases.read', (tx) =>
    tx.run(casesByLatest, [
      acting.landlord,
      kind ?? null,
      customerId ?? null,
      homeId ?? null,
      teamId ?? null,
      holderId ?? null,
      acting.contractorId ?? null,
      isOpen ?? null,
      instantText(after?.lastAt) ?? 'infinity',
      after?.caseId ?? '',
      Math.min(limit, 200),
    ]),
  )
}

const casesByLatest = statement<CaseShown>(
  'cases-by-latest',
  `select ${caseColumns} from cases
    where landlord = $1 and ($2::text is null or kind = $2) and ($3::text is null or customer_id = $3)
      and ($4::text is null or home_id = $4) and ($5::text is null or team_id = $5)
      and ($6::text is null or holder_id = $6) and ($7::text is null or contractor_id = $7)
      and ($8::boolean is null or is_open = $8)
      and (last_at, case_id) < ($9::timestamptz, $10::text)
    order by last_at desc, case_id desc limit $11`,
)
