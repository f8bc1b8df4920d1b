import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { type Day, dayAtStartOf } from '#core/time/day.ts'
import { utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { eventOf } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'

/** That somebody may get in touch in some ways only, after what they did to staff. */
export interface Restriction {
  readonly customerId: string
  readonly caseId: string
  /** The day on which it is looked at again, and after which it warns nobody; undefined where none was said. */
  readonly reviewOn: Day | undefined
}

/** What stands among alerts of a customer whose contact is restricted. */
export const restrictedAlert = 'contact-restricted'

/** The restriction that stands by these events of a case, which count now: none, or the day of its review. */
export function restrictionIn(events: readonly CaseEvent[]): Pick<Restriction, 'reviewOn'> | undefined {
  const last = events.findLast(({ type }) => type === 'restriction-set' || type === 'restriction-ended')
  if (last?.type !== 'restriction-set') return undefined
  const review = last.data['review']
  return { reviewOn: typeof review === 'string' ? dayAtStartOf(review) : undefined }
}

/**
 * The restrictions that stand against these customers and have not lapsed: it is worked out from what was recorded, so that
 * one that was put right, withdrawn or lifted is gone at once.
 */
export async function restrictionsOf(
  tx: Transaction,
  customerIds: readonly string[],
  today: Day,
): Promise<readonly Restriction[]> {
  const { landlord } = tx.acting
  const cases = customerIds.length === 0 ? [] : await tx.run(behaviourCases, [landlord, customerIds])
  if (cases.length === 0) return []
  const ids = cases.map(({ caseId }) => caseId)
  const endOfToday = (today + 1) * utcDay - 1
  const told = Map.groupBy(await tx.run(eventsOfCases, [landlord, ids]), ({ case_id: id }) => id)
  return cases.flatMap((each) => {
    const { events } = effectiveEvents((told.get(each.caseId) ?? []).map(eventOf), endOfToday)
    const stands = restrictionIn(events)
    if (stands === undefined || (stands.reviewOn ?? today) < today) return []
    return [{ ...each, ...stands }]
  })
}

const behaviourCases = statement<Pick<Restriction, 'customerId' | 'caseId'>>(
  'behaviour-of-customers',
  `select customer_id as "customerId", case_id as "caseId" from cases
    where landlord = $1 and customer_id = any($2::text[]) and kind = 'behaviour' and merged_into is null
    order by last_at desc, case_id limit 100`,
)
