import { isRefused, type Refused } from '#core/refused.ts'
import type { Fault } from '#http/layout/fault.ts'
import { faultOf } from '#http/layout/fault.ts'
import type { Fields } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { type CaseFilter, filterFrom } from '#store/lists/case-filter.ts'
import { type CasePage, listByFilter, type PageFrom } from '#store/lists/case-list.ts'
import { namesOfCustomers, namesOfHomes, staffOf, teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { listViews } from '#store/views/views.ts'
import { wordsOfPromises } from '../today/words.ts'
import { filterFields, pageFrom } from './address.ts'
import { CasesPage, type CasesShown } from './case-page.tsx'

/** A list of cases as a query asks for it, with what is wrong with what was sent from it. */
export interface ListAsked {
  readonly query: Fields
  readonly faults?: readonly Fault[]
  readonly ticked?: ReadonlySet<string>
  readonly notice?: string | undefined
}

/** Reads and draws a list. A filter that cannot be read shows all there is, and what is wrong. */
export async function casesAnswer(
  asked: PageAsked<Visitor>,
  { query, faults = [], ticked = new Set(), notice }: ListAsked,
): Promise<PageAnswer | Refused> {
  const { store, visitor, formToken } = asked
  const typed = filterFields(query)
  const read = filterFrom(typed, store.vocabulary)
  const filter = isRefused(read) ? {} : read
  const all = [...faults, ...(isRefused(read) ? [faultOf(read)] : [])]
  const from = pageFrom(query)
  const page = await listByFilter(store, visitor.acting, { filter, from })
  if (isRefused(page)) return page
  const shown = await shownOf(asked, { page, filter, from, typed, faults: all, ticked, token: formToken })
  if (isRefused(shown)) return shown
  return {
    title: 'Cases',
    content: <CasesPage shown={shown} />,
    faults: all,
    wide: true,
    ...(notice !== undefined && { notice }),
    ...(all.length > 0 && { status: 422 }),
  }
}

interface Found {
  readonly page: CasePage
  readonly filter: CaseFilter
  readonly from: PageFrom | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
  readonly ticked: ReadonlySet<string>
  readonly token: string
}

async function shownOf(
  { store, visitor: { acting } }: PageAsked<Visitor>,
  { page, filter, from, typed, faults, ticked, token }: Found,
): Promise<CasesShown | Refused> {
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return promises
  const customerIds = page.rows.flatMap(({ case: row }) => row.customer_id ?? [])
  const ids = [...customerIds, ...(filter.customer === undefined ? [] : [filter.customer])]
  const customers = await namesOfCustomers(store, acting, { ids, why: 'a list of cases' })
  const staff = await staffOf(store, acting)
  const teams = acting.contractorId === undefined ? await teamsOf(store, acting) : []
  const views = await listViews(store, acting)
  const mayAssign = acting.may.has('cases.assign')
  return {
    page,
    filter,
    from,
    choices: { typed, kinds: kindsOf(store.vocabulary), promises: clocksOf(promises), teams, staff, faults },
    around: {
      now: page.asOf,
      says: wordsOfPromises(promises),
      customers,
      staff: new Map(staff.map(({ staffId, name }) => [staffId, name])),
      teams: new Map(teams.map(({ id, name }) => [id, name])),
      ticked: mayAssign ? ticked : undefined,
    },
    views: isRefused(views) ? [] : views,
    of: await whose({ store, acting }, filter, customers),
    me: acting.staffId,
    token,
    csv: acting.may.has('figures.read'),
    leadsOn: acting.contractorId === undefined,
  }
}

async function whose(
  { store, acting }: { readonly store: PageAsked<Visitor>['store']; readonly acting: Visitor['acting'] },
  { customer, home }: CaseFilter,
  customers: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  if (customer !== undefined) return customers.get(customer) ?? `customer ${customer}`
  if (home === undefined) return undefined
  const homes = await namesOfHomes(store, acting, { ids: [home] })
  return homes.get(home) ?? `home ${home}`
}

function kindsOf({ kinds }: PageAsked<Visitor>['store']['vocabulary']): readonly string[] {
  return [...kinds.values()]
    .filter(({ notACase }) => notACase !== true)
    .map(({ kind }) => kind)
    .toSorted()
}

function clocksOf(promises: Exclude<Awaited<ReturnType<typeof readPromises>>, Refused>) {
  return promises
    .filter(({ promise }) => promise.measure === 'clock')
    .map(({ promise }) => ({ id: promise.id, says: promise.promise }))
}
