import { isRefused } from '#core/refused.ts'
import type { Fields } from '#http/layout/fields.ts'
import { textIn } from '#http/layout/fields.ts'
import { dayFromFields, todayOf } from '../times.ts'

/** The days of a round and how many are wanted, as they were typed. */
export function roundTyped(fields: Fields, now: number) {
  const firstOn = dayFromFields(fields, 'first-on', now)
  if (isRefused(firstOn)) return firstOn
  const lastOn = dayFromFields(fields, 'last-on', now)
  if (isRefused(lastOn)) return lastOn
  const wanted = textIn(fields, 'wanted')
  return {
    firstOn: firstOn ?? todayOf(now),
    lastOn: lastOn ?? (firstOn ?? todayOf(now)) + 90,
    wanted: /^\d{1,5}$/.test(wanted) ? Number(wanted) : 0,
  }
}
