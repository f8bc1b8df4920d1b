import { type Refusal, refuse } from '#core/refusal.ts'
import type { WeekDay } from '#core/time/day.ts'
import { formatMinute, type Span, type WeekHours } from '#core/time/hours-span.ts'
import { shortName } from '#core/time/week.ts'

interface Opening {
  readonly weekDay: WeekDay
  readonly span: Span
}

/** Refuses the first two openings of the week that overlap, past midnight and over the week's end as well. */
export function firstOverlap(week: WeekHours): Refusal | undefined {
  const openings = week.flatMap((spans, i) => spans.map((span) => ({ weekDay: (i + 1) as WeekDay, span })))
  for (const [i, opening] of openings.entries()) {
    const next = openings[i + 1] ?? openings[0] ?? opening
    const nextWeek = i + 1 === openings.length ? minutesInWeek : 0
    if (minuteOfWeek(opening, opening.span.to) > minuteOfWeek(next, next.span.from) + nextWeek) {
      return refuse(`${said(opening)} overlaps ${said(next)}`, 'let each opening end before the next')
    }
  }
  return undefined
}

function minuteOfWeek(opening: Opening, minute: number): number {
  return (opening.weekDay - 1) * 1440 + minute
}

function said({ weekDay, span }: Opening): string {
  return `${shortName(weekDay)} ${formatMinute(span.from)}-${formatMinute(span.to)}`
}

const minutesInWeek = 7 * 1440
