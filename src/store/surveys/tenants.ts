/** Those with a tenancy, `h`, on a day ($3), whose id follows another ($2). */
export const tenantsFrom = `from tenancy_customers h
  join tenancies t on t.landlord = h.landlord and t.tenancy_id = h.tenancy_id
 where h.landlord = $1 and h.customer_id > $2 and coalesce(t.started_on <= $3::date, true)
   and coalesce(t.ended_on >= $3::date, true)`

/** What an invitation is drawn by: the same person is drawn anew in each round. */
export function roundSource(round: number, customerId: string): string {
  return `round ${round} ${customerId}`
}
