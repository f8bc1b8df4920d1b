import { numberText } from '#core/promises/percent.ts'
import type { PlannedHalfHour } from '#core/staffing/staff-plan.ts'
import { weekDayName } from '#core/time/day.ts'
import { formatMinute } from '#core/time/hours-span.ts'

/** When a half hour begins: “09:30”. */
export function halfText(half: number): string {
  return formatMinute(half * 30)
}

/** A half hour of the week: “Monday 09:30”. */
export function whenText({ weekDay, half }: Pick<PlannedHalfHour, 'weekDay' | 'half'>): string {
  return `${weekDayName(weekDay)} ${halfText(half)}`
}

/** A share to the whole percent: means of months bear no more. Never all of them, unless it is. */
export function shareText(share: number): string {
  if (share >= 1) return '100%'
  return `${Math.min(99, Math.round(share * 100))}%`
}

/** A length in minutes and seconds: “3 min 20 s”. */
export function secondsText(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  if (minutes === 0) return `${whole} s`
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`
}

/** A number of people: “7 people”, “1 person”. */
export function peopleText(people: number): string {
  return people === 1 ? '1 person' : `${numberText(people)} people`
}
