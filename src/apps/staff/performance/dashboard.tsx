import type { StandingPromise } from '#core/promises/attention.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type MonthsShown, monthName } from '../promises/months.ts'
import { Standing } from '../promises/standing.tsx'
import { PerformancePlaces } from './performance-places.tsx'

/** Every promise with something counted, in the order in which they need attention. */
export function Dashboard({
  asked,
  months,
  promises,
}: {
  readonly asked: PageAsked<Visitor>
  readonly months: MonthsShown
  readonly promises: readonly StandingPromise[]
}): Raw {
  const counted = promises.filter(({ standing }) => standing !== 'nothing to count')
  return (
    <>
      <PerformancePlaces asked={asked} current="/performance" />
      <h1 class="govuk-heading-l">Performance</h1>
      <p class="govuk-body">{`${monthName(months.first)} to ${monthName(months.last)}.`}</p>
      <ul class="govuk-list govuk-list--spaced">
        {counted.map((standing) => (
          <li>
            <Standing promise={standing} />{' '}
            <a class="govuk-link" href={local`/promises/${standing.promise.id}`}>
              {standing.promise.promise}
            </a>
            {`: ${figureText(standing.promise, standing.whole)}, target ${targetText(standing.promise)}`}
          </li>
        ))}
      </ul>
    </>
  )
}
