import type { Acting } from '#core/people/acting.ts'
import { formatDay } from '#core/time/day.ts'
import { isRefused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form, Radios, TextArea } from '#http/layout/form.tsx'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { openCase } from '#store/ledger/append.ts'
import { namesOfCustomers, namesOfHomes } from '#store/masters/names.ts'
import { newId } from '#store/new-id.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { listMasters } from '#store/masters/reading.ts'
import type { Store } from '#store/store.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { find } from '#store/search/find.ts'
import { todayOf } from '../times.ts'
import { isPriority, priorities } from './repair-facts.ts'

/** Reporting a repair for a home: which home, how soon, what is wrong. */
export const reportPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/repairs/report',
    who: 'cases.write',
    handle: async (asked) => {
      const { query } = asked
      const typed = { ...blank, home: textIn(query, 'home'), customer: textIn(query, 'customer') }
      return typed.home === '' && typed.customer === ''
        ? whichHome(asked, textIn(query, 'q'))
        : reportForm(asked, typed)
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/repairs/report',
    who: 'cases.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const typed = {
        home: textIn(fields, 'home'),
        customer: textIn(fields, 'customer'),
        priority: textIn(fields, 'priority'),
        words: longTextIn(fields, 'words'),
        faults: [] as readonly Fault[],
      }
      const faults = faultsOf(typed)
      if (faults.length > 0) return reportForm(asked, { ...typed, faults })
      const { home, customer, priority, words } = typed
      const about = { ...(home !== '' && { home }), ...(customer !== '' && { customer }) }
      const opened = await openCase(store, visitor.acting, {
        kind: 'repair',
        act: {
          type: 'repair-reported',
          id: newId(),
          data: { priority, ...about },
          words: [{ kind: 'note', text: words }],
        },
      })
      if (isRefused(opened)) return reportForm(asked, { ...typed, faults: [faultOf(opened)] })
      return { goTo: local`/repairs/${opened.caseId}?done=reported` }
    },
  }),
]

/** Who lives in a home, by its tenancies that have not ended; nobody for who may not know. */
async function tenantsOf(store: Store, acting: Acting, home: string): Promise<readonly string[]> {
  if (home === '') return []
  const rows = await listMasters(store, acting, tenancies, { by: ['home', home], why: 'reporting a repair' })
  if (isRefused(rows)) return []
  const today = formatDay(todayOf(store.now()))
  const current = rows.filter(({ values: { endedOn } }) => endedOn === null || endedOn > today)
  return [...new Set(current.flatMap(({ values }) => values.customers))].slice(0, 10)
}

interface Typed {
  readonly home: string
  readonly customer: string
  readonly priority: string
  readonly words: string
  readonly faults: readonly Fault[]
}

const blank: Typed = { home: '', customer: '', priority: '', words: '', faults: [] }

function faultsOf({ priority, words }: Typed): readonly Fault[] {
  return [
    ...(isPriority(priority) ? [] : [{ field: 'priority', says: 'Choose how soon it must be done.' }]),
    ...(words === ''
      ? [{ field: 'words', says: 'Write down what needs repair, and where in the home.' }]
      : []),
  ]
}

async function whichHome({ store, visitor: { acting } }: PageAsked<Visitor>, text: string) {
  if (acting.contractorId !== undefined)
    return refused('not allowed', 'repairs are reported to the landlord', 'ask the landlord to report it')
  const found = text === '' ? [] : await find(store, acting, { text, limit: 20 })
  if (isRefused(found)) return found
  const homes = found.filter(({ kind }) => kind === 'home')
  const customers = found.filter(({ kind }) => kind === 'customer')
  const [addresses, names] = await Promise.all([
    namesOfHomes(store, acting, { ids: homes.map(({ id }) => id) }),
    namesOfCustomers(store, acting, { ids: customers.map(({ id }) => id), why: 'reporting a repair' }),
  ])
  const links = [
    ...homes.map(({ id }) => ({ href: local`/repairs/report?home=${id}`, text: addresses.get(id) ?? id })),
    ...customers.map(({ id }) => ({
      href: local`/repairs/report?customer=${id}`,
      text: names.get(id) ?? id,
    })),
  ]
  return {
    title: 'Report a repair',
    back: { href: local`/repairs`, text: 'Repairs' },
    content: (
      <>
        <h1 class="govuk-heading-l">Report a repair</h1>
        <form action={local`/repairs/report`} method="get" novalidate>
          <Field
            name="q"
            label="Which home?"
            hint="Part of its address, its postcode, or the tenant’s name."
            value={text}
            type="search"
          />
          <Button look="second">Find it</Button>
        </form>
        {text !== '' && links.length === 0 && (
          <p class="govuk-body">Nothing was found. Try fewer words, or the postcode alone.</p>
        )}
        {links.length > 0 && (
          <ul class="govuk-list govuk-list--spaced">
            {links.map(({ href, text: words }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }
}

async function reportForm({ store, visitor: { acting }, formToken }: PageAsked<Visitor>, typed: Typed) {
  const { home, customer } = typed
  const tenants = await tenantsOf(store, acting, home)
  const ids = customer === '' ? tenants : [customer, ...tenants]
  const [homes, names] = await Promise.all([
    namesOfHomes(store, acting, { ids: home === '' ? [] : [home] }),
    namesOfCustomers(store, acting, { ids, why: 'reporting a repair' }),
  ])
  const whose = tenants.map((id) => ({ value: id, label: names.get(id) ?? id }))
  const about = [names.get(customer) ?? customer, homes.get(home) ?? home]
    .filter((each) => each !== '')
    .join(', ')
  return {
    title: 'Report a repair',
    back: { href: local`/repairs/report`, text: 'Choose another home' },
    content: <ReportForm typed={typed} about={about} whose={whose} token={formToken} />,
    faults: typed.faults,
    ...(typed.faults.length > 0 && { status: 422 }),
  }
}

function ReportForm({
  typed,
  about,
  whose,
  token,
}: {
  readonly typed: Typed
  readonly about: string
  /** Who lives there, where it is known. */
  readonly whose: readonly { readonly value: string; readonly label: string }[]
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Report a repair</h1>
      <p class="govuk-body">{`For ${about}.`}</p>
      <Form action={local`/repairs/report`} token={token}>
        <input type="hidden" name="home" value={typed.home} />
        {whose.length === 0 ? (
          <input type="hidden" name="customer" value={typed.customer} />
        ) : (
          <Radios
            name="customer"
            label="For whom?"
            choices={[...whose, { value: '', label: 'Somebody else, or a shared part of the building' }]}
            chosen={typed.customer === '' && typed.faults.length === 0 ? whose[0]?.value : typed.customer}
          />
        )}
        <Radios
          name="priority"
          label="How soon must it be done?"
          choices={priorities}
          chosen={typed.priority}
          faults={typed.faults}
        />
        <TextArea
          name="words"
          label="What needs repair, and where in the home?"
          value={typed.words}
          faults={typed.faults}
        />
        <Button>Report it</Button>
      </Form>
    </>
  )
}
