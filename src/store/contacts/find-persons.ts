import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { find } from '../search/find.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { type PersonAtHand, personsAtHand } from './persons.ts'

/**
 * Who it may be that got in touch: by a name in any spelling, a telephone number, the postcode or address of their home, the
 * reference of a case of theirs or their own. The nearest first.
 */
export async function findPersons(
  store: Store,
  acting: Acting,
  { text, limit = 8, why }: { readonly text: string; readonly limit?: number; readonly why: string },
): Promise<readonly PersonAtHand[] | Refused> {
  const kinds = acting.may.has('masters.read')
    ? (['customer', 'home', 'case'] as const)
    : (['customer', 'case'] as const)
  const found = await findForgiving(text, (each) =>
    find(store, acting, { text: each, kinds, limit: 30, why }),
  )
  if (isRefused(found)) return found
  const idsOf = (kind: string) => found.filter((each) => each.kind === kind).map(({ id }) => id)
  return store.database.transact(acting, 'customers.read', async (tx) => {
    const wanted = [acting.landlord, idsOf('customer'), idsOf('home'), idsOf('case'), Math.min(limit, 30)]
    const ids = (await tx.run(whoseTheyAre, wanted)).map(({ id }) => id)
    const persons = await personsAtHand(tx, ids, store.now())
    const customerIds = persons.map(({ customerId }) => customerId)
    if (customerIds.length > 0) await logAccess(tx, { what: 'search', customerIds, why })
    return persons
  })
}

type Found = Awaited<ReturnType<typeof find>>

/** Where nobody has the whole name, each of its words is tried, the longest first: both may be misspelt. */
async function findForgiving(text: string, look: (text: string) => Promise<Found>): Promise<Found> {
  const whole = await look(text)
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4,}$/u.test(word))
  if (isRefused(whole) || whole.length > 0 || words.length < 2) return whole
  for (const word of words.toSorted((a, b) => b.length - a.length).slice(0, mostWordsTried)) {
    const found = await look(word)
    if (isRefused(found) || found.length > 0) return found
  }
  return whole
}

const mostWordsTried = 3

const whoseTheyAre = statement<{ readonly id: string }>(
  'persons-of-what-was-found',
  `select id from (
     select id, place from unnest($2::text[]) with ordinality as named (id, place)
     union all
     select tc.customer_id, 100 + at.place
       from unnest($3::text[]) with ordinality as at (home_id, place)
       join tenancies t on t.landlord = $1 and t.home_id = at.home_id and t.ended_on is null
       join tenancy_customers tc on tc.landlord = $1 and tc.tenancy_id = t.tenancy_id
     union all
     select c.customer_id, 200 + named.place
       from unnest($4::text[]) with ordinality as named (case_id, place)
       join cases c on c.landlord = $1 and c.case_id = named.case_id
      where c.customer_id is not null) as each_way
    group by id order by min(place), id limit $5`,
)
