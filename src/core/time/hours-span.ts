import { type Refusal, refuse } from '#core/refusal.ts'
import { padded, twoDigits } from '#core/time/digits.ts'

/** One opening. */
export interface Span {
  /** Minutes since midnight. */
  readonly from: number
  /** Minutes since the same midnight, so over 1440 where it runs past the next. */
  readonly to: number
}

/** The openings that begin on each day of the week, in order: Monday's first. */
export type WeekHours = readonly (readonly Span[])[]

/** Reads one opening, `09:00-17:00`. */
export function parseSpan(token: string): Span | Refusal {
  const [opens, closes, ...more] = token.split('-')
  if (closes === undefined || more.length > 0) return refuse(`“${token}” is not a span of time`, fix)
  const from = minuteFrom(opens as string)
  const to = minuteFrom(closes)
  if (from === undefined || to === undefined || from === 1440)
    return refuse(`“${token}” is not a span of time`, fix)
  if (from === to)
    return refuse(`“${token}” is empty: it closes when it opens`, 'for the whole day write 00:00-24:00')
  // A closing time of 23:59 loses a minute a day (traps.md 10); nobody closes then.
  if (to === 1439) return refuse(`“${token}” closes one minute before midnight`, 'write 24:00')
  return { from, to: to < from ? to + 1440 : to }
}

/** Minutes since midnight of `09:00`, to 24:00 at most. */
function minuteFrom(text: string): number | undefined {
  const hours = twoDigits(text, 0)
  const minutes = twoDigits(text, 3)
  if (text.length !== 5 || text[2] !== ':' || hours < 0 || minutes < 0 || minutes > 59) return undefined
  const minute = hours * 60 + minutes
  return minute <= 1440 ? minute : undefined
}

/** Writes a minute of the day as `09:00`; 1440 is `24:00`, and later ones are the next day's. */
export function formatMinute(minuteOfDay: number): string {
  const minute = minuteOfDay > 1440 ? minuteOfDay - 1440 : minuteOfDay
  return `${padded(Math.floor(minute / 60), 2)}:${padded(minute % 60, 2)}`
}

const fix = 'write a span such as 09:00-17:00'
