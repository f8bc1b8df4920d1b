import { isRefusal } from '#core/refusal.ts'
import { type Refused, refused } from '#core/refused.ts'
import { type Day, dayOfWeek, formatDay, longDay, partsOf, weekDayName } from '#core/time/day.ts'
import { formatMinute } from '#core/time/hours-span.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Zone, zoneNamed } from '#core/time/zone.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { typedDay, typedTime } from './typed-time.ts'

/** The time zone in which staff read and type times. */
export const staffZone: Zone = theZone('Europe/London')

/** A moment as staff read it: “2 March 2026 at 09:05”, in the landlords’ own time. */
export function momentText(at: Instant): string {
  return `${dayText(staffZone.dayOf(at))} at ${timeText(at)}`
}

/** A moment in few words, from where we stand: “09:05”, “yesterday at 09:05”, “Thursday at 09:05”, “2 March at 09:05”. */
export function shortMoment(at: Instant, now: Instant): string {
  const today = staffZone.dayOf(now)
  const day = staffZone.dayOf(at)
  return day === today ? timeText(at) : `${shortDay(day, today)} at ${timeText(at)}`
}

/** A date as staff read it: “2 March 2026”. */
export function dayText(day: Day): string {
  return longDay(day).replace(/^\S+ /, '')
}

/** A date in few words: “today”, “tomorrow”, “Friday 20 March”; with its year where that is another. */
export function shortDay(day: Day, today: Day): string {
  const near = nearNames.get(day - today)
  if (near !== undefined) return near
  const { year } = partsOf(day)
  const sameYear = year === partsOf(today).year
  return sameYear ? `${weekDayName(dayOfWeek(day))} ${dayText(day).replace(/ \d+$/, '')}` : dayText(day)
}

/** The time of day: “09:05”. */
export function timeText(at: Instant): string {
  return formatMinute(staffZone.minuteOfDay(at))
}

/** What the fields of a date and a time hold for this moment: `2026-03-20T09:05`. */
export function forFields(at: Instant): string {
  return `${formatDay(staffZone.dayOf(at))}T${timeText(at)}`
}

/** The date of today, in the landlords’ own time. */
export function todayOf(now: Instant): Day {
  return staffZone.dayOf(now)
}

/**
 * The date typed into the field `name`, or into its three fields `name-day`, `name-month` and `name-year`; undefined where
 * nothing was typed.
 */
export function dayFromFields(fields: Fields, name: string, now: Instant): Day | undefined | Refused {
  const parts = [
    textIn(fields, `${name}-day`),
    textIn(fields, `${name}-month`),
    textIn(fields, `${name}-year`),
  ]
  const typed = textIn(fields, name).replace(/T.*$/, '') || parts.filter((part) => part !== '').join(' ')
  if (typed === '') return undefined
  return (
    typedDay(typed, todayOf(now)) ??
    refused('not valid', 'this is not a date', 'write it as 20/3/2026 or 2026-03-20', `/${name}`)
  )
}

/**
 * The moment typed into the date `name` and the time `name-time`; undefined where neither was. A time alone is of today; a
 * date alone is at the time given as `otherwise`, in minutes since midnight, or refused.
 */
export function dayAndTimeFromFields(
  fields: Fields,
  name: string,
  { now, otherwise }: { readonly now: Instant; readonly otherwise?: number },
): Instant | undefined | Refused {
  const day = dayFromFields(fields, name, now)
  const inDate = /T(.*)$/.exec(textIn(fields, name))?.[1] ?? ''
  const typed = textIn(fields, `${name}-time`) || inDate
  if (day === undefined && typed === '') return undefined
  if (typeof day === 'object') return day
  const minutes = typed === '' ? otherwise : typedTime(typed)
  if (minutes === undefined)
    return refused(
      'not valid',
      typed === '' ? 'the time is missing' : 'this is not a time',
      'write it as 09:30 or 2.30pm',
      `/${name}-time`,
    )
  return staffZone.instantOf(day ?? todayOf(now), minutes)
}

const nearNames: ReadonlyMap<number, string> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
])

function theZone(name: string): Zone {
  const zone = zoneNamed(name)
  if (isRefusal(zone)) throw new Error(zone.refusal)
  return zone
}
