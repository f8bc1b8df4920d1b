import type { AppointmentShown } from '#store/diaries/read-appointments.ts'
import { minute, type Instant } from '#core/time/instant.ts'
import { counted } from '../today/words.ts'
import { timeText } from '../times.ts'

/** “4 minutes”, “1 hour 5 minutes”. */
function spellMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return counted(rest, 'minute')
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`
}

/** How long somebody has waited, or did wait. */
export function waitedWords(since: Instant, until: Instant): string {
  return spellMinutes(Math.max(0, Math.floor((until - since) / minute)))
}

/** “14:00 to 14:45”, or “some time” where only the date is known. */
export function spanWords({ forAt, untilAt, isTimed }: AppointmentShown): string {
  if (forAt === null || !isTimed) return 'No time yet'
  return untilAt === null ? timeText(forAt) : `${timeText(forAt)} to ${timeText(untilAt)}`
}

export const stateWords: Readonly<
  Record<AppointmentShown['state'], readonly [word: string, colour: string]>
> = {
  requested: ['Asked for', 'yellow'],
  offered: ['Offered', 'yellow'],
  booked: ['Booked', 'blue'],
  started: ['Kept', 'green'],
  'no access': ['No access', 'orange'],
  missed: ['Missed', 'red'],
  cancelled: ['Cancelled', 'grey'],
}

/** Where somebody is who is not here. */
export const awayWords: Readonly<Record<string, string>> = {
  leave: 'On leave',
  training: 'At training',
  'home-working': 'Working from home',
  'other-office': 'At another office',
  away: 'Away',
}

/** The same for a code that we do not know. */
export function whereWords(code: string | null): string {
  return (code !== null ? awayWords[code] : undefined) ?? 'Away'
}
