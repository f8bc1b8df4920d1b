import { capitalised } from '#core/capitalised.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import { type Day, longDay, partsOf, type WeekDay, weekDayName } from '#core/time/day.ts'
import type { WeekHours } from '#core/time/hours.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { OpenLine } from './open-lines.ts'

/** A time of day as people say it: “9am”, “5.30pm”, “midday”, “midnight”. */
export function timeOfDay(minutes: number): string {
  const within = minutes % 1440
  if (within === 0) return 'midnight'
  if (within === 720) return 'midday'
  const hour = Math.floor(within / 60)
  const rest = within % 60
  const past = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`
}

/** When a line is open, by the days of the week that have the same hours: “Monday to Friday” and “9am to 5pm”. */
export function weekInWords(hours: WeekHours): readonly { readonly days: string; readonly open: string }[] {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    day: day as WeekDay,
    open: dayInWords(hours[day - 1] ?? []),
  }))
  const groups: { from: WeekDay; to: WeekDay; open: string }[] = []
  for (const { day, open } of days) {
    const last = groups.at(-1)
    if (last?.open === open) last.to = day
    else groups.push({ from: day, to: day, open })
  }
  return groups.map(({ from, to, open }) => ({ days: daysInWords(from, to), open }))
}

/** The hours of one day in words. */
export function dayInWords(spans: WeekHours[number]): string {
  if (spans.length === 0) return 'closed'
  if (spans.length === 1 && spans[0]?.from === 0 && spans[0].to === 1440) return 'open all day and all night'
  return spans.map(({ from, to }) => `${timeOfDay(from)} to ${timeOfDay(to)}`).join(', and ')
}

/** What becomes of a line next, as a sentence: “Closes today at 5pm.”, “Opens on Wednesday 24 November at 9am.” */
export function nextInWords({ isOpen, closesAt, opensAt }: OpenLine, zone: Zone, now: Instant): string {
  const change = isOpen ? closesAt : opensAt
  if (change === undefined) return isOpen ? 'It is open day and night.' : 'We do not know yet when it opens.'
  return `${isOpen ? 'Closes' : 'Opens'} ${momentInWords(change, zone, now)}.`
}

/** A moment to come, from where we stand: “today at 5pm”, “tomorrow at 9am”, “on Friday 27 November at 9am”. */
export function momentInWords(at: Instant, zone: Zone, now: Instant): string {
  const minutes = zone.minuteOfDay(at)
  const today = zone.dayOf(now)
  // The midnight at which a day ends belongs to that day.
  const day = minutes === 0 ? zone.dayOf(at) - 1 : zone.dayOf(at)
  const time = `at ${timeOfDay(minutes)}`
  if (day <= today) return `today ${time}`
  return day === today + 1 ? `tomorrow ${time}` : `on ${dayNear(day, today)} ${time}`
}

/** A date with its weekday, and its year where that is another: “Friday 27 November”. */
export function dayNear(day: Day, today: Day): string {
  return partsOf(day).year === partsOf(today).year ? longDay(day).replace(/ \d{4}$/, '') : longDay(day)
}

/** What a line is called on a page: `out-of-hours` is “Out of hours”. */
export function lineInWords(name: string): string {
  return capitalised(inPlainWords(name))
}

function daysInWords(from: WeekDay, to: WeekDay): string {
  if (from === to) return weekDayName(from)
  if (from === 1 && to === 7) return 'Every day'
  return `${weekDayName(from)} ${to - from === 1 ? 'and' : 'to'} ${weekDayName(to)}`
}
