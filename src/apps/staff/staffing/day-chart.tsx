import type { PlannedHalfHour } from '#core/staffing/staff-plan.ts'
import type { Raw } from '#http/html/raw.ts'
import { halfText, peopleText } from './words.ts'

const frame = { width: 720, height: 240, left: 8, right: 8, top: 24, foot: 28 } as const

/** The people needed over one day, a column a half hour, each with its number. */
export function DayChart({
  title,
  halfHours,
}: {
  readonly title: string
  readonly halfHours: readonly PlannedHalfHour[]
}): Raw {
  const shown = halfHours.filter(({ onRota }) => onRota !== undefined)
  const most = Math.max(1, ...shown.map(({ onRota }) => onRota ?? 0))
  const first = Math.min(...shown.map(({ half }) => half))
  const last = Math.max(...shown.map(({ half }) => half))
  const step = (frame.width - frame.left - frame.right) / (last - first + 1)
  const foot = frame.height - frame.foot
  const tall = (people: number) => ((foot - frame.top) * people) / most
  if (shown.length === 0) return <></>
  return (
    <svg
      class="kept-columns"
      role="img"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-labelledby="day-chart-title"
      aria-describedby="day-chart-desc"
      focusable="false"
    >
      <title id="day-chart-title">{title}</title>
      <desc id="day-chart-desc">{shown.map(saysOf).join('; ')}</desc>
      <line class="kept-columns-foot" x1={frame.left} x2={frame.width - frame.right} y1={foot} y2={foot} />
      {shown.map(({ half, onRota = 0 }) => {
        const x = frame.left + (half - first) * step
        const y = foot - tall(onRota)
        return (
          <g>
            <rect class="kept-column" x={x + 2} y={y} width={Math.max(1, step - 4)} height={foot - y} />
            <text class="kept-column-number" x={x + step / 2} y={y - 6} text-anchor="middle">
              {String(onRota)}
            </text>
            {half % 2 === 0 && (
              <text class="kept-column-time" x={x + 2} y={frame.height - 8}>
                {halfText(half)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function saysOf({ half, onRota = 0 }: PlannedHalfHour): string {
  return `${halfText(half)} ${peopleText(onRota)}`
}
