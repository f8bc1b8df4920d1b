import { namesIn, tellingIn } from '#core/observations/telling.ts'
import { redactedText } from '../access-requests/redacted.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/**
 * Texts with what can tell an observer who somebody is blacked out: the names, addresses and numbers of whoever the case is about
 * and those who live with or speak for them, every customer and every member of staff whose whole name stands in the text, and
 * whatever looks like an address for e-mail, a telephone number or a postcode. A program finds no nickname: the page says so.
 */
export async function withoutPeople(
  tx: Transaction,
  caseId: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const { landlord } = tx.acting
  const of = await tx.run(detailsOfCase, [landlord, caseId])
  const others = await tx.run(peopleNamed, [landlord, texts.join('\n').toLowerCase()])
  const known = of.flatMap(({ name, ...details }) => [
    ...namesIn(name ?? ''),
    ...Object.values(details).flatMap((each) => partsOf(each ?? '')),
  ])
  const names = others.flatMap(({ name }) => namesIn(name))
  return texts.map((text) => redactedText(text, tellingIn(text, [...known, ...names])))
}

/** The lines of an address and what stands between its commas; a number alone tells nothing and stands everywhere. */
function partsOf(address: string): readonly string[] {
  return address.split(/[\n,]/).filter((part) => /\p{L}{2}/u.test(part))
}

interface Details {
  readonly name: string | null
  readonly known_as: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly home: string | null
  readonly home_postcode: string | null
}

const detailsOfCase = statement<Details>(
  'people-of-observed-case',
  `with of as (select customer_id, home_id from cases where landlord = $1 and case_id = $2),
        held as (select tc.tenancy_id from tenancy_customers tc join of on of.customer_id = tc.customer_id where tc.landlord = $1),
        people as (
          select customer_id from of where customer_id is not null
          union select tc.customer_id from tenancy_customers tc join held on held.tenancy_id = tc.tenancy_id where tc.landlord = $1
          union select r.representative_id from representatives r join of on of.customer_id = r.customer_id where r.landlord = $1),
        homes_of as (
          select home_id from of where home_id is not null
          union select t.home_id from tenancies t join held on held.tenancy_id = t.tenancy_id where t.landlord = $1)
   select n.name, n.known_as, d.address, d.postcode, null::text as home, null::text as home_postcode
     from people p
     join customer_names n on n.landlord = $1 and n.customer_id = p.customer_id
     left join contact_details d on d.landlord = $1 and d.customer_id = p.customer_id
   union all
   select null, null, null, null, h.address, h.postcode
     from homes_of o join homes h on h.landlord = $1 and h.home_id = o.home_id
   limit 100`,
)

const peopleNamed = statement<{ readonly name: string }>(
  'people-named-in-text',
  `select name from customer_names where landlord = $1 and length(name) > 3 and position(lower(name) in $2) > 0
   union select name from staff where landlord = $1 and length(name) > 3 and position(lower(name) in $2) > 0
   limit 500`,
)
