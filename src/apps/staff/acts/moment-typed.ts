import { isRefusal } from '#core/refusal.ts'
import { type Refused, refused } from '#core/refused.ts'
import { parseDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { zoneNamed } from '#core/time/zone.ts'
import { textIn, type Fields } from '#http/layout/fields.ts'

const found = zoneNamed('Europe/London')
if (isRefusal(found)) throw new Error(found.refusal)

/** The landlords’ own time. */
export const zone = found

const noon = 12 * 60

/**
 * A date and a time typed in two boxes, `<name>` and `<name>-time`; undefined where both are empty. A time alone is of today,
 * where it is said what is now. Of a date alone noon is taken: of a letter nobody knows the minute, and its day is what counts.
 */
export function momentTyped(
  fields: Fields,
  name: string,
  now: Instant | undefined,
): Instant | Refused | undefined {
  const date = textIn(fields, name)
  const time = textIn(fields, `${name}-time`)
  if (date === '' && time === '') return undefined
  const day = date === '' && now !== undefined ? zone.dayOf(now) : parseDay(date)
  if (day === undefined)
    return refused(
      'not valid',
      'this is not a date of the calendar',
      'write it as year, month and day, such as 2026-03-20',
      `/${name}`,
    )
  if (time === '') {
    const at = zone.instantOf(day, noon)
    return now !== undefined && at > now && zone.dayOf(now) === day ? now : at
  }
  const minutes = minuteTyped(time)
  if (minutes === undefined)
    return refused(
      'not valid',
      'this is not a time of the day',
      'write hours and minutes, such as 14:30',
      `/${name}-time`,
    )
  return zone.instantOf(day, minutes)
}

function minuteTyped(text: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}
