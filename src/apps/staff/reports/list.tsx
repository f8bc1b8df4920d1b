import { reportDefinitions } from '#core/reporting/report-kind.ts'
import type { ComingReport } from '#core/reporting/schedule.ts'
import { monthCode, monthOf } from '#core/time/period.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { PublishedReport } from '#store/reports/published.ts'
import { mayWork, type OpenReport } from '#store/reports/read-reports.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { monthName } from '../promises/months.ts'
import { dayText, staffZone, todayOf } from '../times.ts'
import { Coming } from './coming.tsx'
import { kindChoices } from './report-words.ts'
import { Waiting } from './waiting.tsx'

interface ListProps {
  readonly asked: PageAsked<Visitor>
  readonly drafts: readonly OpenReport[]
  readonly coming: readonly ComingReport[]
  readonly published: readonly PublishedReport[]
  readonly faults: readonly Fault[]
}

/** What waits to be written and checked, what comes next, and everything that was published. */
export function ReportList(props: ListProps): Raw {
  const { asked, published } = props
  const { may } = asked.visitor.acting
  return (
    <>
      <PerformancePlaces asked={asked} current="/reports" />
      <h1 class="govuk-heading-l">Reports</h1>
      {mayWork(asked.visitor.acting) && (
        <>
          <Waiting {...props} />
          <Coming {...props} />
        </>
      )}
      <Published published={published} />
      {may.has('reports.write') && <ByHand {...props} />}
    </>
  )
}

function Published({ published }: Pick<ListProps, 'published'>): Raw {
  if (published.length === 0) return <p class="govuk-body">Nothing is published yet.</p>
  return (
    <section aria-labelledby="published-title">
      <h2 class="govuk-heading-m" id="published-title">
        Published
      </h2>
      <ul class="govuk-list">
        {published.map(({ reportId, report, title, version, publishedAt, restated }) => (
          <li>
            <a class="govuk-link" href={local`/reports/${reportId}`}>
              {version === 1 ? title : `${title}, version ${version}`}
            </a>
            {restated && <> {govuk.tag({ text: 'Restated', classes: 'govuk-tag--orange' })}</>}
            <span class="kept-below">
              {dayText(staffZone.dayOf(publishedAt))}
              {reportDefinitions[report].readers === 'panel' && ', not on the public pages'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Any report of any time. */
function ByHand({ asked, faults }: ListProps): Raw {
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
          hint="It covers the whole quarter or year that this month is in. One that is not over yet can be written on, and sent once it is."
          choices={months}
          chosen={textIn(fields, 'month') || months[1]?.value}
          faults={faults}
        />
        <Button look="second">Draft it</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={local`/reports/settings`}>
          When our years of reports begin
        </a>
      </p>
    </>
  )
}

const monthsToChooseFrom = 48

function lastMonths(now: number) {
  const thisMonth = monthOf(todayOf(now))
  return Array.from({ length: monthsToChooseFrom }, (_, back) => ({
    value: monthCode(thisMonth - back),
    label: monthName(thisMonth - back),
  }))
}
