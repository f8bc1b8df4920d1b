import { type Series, markAt } from '#http/chart/series.ts'
import { MarkIcon } from '#http/chart/marks.tsx'
import type { StandingPromise } from '#core/promises/attention.ts'
import { capitalised } from '#core/capitalised.ts'
import { periodNoun, shortPeriodText } from '#core/promises/in-words.ts'
import { shortFigureText } from '#core/promises/shown-figure.ts'
import type { Figure, Verdict } from '#core/promises/figure.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { amountsOf } from './counted-words.ts'

/** The chart's figures, period by period. */
export function PeriodTable({ standing, series }: TableProps): Raw {
  const { promise, byPeriod } = standing
  const noun = periodNoun(byPeriod[0]?.period ?? '')
  return (
    <table>
      <caption>
        {promise.id} by {noun}
      </caption>
      <thead>
        <tr>
          <th scope="col">{capitalised(noun)}</th>
          <th scope="col" class="number">
            Counted
          </th>
          <th scope="col" class="number">
            Figure
          </th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {byPeriod.map((figure, place) => (
          <Row standing={standing} series={series} figure={figure} place={place} />
        ))}
      </tbody>
    </table>
  )
}

interface TableProps {
  readonly standing: StandingPromise
  readonly series: Series
}

function Row({ standing: { promise }, series, figure, place }: RowProps): Raw {
  const mark = markAt(series, place)
  if (figure.value === null) {
    return (
      <tr>
        <th scope="row">{shortPeriodText(figure.period)}</th>
        <td colspan={3} class="none">
          nothing to count
        </td>
      </tr>
    )
  }
  const { kept, counted } = amountsOf(promise, figure)
  return (
    <tr>
      <th scope="row">{shortPeriodText(figure.period)}</th>
      <td class="number">
        {kept} <span class="of">of {counted}</span>
      </td>
      <td class="number">{shortFigureText(promise, figure)}</td>
      <td>
        {verdicts[figure.verdict]}
        {mark !== 'plain' && (
          <Fragment>
            {' '}
            <MarkIcon mark={mark} />
            <span class="hidden">{mark}</span>
          </Fragment>
        )}
      </td>
    </tr>
  )
}

interface RowProps extends TableProps {
  readonly figure: Figure
  readonly place: number
}

const verdicts: Readonly<Record<Verdict, string>> = { met: 'Met', missed: 'Missed', 'nothing to count': '' }
