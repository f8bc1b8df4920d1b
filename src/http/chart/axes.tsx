import { numberText } from '#core/promises/percent.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import type { Scales } from './frame.ts'
import type { Series } from './series.ts'

/** The values down the side, each with a faint line across. */
export function ValueAxis({ series, scales }: { readonly series: Series; readonly scales: Scales }): Raw {
  const { plot } = scales
  const sign = series.shown.unit === 'percent' ? '%' : ''
  return (
    <Fragment>
      {scales.ticks.map((value) => (
        <g>
          <line class="grid" x1={plot.left} x2={plot.right} y1={scales.y(value)} y2={scales.y(value)} />
          <text class="label" x={plot.left - 10} y={scales.y(value)} dy=".35em" text-anchor="end">
            {numberText(value)}
            {sign}
          </text>
        </g>
      ))}
    </Fragment>
  )
}

/**
 * The periods along the foot, with the year under the first and wherever it changes. Where there are many, only some
 * are named; on a narrow screen the letters are larger and fewer still are named (class `fine` is hidden there).
 */
export function PeriodAxis({ series, scales }: { readonly series: Series; readonly scales: Scales }): Raw {
  const labels = series.points.map(({ period }) => labelOf(period))
  const { plot, frame } = scales
  const step = Math.ceil(labels.length / frame.named)
  const coarse = step * Math.ceil(labels.length / step / frame.namedWhenNarrow)
  return (
    <Fragment>
      {labels.map(({ name, year }, place) => {
        if (place % step !== 0) return null
        const newYear = year !== '' && year !== labels[place - step]?.year
        return (
          <g class={place % coarse === 0 ? undefined : 'fine'}>
            <text class="label" x={scales.x(place)} y={plot.bottom} dy="1.5em" text-anchor="middle">
              {name}
            </text>
            {newYear && (
              <text class="label" x={scales.x(place)} y={plot.bottom} dy="2.75em" text-anchor="middle">
                {year}
              </text>
            )}
          </g>
        )
      })}
    </Fragment>
  )
}

/** `2026-03` as Mar over 2026, `2026-Q1` as Q1 over 2026, a year alone. */
function labelOf(period: string): { readonly name: string; readonly year: string } {
  const [year = '', part] = period.split('-')
  if (part === undefined) return { name: year, year: '' }
  return { name: part.startsWith('Q') ? part : (months[Number(part) - 1] ?? part), year }
}

const months: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
