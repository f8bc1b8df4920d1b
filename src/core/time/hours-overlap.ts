import { type Refusal, refuse } from '#core/refusal.ts'
import type { WeekDay } from '#core/time/day.ts'
import { formatMinute, type Span, type WeekHours } from '#core/time/hours-span.ts'
import { shortName } from '#core/time/week.ts'

interface Opening extends Span {
  readonly weekDay: WeekDay
}

/** Refuses the first two openings of the week that overlap, past midnight and over the week's end as well. */
export function firstOverlap(week: WeekHours): Refusal | undefined {
  const openings = inOrder(week)
  const first = openings[0]
  if (first === undefined) return undefined
  const round = [...openings, { ...first, from: first.from + minutesInWeek }]
  for (const [i, opening] of openings.entries()) {
    const next = round[i + 1] as Opening
    if (opening.to > next.from)
      return refuse(`${said(opening)} overlaps ${said(next)}`, 'let each opening end before the next')
  }
  return undefined
}

/** The week's openings in minutes since Monday's midnight. */
function inOrder(week: WeekHours): readonly Opening[] {
  return week.flatMap((spans, i) =>
    spans.map(({ from, to }) => ({ weekDay: (i + 1) as WeekDay, from: from + i * 1440, to: to + i * 1440 })),
  )
}

function said(opening: Opening): string {
  const midnight = (opening.weekDay - 1) * 1440
  const from = (opening.from - midnight) % minutesInWeek
  const length = opening.to - opening.from
  return length > 0
    ? `${shortName(opening.weekDay)} ${formatMinute(from)}-${formatMinute(opening.to - midnight)}`
    : shortName(opening.weekDay)
}

const minutesInWeek = 7 * 1440
