import type { StandingPromise } from '#core/promises/attention.ts'
import { numberText } from '#core/promises/percent.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { isRefusal } from '#core/refusal.ts'
import { RunChartDrawing } from '#http/chart/run-chart.tsx'
import { seriesOf, valuesOf } from '#http/chart/series.ts'
import type { Raw } from '#http/html/raw.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { countedText } from '#http/page/counted-words.ts'
import { SignalWords } from '#http/page/course.tsx'
import { promiseId } from '#http/page/standing-words.ts'
import type { TeamToShow } from '#store/comparisons/teams-to-show.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { MonthsShown } from '../promises/months.ts'
import { behindAddress, promiseAddress } from '../promises/promise-address.ts'
import { Standing } from '../promises/standing.tsx'

/** One promise on the dashboard: its words, its figure against its target, its signals in words, and its course. */
export function PromiseCard({
  standing,
  months,
  team,
  asked,
}: {
  readonly standing: StandingPromise
  readonly months: MonthsShown
  readonly team: TeamToShow | undefined
  readonly asked: PageAsked<Visitor>
}): Raw {
  const { promise, whole } = standing
  const mayReadCases = asked.visitor.acting.may.has('cases.read')
  const missed = promise.measure === 'clock' ? whole.counted - whole.kept : 0
  return (
    <article class="kept-card" aria-labelledby={`${promiseId(promise.id)}-words`}>
      <div>
        <h3 class="govuk-heading-s" id={`${promiseId(promise.id)}-words`}>
          <a class="govuk-link" href={promiseAddress(promise.id, months, team?.id)}>
            {promise.promise}
          </a>{' '}
          <span class="kept-clause">{promise.id}</span>
        </h3>
        <p class="govuk-body">
          <strong class="kept-figure">{figureText(promise, whole)}</strong> <Standing promise={standing} />
          <span class="kept-below">{`Target: ${targetText(promise)}. ${countedText(promise, whole)}.`}</span>
          {whole.overdue > 0 && <span class="kept-below">{`${numberText(whole.overdue)} overdue now.`}</span>}
        </p>
        {isRefusal(standing.chart) ? <></> : <SignalWords standing={standing} />}
        {missed > 0 && mayReadCases && (
          <p class="govuk-body">
            <a
              class="govuk-link"
              href={behindAddress(promise.id, months, { outcome: 'missed', team: team?.id })}
            >
              {`The cases that missed it (${numberText(missed)})`}
              <span class="govuk-visually-hidden">{`: ${promise.id}`}</span>
            </a>
          </p>
        )}
      </div>
      <Chart standing={standing} />
    </article>
  )
}

/** A chart of one month would be a dot. */
function Chart({ standing }: { readonly standing: StandingPromise }): Raw {
  const series = seriesOf(standing)
  if (valuesOf(series).length < 2) return <></>
  const id = promiseId(standing.promise.id)
  return (
    <div>
      <RunChartDrawing id={`${id}-chart`} title={`${id} by month`} series={series} size="small" />
    </div>
  )
}
