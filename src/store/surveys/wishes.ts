import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { optOutIn } from './opt-out.ts'
import { todayIn } from './today.ts'

/** Whether somebody may be asked in surveys. */
export interface SurveyWish {
  readonly isAsked: boolean
  /** Since when not. */
  readonly since: Day | null
}

/** Whether a customer asked not to be asked in surveys. */
export function readSurveyWish(
  store: Store,
  acting: Acting,
  customerId: string,
): Promise<SurveyWish | Refused> {
  return store.database.transact(acting, 'customers.read', (tx) => wishIn(tx, customerId))
}

/** Keeps, as they told us, that a customer is or is not to be asked in surveys. */
export function setSurveyWish(
  store: Store,
  acting: Acting,
  { customerId, isAsked }: { readonly customerId: string; readonly isAsked: boolean },
): Promise<SurveyWish | Refused> {
  return store.database.transact(acting, 'customers.write', async (tx) => {
    const wish = await wishIn(tx, customerId)
    if (isRefused(wish) || wish.isAsked === isAsked) return wish
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    if (isAsked) await tx.run(deleteOptOut, [acting.landlord, customerId])
    else await optOutIn(tx, customerId, today.day)
    return wishIn(tx, customerId)
  })
}

async function wishIn(tx: Transaction, customerId: string): Promise<SurveyWish | Refused> {
  const [row] = await tx.run(wishOf, [tx.acting.landlord, customerId])
  if (row === undefined) return refused('not found', 'there is no such customer', 'look for them by name')
  return { isAsked: row.since === null, since: row.since }
}

const wishOf = statement<{ readonly since: Day | null }>(
  'survey-wish',
  `select o.since from customers c
     left join survey_opt_outs o on o.landlord = c.landlord and o.customer_id = c.customer_id
    where c.landlord = $1 and c.customer_id = $2`,
)

const deleteOptOut = statement(
  'delete-survey-opt-out',
  'delete from survey_opt_outs where landlord = $1 and customer_id = $2',
)
