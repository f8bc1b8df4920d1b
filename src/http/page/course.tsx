import type { StandingPromise } from '#core/promises/attention.ts'
import { periodNoun } from '#core/promises/in-words.ts'
import { targetText } from '#core/promises/shown-figure.ts'
import { newsText, signalText } from '#core/promises/signal-words.ts'
import { settledPoints } from '#core/promises/xmr.ts'
import { isRefusal } from '#core/refusal.ts'
import { ChartKey } from '#http/chart/chart-key.tsx'
import { MarkIcon } from '#http/chart/marks.tsx'
import { RunChartDrawing } from '#http/chart/run-chart.tsx'
import { seriesOf, valuesOf } from '#http/chart/series.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { PeriodTable } from './period-table.tsx'
import { promiseId } from './standing-words.ts'

/** The promise's course over the periods: the run chart, what it shows in words, and the same as a table. */
export function Course({ standing }: { readonly standing: StandingPromise }): Raw {
  const { promise, byPeriod, chart } = standing
  const series = seriesOf(standing)
  if (byPeriod.length < 2 || valuesOf(series).length === 0) return <Fragment />
  const noun = periodNoun(byPeriod[0]?.period ?? '')
  return (
    <div class="course">
      <div>
        {valuesOf(series).length >= 2 && (
          <Fragment>
            <RunChartDrawing
              id={`${promiseId(promise.id)}-chart`}
              title={`${promise.id}: run chart by ${noun}`}
              series={series}
            />
            <ChartKey series={series} target={targetText(promise)} />
          </Fragment>
        )}
        {isRefusal(chart) ? <p class="small">{chart.refusal}.</p> : <SignalWords standing={standing} />}
        {!isRefusal(chart) && chart.provisional && (
          <p class="small">
            The limits are provisional until there are {settledPoints} {noun}s.
          </p>
        )}
      </div>
      <PeriodTable standing={standing} series={series} />
    </div>
  )
}

/** What the chart shows, in words: each signal with whether it is good news, or that there is none. */
export function SignalWords({ standing }: { readonly standing: StandingPromise }): Raw {
  const { signals, byPeriod, shown } = standing
  if (signals.length === 0)
    return <p class="small">No signals: the ups and downs are no more than chance makes.</p>
  const periods = byPeriod.map(({ period }) => period)
  return (
    <ul class="signals">
      {signals.map((signal) => (
        <li>
          <MarkIcon mark={signal.rule} />
          <span>
            {signalText(signal, periods)}
            {newsText(signal, shown.better)}.
          </span>
        </li>
      ))}
    </ul>
  )
}
