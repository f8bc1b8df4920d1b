import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { anchor, type Url } from '#http/html/url.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import type { CaseFilter } from '#store/lists/case-filter.ts'
import { type CasePage, type PageFrom, sortOf } from '#store/lists/case-list.ts'
import type { View } from '#store/views/views.ts'
import { casesAddress } from './address.ts'
import { type AroundCases, CaseRows } from './case-rows.tsx'
import { CaseworkLinks } from './casework-links.tsx'
import { type FilterChoices, FilterForm } from './filter-form.tsx'
import { KeepView, ViewLinks } from './views.tsx'

/** A list of cases: kept views, filters, the rows, and what can be done with several at once. */
export interface CasesShown {
  readonly page: CasePage
  readonly filter: CaseFilter
  readonly from: PageFrom | undefined
  readonly choices: FilterChoices
  readonly around: AroundCases
  readonly views: readonly View[]
  /** Whose cases they are, where they are one customer’s or one home’s. */
  readonly of: string | undefined
  readonly me: string
  readonly token: string
  readonly csv: boolean
  /** Whether to lead on to the lists of one kind each; a contractor has its own jobs alone. */
  readonly leadsOn: boolean
}

/** The page of it. */
export function CasesPage({ shown }: { readonly shown: CasesShown }): Raw {
  const { choices, filter, views, of, me, token, leadsOn } = shown
  return (
    <>
      <h1 class="govuk-heading-l">Cases</h1>
      {leadsOn && <CaseworkLinks />}
      {of !== undefined && (
        <p class="govuk-inset-text">
          {`Only cases of ${of}. `}
          <a class="govuk-link" href={casesAddress(withoutOf(filter))}>
            Show those of everybody
          </a>
        </p>
      )}
      <ViewLinks views={views} filter={filter} me={me} token={token} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds" id="found">
          <Found shown={shown} />
        </div>
        <div class="govuk-grid-column-one-third">
          <h2 class="govuk-heading-m" id="filters" tabindex={-1}>
            Filters
          </h2>
          <FilterForm choices={choices} />
          <KeepView filter={filter} token={token} />
        </div>
      </div>
    </>
  )
}

function Found({ shown }: { readonly shown: CasesShown }): Raw {
  const { page, filter, around, choices, token, csv } = shown
  const rows = <CaseRows rows={page.rows} around={around} />
  return (
    <>
      <h2 class="govuk-heading-m" data-found="">
        {countWords(shown)}
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={anchor('filters')}>
          Change the filters
        </a>
      </p>
      {page.rows.length === 0 && <p class="govuk-body">Take a filter away to see more.</p>}
      {page.rows.length > 0 && around.ticked === undefined && rows}
      {page.rows.length > 0 && around.ticked !== undefined && (
        <Form action={local`/cases/assign`} token={token}>
          <input
            type="hidden"
            name="list"
            value={casesAddress(filter, shown.from).replace(/^[^?]*\??/, '')}
          />
          {rows}
          <Select
            name="receiver"
            label="Give the ticked cases to"
            choices={[{ value: '', label: 'Choose a team or a person' }, ...receivers(choices)]}
            chosen=""
            faults={choices.faults}
          />
          <Button>Give them</Button>
        </Form>
      )}
      <Pages shown={shown} />
      {sortOf(filter) === 'due' && (
        <p class="govuk-body">
          Open cases in which no promise runs are not in this order.{' '}
          <a class="govuk-link" href={casesAddress({ ...filter, sort: 'latest' })}>
            See all, the latest first
          </a>
        </p>
      )}
      {csv && page.rows.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={casesAddress(filter, undefined, local`/cases.csv`)}>
            Download this list as a CSV file
          </a>{' '}
          (without names)
        </p>
      )}
    </>
  )
}

function countWords({ page: { rows, before, after } }: CasesShown): string {
  const count = rows.length === 1 ? '1 case' : `${rows.length === 0 ? 'No' : rows.length} cases`
  if (before === undefined && after === undefined) return count
  return after === undefined ? `The last ${count}` : `${count} of more`
}

function Pages({ shown: { page, filter } }: { readonly shown: CasesShown }): Raw {
  const { before, after } = page
  if (before === undefined && after === undefined) return <></>
  return (
    <nav class="govuk-body" aria-label="Pages">
      {before !== undefined && (
        <>
          <PageLink href={casesAddress(filter)} text="First page" />{' '}
          <PageLink href={casesAddress(filter, { before })} text="Page before" />{' '}
        </>
      )}
      {after !== undefined && (
        <>
          <PageLink href={casesAddress(filter, { after })} text="Next page" />{' '}
          <PageLink href={casesAddress(filter, 'last')} text="Last page" />
        </>
      )}
    </nav>
  )
}

function PageLink({ href, text }: { readonly href: Url; readonly text: string }): Raw {
  return (
    <a class="govuk-link govuk-!-margin-right-3" href={href}>
      {text}
    </a>
  )
}

function receivers({ teams, staff }: FilterChoices) {
  return [
    ...teams
      .filter(({ ended }) => !ended)
      .map(({ id, name }) => ({ value: `team_${id}`, label: `Team: ${name}` })),
    ...staff
      .filter(({ active, contractorId }) => active && contractorId === null)
      .map(({ staffId, name }) => ({ value: `staff_${staffId}`, label: name })),
  ]
}

function withoutOf({ customer: _, home: __, ...filter }: CaseFilter): CaseFilter {
  return filter
}
