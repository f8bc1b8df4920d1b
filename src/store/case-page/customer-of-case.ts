import type { Day } from '#core/time/day.ts'
import { restrictedAlert, restrictionsOf } from '../casework/restrictions.ts'
import type { Transaction } from '../database.ts'
import type { CaseShown } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import { dayText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'

/** Whom a case is about, as its page shows them. */
export interface CustomerOfCase {
  readonly customerId: string
  /** Null where they were erased, or are not there. */
  readonly name: string | null
  /** What staff must know before they visit or ring. */
  readonly alerts: readonly string[]
  readonly needs: readonly Need[]
}

export interface Need {
  readonly need: string
  readonly language: string | null
}

/** The customer of a case, for who may read customers; the reading is written down. */
export async function customerOfCase(
  tx: Transaction,
  { customer_id: customerId, case_id: caseId }: CaseShown,
  { today, why }: { readonly today: Day; readonly why: string },
): Promise<CustomerOfCase | undefined> {
  const { landlord, may, contractorId } = tx.acting
  if (customerId === null || !may.has('customers.read') || contractorId !== undefined) return undefined
  const [row] = await tx.run(customerShown, [landlord, customerId, dayText(today)])
  await logAccess(tx, { what: 'name, alerts and needs', customerIds: [customerId], caseId, why })
  const restricted = (await restrictionsOf(tx, [customerId], today)).length > 0
  const alerts = [...(row?.alerts ?? []), ...(restricted ? [restrictedAlert] : [])]
  return { customerId, name: row?.name ?? null, alerts, needs: row?.needs ?? [] }
}

/** A home as a case shows it. */
export interface HomeOfCase {
  readonly homeId: string
  readonly address: string
}

/**
 * Where the home of a case is, for who may read homes. A contractor may not look homes up, but must find the one of its own
 * job: that is told, and written down as a reading of the customer’s.
 */
export async function homeOfCase(
  tx: Transaction,
  { home_id: homeId, customer_id: customerId, case_id: caseId }: CaseShown,
  why: string,
): Promise<HomeOfCase | undefined> {
  const { landlord, may, contractorId } = tx.acting
  if (homeId === null || (contractorId === undefined && !may.has('masters.read'))) return undefined
  const [row] = await tx.run(homeShown, [landlord, homeId])
  if (row === undefined) return undefined
  if (contractorId !== undefined && customerId !== null)
    await logAccess(tx, { what: 'home', customerIds: [customerId], caseId, why })
  return { homeId, address: row.address }
}

const customerShown = statement<Omit<CustomerOfCase, 'customerId'>>(
  'customer-of-case',
  `select (select name from customer_names where landlord = $1 and customer_id = $2) as name,
          coalesce((select json_agg(alert order by alert_id) from customer_alerts
            where landlord = $1 and customer_id = $2 and (ended_on is null or ended_on > $3::date)), '[]') as alerts,
          coalesce((select json_agg(json_build_object('need', need, 'language', language) order by need_id)
            from communication_needs
            where landlord = $1 and customer_id = $2 and (ended_on is null or ended_on > $3::date)), '[]') as needs`,
)

const homeShown = statement<{ readonly address: string }>(
  'home-of-case',
  `select concat_ws(', ', replace(address, E'\\n', ', '), postcode) as address
     from homes where landlord = $1 and home_id = $2`,
)
