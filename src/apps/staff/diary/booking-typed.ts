import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { usualMinutes } from '#core/diaries/free-times.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import type { Booking } from '#store/diaries/book.ts'
import { overridesIn } from '../acts/act-from-form.ts'
import { dayAndTimeFromFields } from '../times.ts'

/** Where and with whom, as far as it was typed: enough to look for free times. */
export interface WantedTyped {
  readonly place: 'office' | 'home'
  readonly minutes: number
  readonly staffIds: readonly string[]
  readonly secondStaffId?: string
  readonly roomId?: string
  readonly travelMinutes?: number
}

/** Reads what is wanted; lengths that were not typed are the usual ones. */
export function wantedIn(fields: Fields): WantedTyped | Refused {
  const place = textIn(fields, 'place') === 'home' ? 'home' : 'office'
  const minutes = wholeIn(fields, 'minutes', usualMinutes[place])
  const travel = wholeIn(fields, 'travel', usualMinutes.travel)
  if (minutes === undefined || minutes < 5 || minutes > 600)
    return refused('not valid', 'an appointment takes between 5 and 600 minutes', 'say how long', '/minutes')
  if (travel === undefined || travel > 300)
    return refused('not valid', 'the way takes between 0 and 300 minutes', 'say how long', '/travel')
  const staff = textIn(fields, 'staff')
  const second = textIn(fields, 'second')
  const room = textIn(fields, 'room')
  return {
    place,
    minutes,
    staffIds: staff === '' ? [] : [staff],
    ...(second !== '' && second !== staff && { secondStaffId: second }),
    ...(place === 'office' && room !== '' && { roomId: room }),
    ...(place === 'home' && { travelMinutes: travel }),
  }
}

/** The time that was chosen among those proposed, or typed. */
export function timeIn(fields: Fields, now: Instant): Instant | Refused {
  const proposed = textIn(fields, 'proposed')
  if (/^\d{10,14}$/.test(proposed)) return Number(proposed)
  const typed = dayAndTimeFromFields(fields, 'for', { now })
  if (isRefused(typed)) return typed
  return typed ?? refused('not valid', 'the time is missing', 'choose one, or write it down', '/for')
}

/** The rest of a booking. */
export function bookingIn(
  fields: Fields,
  wanted: WantedTyped,
  forAt: Instant,
): Omit<Booking, 'caseId' | 'customerId' | 'homeId'> {
  const overrides = overridesIn(fields)
  const about = longTextIn(fields, 'words')
  return {
    ...wanted,
    forAt,
    ...(wanted.place === 'office' && textIn(fields, 'homeOffered') === 'yes' && { homeOffered: true }),
    ...(textIn(fields, 'despite') === 'yes' && { despiteCollisions: true }),
    ...(overrides !== undefined && { overrides }),
    ...(about !== '' && { words: [{ kind: 'note' as const, text: about }] }),
  }
}

function wholeIn(fields: Fields, name: string, otherwise: number): number | undefined {
  const typed = textIn(fields, name)
  if (typed === '') return otherwise
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined
}
