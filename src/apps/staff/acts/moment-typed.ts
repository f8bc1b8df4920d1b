import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { dayAndTimeFromFields, staffZone } from '../times.ts'

const noon = 12 * 60

/**
 * When an act happened, from the two boxes `at` and `at-time`; undefined where both are empty. Of a date alone noon is taken:
 * of a letter nobody knows the minute, and its day is what counts.
 */
export function momentOfAct(fields: Fields, now: Instant): Instant | Refused | undefined {
  const at = dayAndTimeFromFields(fields, 'at', { now, otherwise: noon })
  if (at === undefined || isRefused(at)) return at
  return at > now && staffZone.dayOf(at) === staffZone.dayOf(now) && isNoon(at) ? now : at
}

/** What stands in the two boxes of a moment, as a field of both shows it again. */
export function momentTyped(typed: Fields, name: string): string {
  return `${textIn(typed, name)}T${textIn(typed, `${name}-time`)}`
}

function isNoon(at: Instant): boolean {
  return staffZone.minuteOfDay(at) === noon
}
