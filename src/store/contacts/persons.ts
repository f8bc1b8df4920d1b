import type { Day } from '#core/time/day.ts'
import { utcDay } from '#core/time/instant.ts'
import { restrictedAlert, restrictionsOf } from '../casework/restrictions.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { dayText } from '../types.ts'

/** A customer as somebody with a receiver in their hand needs them: who, where, and what to mind. */
export interface PersonAtHand {
  readonly customerId: string
  readonly name: string
  readonly title: string | null
  readonly knownAs: string | null
  readonly telephone: string | null
  readonly mobile: string | null
  readonly address: string | null
  readonly homeId: string | null
  readonly home: string | null
  readonly preferredChannel: string | null
  /** `large-print`, or with its language: `interpreter ur`. */
  readonly needs: readonly string[]
  readonly alerts: readonly string[]
}

/** These customers, in this order; those who were erased or are not there are left out. */
export async function personsAtHand(
  tx: Transaction,
  ids: readonly string[],
  now: number,
): Promise<readonly PersonAtHand[]> {
  const today = dayNow(now)
  const persons = await tx.run(personsByIds, [tx.acting.landlord, ids, dayText(today)])
  const restrictions = await restrictionsOf(tx, ids, today)
  const restricted = new Set(restrictions.map(({ customerId }) => customerId))
  return persons.map((person) =>
    restricted.has(person.customerId) ? { ...person, alerts: [...person.alerts, restrictedAlert] } : person,
  )
}

/** The date, near enough for what ended: names of days are the landlord’s own elsewhere. */
function dayNow(now: number): Day {
  return Math.floor(now / utcDay)
}

const personsByIds = statement<PersonAtHand>(
  'persons-at-hand',
  `select c.customer_id as "customerId", n.name, n.title, n.known_as as "knownAs", d.telephone, d.mobile,
          nullif(concat_ws(', ', replace(d.address, E'\\n', ', '), d.postcode), '') as address,
          h.home_id as "homeId", h.home, c.preferred_channel as "preferredChannel",
          array(select concat_ws(' ', need, language) from communication_needs x
                 where x.landlord = $1 and x.customer_id = c.customer_id and coalesce(x.ended_on > $3::date, true)
                 order by need, language) as needs,
          array(select alert from customer_alerts x
                 where x.landlord = $1 and x.customer_id = c.customer_id and coalesce(x.ended_on > $3::date, true)
                 order by alert) as alerts
     from unnest($2::text[]) with ordinality as wanted (id, place)
     join customers c on c.landlord = $1 and c.customer_id = wanted.id
     join customer_names n on n.landlord = $1 and n.customer_id = c.customer_id
     left join contact_details d on d.landlord = $1 and d.customer_id = c.customer_id
     left join lateral (
       select o.home_id, concat_ws(', ', replace(o.address, E'\\n', ', '), o.postcode) as home
         from tenancy_customers tc
         join tenancies t on t.landlord = $1 and t.tenancy_id = tc.tenancy_id
         join homes o on o.landlord = $1 and o.home_id = t.home_id
        where tc.landlord = $1 and tc.customer_id = c.customer_id
        order by coalesce(t.ended_on > $3::date, true) desc, t.kind = 'garage', t.started_on desc nulls last, t.tenancy_id
        limit 1) h on true
    order by wanted.place`,
)
