import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { dayAndTimeFromFields, todayOf } from '../times.ts'
import type { Typed } from './typed.ts'

const midday = 12 * 60

/**
 * When the contact really came: now, where nothing was typed. Of a letter only the day is known, so midday is taken, or now
 * where midday is still to come.
 */
export function whenItCame(typed: Typed, now: Instant): Instant | Refused {
  const at = dayAndTimeFromFields(typed, 'received', { now, otherwise: midday })
  if (at === undefined || isRefused(at)) return at ?? now
  if (at <= now) return at
  if (typed['received-time'] === '' && todayOf(at) === todayOf(now)) return now
  return refused('not valid', 'this is still to come', 'write when it reached us', '/received')
}

/** When a call back was agreed for; without a time it is the day that counts. */
export function whenToCallBack(typed: Typed, now: Instant): Instant | Refused {
  const at = dayAndTimeFromFields(typed, 'back', { now, otherwise: 17 * 60 })
  if (at === undefined)
    return refused('not valid', 'the date of the call back is missing', 'write one that suits both', '/back')
  if (isRefused(at)) return at
  if (at > now) return at
  return refused('not valid', 'this is over already', 'agree on a time to come', '/back')
}
