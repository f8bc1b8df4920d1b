import { line } from 'd3-shape'
import { periodText } from '#core/promises/in-words.ts'
import { pointText } from '#core/promises/shown-figure.ts'
import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import { PeriodAxis, ValueAxis } from './axes.tsx'
import { describe } from './describe.ts'
import { type Scales, scalesOf, type Size } from './frame.ts'
import { MarkPath } from './marks.tsx'
import { hasGaps, markAt, type Series } from './series.ts'

/** A run chart as a drawing with a name and a description; `id` is unique in the page, `title` says what is drawn. */
export function RunChartDrawing({ id, title, series, size = 'usual' }: ChartProps): Raw {
  const scales = scalesOf(series, size)
  const { frame, plot } = scales
  return (
    <svg
      class={size === 'usual' ? 'chart' : 'chart chart-small'}
      role="img"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{describe(series)}</desc>
      <Limits series={series} scales={scales} />
      <ValueAxis series={series} scales={scales} />
      <line class="foot" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      <PeriodAxis series={series} scales={scales} />
      <Across name="target" at={series.shown.target} scales={scales} />
      <Across name="mean" at={series.limits?.mean} scales={scales} />
      <Line series={series} scales={scales} />
      <Marks series={series} scales={scales} />
    </svg>
  )
}

interface ChartProps extends Pick<Drawn, 'series'> {
  readonly id: string
  readonly title: string
  readonly size?: Size
}

interface Drawn {
  readonly series: Series
  readonly scales: Scales
}

function Limits({ series: { limits }, scales }: Drawn): Raw {
  if (limits === undefined) return <Fragment />
  const { plot } = scales
  const [top, foot] = [scales.y(limits.upper), scales.y(limits.lower)]
  return (
    <Fragment>
      <rect
        class="band"
        x={plot.left}
        y={top}
        width={plot.right - plot.left}
        height={Math.max(0, foot - top)}
      />
      <Across name="limit" at={limits.upper} scales={scales} />
      <Across name="limit" at={limits.lower} scales={scales} />
    </Fragment>
  )
}

function Across({
  name,
  at,
  scales,
}: {
  readonly name: string
  readonly at: number | undefined
  readonly scales: Scales
}): Raw {
  if (at === undefined) return <Fragment />
  const { plot } = scales
  return <line class={name} x1={plot.left} x2={plot.right} y1={scales.y(at)} y2={scales.y(at)} />
}

/** Broken where a period has nothing counted: a line across it would show a figure that is not there. */
function Line({ series, scales }: Drawn): Raw {
  const points = series.points.map(({ value }, place) => ({ place, value }))
  const drawn = line<(typeof points)[number]>()
    .digits(1)
    .defined(({ value }) => value !== null)
    .x(({ place }) => scales.x(place))
    .y(({ value }) => scales.y(value ?? 0))
  return (
    <Fragment>
      {hasGaps(series) && <path class="gap" d={drawn(points.filter(({ value }) => value !== null)) ?? ''} />}
      <path class="line" d={drawn(points) ?? ''} />
    </Fragment>
  )
}

function Marks({ series, scales }: Drawn): Raw {
  return (
    <Fragment>
      {series.points.map(({ period, value }, place) =>
        value === null ? null : (
          <MarkPath mark={markAt(series, place)} x={scales.x(place)} y={scales.y(value)}>
            <title>
              {periodText(period)}: {pointText(series.shown, value)}
            </title>
          </MarkPath>
        ),
      )}
    </Fragment>
  )
}
