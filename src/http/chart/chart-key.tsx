import { pointText } from '#core/promises/shown-figure.ts'
import type { Raw } from '#http/html/raw.ts'
import { MarkIcon } from './marks.tsx'
import { hasGaps, type Mark, markAt, type Series } from './series.ts'

/** What the lines and shapes of a chart mean, with their values; only those that are in it. */
export function ChartKey({ series, target }: { readonly series: Series; readonly target: string }): Raw {
  const { limits, shown } = series
  return (
    <ul class="key">
      {limits && (
        <li>
          <LineIcon name="mean" /> Mean {pointText(shown, limits.mean)}
        </li>
      )}
      {limits && (
        <li>
          <LineIcon name="limit" /> Limits {pointText(shown, limits.lower)} to{' '}
          {pointText(shown, limits.upper)}
        </li>
      )}
      {shown.target !== undefined && (
        <li>
          <LineIcon name="target" /> Target {target}
        </li>
      )}
      {hasGaps(series) && (
        <li>
          <LineIcon name="gap" /> Nothing to count between
        </li>
      )}
      {signalMarks(series).map((mark) => (
        <li>
          <MarkIcon mark={mark} /> {markWords[mark]}
        </li>
      ))}
    </ul>
  )
}

/** What each shape says. */
const markWords: Readonly<Record<Mark, string>> = {
  plain: 'Nothing out of the ordinary',
  'outside the limits': 'Outside the limits',
  run: 'Part of a run',
  trend: 'Part of a trend',
}

function LineIcon({ name }: { readonly name: string }): Raw {
  return (
    <svg class="icon" viewBox="0 0 32 20" width={32} height={20} aria-hidden="true" focusable="false">
      <line class={name} x1={0} x2={32} y1={10} y2={10} />
    </svg>
  )
}

function signalMarks(series: Series): readonly Mark[] {
  const marks = new Set(series.points.map((_, place) => markAt(series, place)))
  return [...marks].filter((mark) => mark !== 'plain')
}
