import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { todayIn } from './today.ts'

/**
 * Writes invitations that were answered anew, all of them together, and removes codes that are past their day. PostgreSQL keeps with
 * every row by which transaction it was written: until then, that of an answer could be told by it.
 */
export function mixAnswered(store: Store, acting: Acting): Promise<{ readonly mixed: number } | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    await tx.run(dropOldTokens, [acting.landlord, dayText(today.day)])
    const rows = await tx.run(mixAll, [acting.landlord])
    return { mixed: rows.length }
  })
}

// Those of the same month go with them, so that one answer a day is not alone.
const mixAll = statement<{ readonly one: number }>(
  'mix-survey-invitations',
  `update survey_invitations i set mixed = true
    where landlord = $1 and state = 'answered'
      and (survey_id, answered_in) in (select survey_id, answered_in from survey_invitations u where u.landlord = $1 and not u.mixed)
    returning 1 as one`,
)

const dropOldTokens = statement(
  'drop-old-survey-tokens',
  'delete from survey_tokens where landlord = $1 and good_until < $2::date',
)
