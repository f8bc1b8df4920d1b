import { isRefused, type Refused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { formatDay } from '#core/time/day.ts'
import { type CasePage, listByFilter } from '#store/lists/case-list.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { codeWords } from '../acts/field-words.ts'
import { casesAddress } from '../lists/address.ts'
import { todayOf } from '../times.ts'
import { holds } from './customer-read.ts'
import { readLabel } from './master-form.tsx'
import { CasesOf } from './passed.tsx'
import { dateWords } from './part-rows.tsx'

/** Homes: where they are, who lives there, and what happens about them. */
export const homePages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/homes/:homeId', who: 'masters.read', handle: home }),
]

async function home({
  store,
  visitor: { acting },
  params,
}: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const id = params['homeId'] ?? ''
  const why = 'a home’s page'
  const row = await readMaster(store, acting, homes, { id, why })
  if (isRefused(row)) return row
  const held = await listMasters(store, acting, tenancies, { by: ['home', id], limit: 100, why })
  if (isRefused(held)) return held
  const page = await listByFilter(store, acting, {
    filter: { home: id, state: 'any', sort: 'latest' },
    limit: 20,
  })
  const ids = held.flatMap(({ values }) => values.customers)
  const names = await namesOfCustomers(store, acting, { ids, why })
  return {
    title: `Home ${id}`,
    content: (
      <>
        <span class="govuk-caption-l">Home</span>
        <h1 class="govuk-heading-l">{row.values.address.replaceAll('\n', ', ')}</h1>
        <Facts values={row.values} id={id} />
        <WhoLivesThere held={held} names={names} today={formatDay(todayOf(store.now()))} />
        <Cases page={page} id={id} />
      </>
    ),
  }
}

function Facts({
  values,
  id,
}: {
  readonly values: Readonly<Record<string, unknown>>
  readonly id: string
}): Raw {
  const rows = Object.entries(values).filter(
    ([name, value]) => name !== 'address' && value !== null && name in homes.fields,
  )
  return (
    <dl class="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{readLabel(name)}</dt>
          <dd class="govuk-summary-list__value">
            {name === 'kind' ? codeWords(String(value)) : String(value)}
          </dd>
        </div>
      ))}
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Reference</dt>
        <dd class="govuk-summary-list__value">{id}</dd>
      </div>
    </dl>
  )
}

function WhoLivesThere({
  held,
  names,
  today,
}: {
  readonly held: Exclude<Awaited<ReturnType<typeof listMasters<typeof tenancies>>>, Refused>
  readonly names: ReadonlyMap<string, string>
  readonly today: string
}): Raw {
  const now = held.filter(({ values }) => holds(values.endedOn, today))
  return (
    <>
      <h2 class="govuk-heading-m">Who lives there</h2>
      {now.length === 0 && <p class="govuk-body">Nobody, so far as we know.</p>}
      <ul class="govuk-list">
        {now.flatMap(({ values }) =>
          values.customers.map((customer) => (
            <li>
              <a class="govuk-link" href={local`/customers/${customer}`}>
                {names.get(customer) ?? customer}
              </a>
              {`, ${codeWords(values.kind).toLowerCase()}`}
              {values.startedOn !== null && `, since ${dateWords(values.startedOn)}`}
            </li>
          )),
        )}
      </ul>
    </>
  )
}

function Cases({ page, id }: { readonly page: CasePage | Refused; readonly id: string }): Raw {
  if (isRefused(page)) return <></>
  const cases = page.rows.map((row) => row.case)
  return (
    <CasesOf
      file={{ cases, asOf: page.asOf }}
      all={casesAddress({ home: id, state: 'any', sort: 'latest' })}
    />
  )
}
