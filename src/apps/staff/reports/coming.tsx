import { titleOf } from '#core/reporting/freeze.ts'
import type { ComingReport } from '#core/reporting/schedule.ts'
import type { Day } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { OpenReport } from '#store/reports/read-reports.ts'
import { periodOfRow } from '#store/reports/report-row.ts'
import { dayText, todayOf } from '../times.ts'
import { Late } from './late.tsx'

interface Expected {
  readonly title: string
  /** The day on which it can be worked on to its end. */
  readonly on: Day
  readonly dueOn: Day
  /** Of one that was begun before its time is over. */
  readonly href?: Url
}

/** Which reports come next, by the day on which each is drafted. */
export function Coming({
  asked,
  coming,
  drafts,
}: {
  readonly asked: PageAsked<Visitor>
  readonly coming: readonly ComingReport[]
  readonly drafts: readonly OpenReport[]
}): Raw {
  const today = todayOf(asked.store.now())
  const expected = [...coming.map(expectedOf), ...drafts.filter(({ toOn }) => toOn >= today).map(begunOf)]
  if (expected.length === 0) return <></>
  const days = Map.groupBy(
    expected.toSorted((a, b) => a.on - b.on || a.dueOn - b.dueOn),
    ({ on }) => on,
  )
  return (
    <section aria-labelledby="coming-title">
      <h2 class="govuk-heading-m" id="coming-title">
        What comes next
      </h2>
      <p class="govuk-body">Each report is drafted with its figures on the day after its time is over.</p>
      <SummaryList
        rows={[...days].map(([on, reports]) => [
          on === today ? 'Today' : dayText(on),
          <OnDay reports={reports} today={today} />,
        ])}
      />
    </section>
  )
}

function expectedOf({ kind, period, draftedOn, dueOn }: ComingReport): Expected {
  return { title: titleOf(kind, period), on: draftedOn, dueOn }
}

function begunOf(row: OpenReport): Expected {
  return {
    title: titleOf(row.kind, periodOfRow(row)),
    on: row.toOn + 1,
    dueOn: row.dueOn,
    href: local`/reports/${row.reportId}`,
  }
}

function OnDay({ reports, today }: { readonly reports: readonly Expected[]; readonly today: Day }): Raw {
  return (
    <ul class="govuk-list">
      {reports.map(({ title, dueOn, href }) => (
        <li>
          {href === undefined ? (
            title
          ) : (
            <a class="govuk-link" href={href}>
              {title}
            </a>
          )}
          <span class="kept-below">
            {`To be out by ${dayText(dueOn)}${href === undefined ? '' : '. Begun, with its figures up to today'}`}
            <Late dueOn={dueOn} today={today} />
          </span>
        </li>
      ))}
    </ul>
  )
}
