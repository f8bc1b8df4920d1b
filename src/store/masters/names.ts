import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'

/** Whose names are to be shown, and on which page: it goes into the log of who read what. */
export interface NamesAsked {
  readonly ids: readonly string[]
  readonly why: string
}

/** Who works for the landlord, as pages name them. */
export interface StaffShown {
  readonly staffId: string
  readonly name: string
  readonly jobTitle: string | null
  readonly email: string | null
  readonly directDial: string | null
  readonly teamId: string | null
  readonly officeId: string | null
  readonly contractorId: string | null
  readonly active: boolean
}

/** A team, an office or a contractor, as pages name it. */
export interface PlaceNamed {
  readonly id: string
  readonly name: string
  /** Of an office, by which hours of the pack it is open; of a contractor, its trade. */
  readonly detail: string | null
  readonly telephone: string | null
  readonly email: string | null
  /** It is there no more, and only old cases name it. */
  readonly ended: boolean
}

/** More than a page ever shows at once. */
const mostNames = 500
/** More than any landlord employs, in a list to choose from. */
const mostListed = 5_000

/**
 * What these customers are called, by id: one line in the log of who read what. Empty for who may not read customers, and
 * without those who were erased or are not there.
 */
export async function namesOfCustomers(
  store: Store,
  acting: Acting,
  { ids, why }: NamesAsked,
): Promise<ReadonlyMap<string, string>> {
  if (!acting.may.has('customers.read') || acting.contractorId !== undefined || ids.length === 0)
    return new Map()
  const found = await store.database.transact(acting, 'customers.read', async (tx) => {
    const rows = await tx.run(customersNamed, [acting.landlord, distinct(ids)])
    const customerIds = rows.map(({ id }) => id)
    if (customerIds.length > 0) await logAccess(tx, { what: 'names', customerIds, why })
    return rows
  })
  return byId(found)
}

/** Where these homes are, by id, on one line each; for who may read homes. A contractor is told the homes of its own jobs. */
export async function namesOfHomes(
  store: Store,
  acting: Acting,
  { ids }: Pick<NamesAsked, 'ids'>,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { landlord, contractorId } = acting
  if (contractorId === undefined && !acting.may.has('masters.read')) return new Map()
  return byId(
    await store.database.transact(acting, 'cases.read', (tx) =>
      tx.run(homesNamed, [landlord, distinct(ids), contractorId ?? null]),
    ),
  )
}

/** Everybody who works here or did, by name; a contractor is shown its own people alone. */
export async function staffOf(store: Store, acting: Acting): Promise<readonly StaffShown[]> {
  const { landlord, contractorId } = acting
  return listed(
    await store.database.transact(acting, 'cases.read', (tx) =>
      tx.run(allStaff, [landlord, contractorId ?? null, mostListed]),
    ),
  )
}

/** The teams, by name. */
export function teamsOf(store: Store, acting: Acting): Promise<readonly PlaceNamed[]> {
  return placesOf(store, acting, allTeams)
}

/** The offices, by name. */
export function officesOf(store: Store, acting: Acting): Promise<readonly PlaceNamed[]> {
  return placesOf(store, acting, allOffices)
}

/** The contractors, by name; a contractor is shown itself alone. */
export async function contractorsOf(store: Store, acting: Acting): Promise<readonly PlaceNamed[]> {
  const all = await placesOf(store, acting, allContractors)
  return acting.contractorId === undefined ? all : all.filter(({ id }) => id === acting.contractorId)
}

async function placesOf(
  store: Store,
  acting: Acting,
  all: Statement<PlaceNamed>,
): Promise<readonly PlaceNamed[]> {
  return listed(
    await store.database.transact(acting, 'cases.read', (tx) =>
      tx.run(all, [acting.landlord, mostListed, instantText(store.now())]),
    ),
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

function byId(found: readonly Named[] | Refused): ReadonlyMap<string, string> {
  return new Map(listed(found).map(({ id, name }) => [id, name]))
}

/** Who may not see any of it sees an empty list: names stand beside something else, which says what is refused. */
function listed<Row>(found: readonly Row[] | Refused): readonly Row[] {
  return isRefused(found) ? [] : found
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].slice(0, mostNames)
}

const customersNamed = statement<Named>(
  'names-of-customers',
  'select customer_id as id, name from customer_names where landlord = $1 and customer_id = any ($2::text[])',
)

const homesNamed = statement<Named>(
  'names-of-homes',
  `select home_id as id, concat_ws(', ', replace(address, E'\\n', ', '), postcode) as name
     from homes h
    where landlord = $1 and home_id = any ($2::text[])
      and ($3::text is null or exists (
            select from cases c
             where c.landlord = h.landlord and c.home_id = h.home_id and c.contractor_id = $3))`,
)

const allStaff = statement<StaffShown>(
  'names-of-staff',
  `select staff_id as "staffId", name, job_title as "jobTitle", email, direct_dial as "directDial", team_id as "teamId",
          office_id as "officeId", contractor_id as "contractorId", active
     from staff where landlord = $1 and ($2::text is null or contractor_id = $2) order by name, staff_id limit $3`,
)

const allTeams = allPlaces('teams', 'team_id', 'null::text')
const allOffices = allPlaces('offices', 'office_id', 'hours')
const allContractors = allPlaces('contractors', 'contractor_id', 'trade')

function allPlaces(table: string, id: string, detail: string): Statement<PlaceNamed> {
  return statement(
    `names-of-${table}`,
    `select ${id} as id, name, ${detail} as detail, telephone, email,
            coalesce(ended_on <= ($3::timestamptz at time zone 'Europe/London')::date, false) as ended
       from ${table} where landlord = $1 order by name, ${id} limit $2`,
  )
}
