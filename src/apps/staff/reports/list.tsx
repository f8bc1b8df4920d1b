import { partsOf } from '#core/time/day.ts'
import { titleOf } from '#core/reporting/freeze.ts'
import { reportDefinitions } from '#core/reporting/report-kind.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { Visitor } from '#store/people/sessions.ts'
import type { PublishedReport } from '#store/reports/published.ts'
import { periodOfRow, type ReportRow } from '#store/reports/report-row.ts'
import type { ReportSettings } from '#store/reports/settings.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { dayText, staffZone, todayOf } from '../times.ts'
import { kindChoices, stateTags } from './report-words.ts'

interface ListProps {
  readonly asked: PageAsked<Visitor>
  readonly drafts: readonly ReportRow[]
  readonly published: readonly PublishedReport[]
  readonly settings: ReportSettings
  readonly faults: readonly Fault[]
}

/** What is to be written and checked, by when; and everything that was published. */
export function ReportList(props: ListProps): Raw {
  const { asked, drafts, published } = props
  const { may } = asked.visitor.acting
  return (
    <>
      <PerformancePlaces asked={asked} current="/reports" />
      <h1 class="govuk-heading-l">Reports</h1>
      {(may.has('reports.write') || may.has('publish')) && <Drafts drafts={drafts} now={asked.store.now()} />}
      <Published published={published} />
      {may.has('reports.write') && <ByHand {...props} />}
    </>
  )
}

function Drafts({ drafts, now }: { readonly drafts: readonly ReportRow[]; readonly now: number }): Raw {
  if (drafts.length === 0)
    return (
      <p class="govuk-body">
        No report waits to be written or checked. They are drafted when their time is over.
      </p>
    )
  const today = todayOf(now)
  return (
    <Table caption="To be written and checked" headings={['Report', 'Where it stands', 'Due']}>
      {drafts.map((row) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            <a class="govuk-link" href={local`/reports/${row.reportId}`}>
              {titleOf(row.kind, periodOfRow(row))}
            </a>
            {row.version > 1 && (
              <span class="kept-below">{`Version ${row.version}: puts figures right`}</span>
            )}
          </th>
          <td class="govuk-table__cell">{govuk.tag(stateTags[row.state])}</td>
          <td class="govuk-table__cell">
            {row.version > 1 ? 'As soon as it can be' : dayText(row.dueOn)}
            {row.version === 1 && row.dueOn < today && <span class="kept-below">Overdue</span>}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Published({ published }: Pick<ListProps, 'published'>): Raw {
  if (published.length === 0) return <p class="govuk-body">Nothing is published yet.</p>
  return (
    <Table caption="Published" headings={['Report', 'Version', 'Published']}>
      {published.map(({ reportId, report, title, version, publishedAt, restated }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            <a class="govuk-link" href={local`/reports/${reportId}`}>
              {title}
              {version > 1 && <span class="govuk-visually-hidden">{`, version ${version}`}</span>}
            </a>
            {reportDefinitions[report].readers === 'panel' && (
              <span class="kept-below">Not on the public pages</span>
            )}
          </th>
          <td class="govuk-table__cell">
            {String(version)}
            {restated && <> {govuk.tag({ text: 'Restated', classes: 'govuk-tag--orange' })}</>}
          </td>
          <td class="govuk-table__cell">{dayText(staffZone.dayOf(publishedAt))}</td>
        </tr>
      ))}
    </Table>
  )
}

function Table({
  caption,
  headings,
  children,
}: {
  readonly caption: string
  readonly headings: readonly string[]
  readonly children: Child
}): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <TableHead columns={headings} />
      <tbody class="govuk-table__body">{children}</tbody>
    </table>
  )
}

/** Any report of any time; and when the landlord’s year begins. */
function ByHand({ asked, settings, faults }: ListProps): Raw {
  const { fields, formToken } = asked
  const months = lastMonths(asked.store.now())
  return (
    <>
      <h2 class="govuk-heading-m">Draft a report by hand</h2>
      <Form action={local`/reports/draft`} token={formToken}>
        <Select
          name="kind"
          label="Which report?"
          choices={[{ value: '', label: 'Choose one' }, ...kindChoices()]}
          chosen={textIn(fields, 'kind')}
          faults={faults}
        />
        <Select
          name="month"
          label="Which month is it to cover?"
          hint="It covers the whole quarter or year that this month is in."
          choices={months}
          chosen={textIn(fields, 'month') || months[1]?.value}
          faults={faults}
        />
        <Button look="second">Draft it</Button>
      </Form>
      <h2 class="govuk-heading-m">When our year begins</h2>
      <Form action={local`/reports/settings`} token={formToken}>
        <Select
          name="yearBegins"
          label="Our year of reports begins in"
          choices={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
          chosen={String(settings.yearBegins)}
          faults={faults}
        />
        <Button look="second">Save</Button>
      </Form>
    </>
  )
}

const monthsToChooseFrom = 48

function lastMonths(now: number) {
  const { year, month } = partsOf(todayOf(now))
  return Array.from({ length: monthsToChooseFrom }, (_, back) => {
    const count = year * 12 + month - 1 - back
    const [inYear, place] = [Math.floor(count / 12), count % 12]
    return {
      value: `${inYear}-${String(place + 1).padStart(2, '0')}`,
      label: `${monthNames[place]} ${inYear}`,
    }
  })
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ')
