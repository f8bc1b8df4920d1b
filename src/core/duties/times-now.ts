import type { Edition } from '#core/promises/edition.ts'
import type { Landlord } from '#core/promises/meters/meter.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Day, lastDayOf, type Month, monthOf } from '#core/time/civil.ts'
import type { DutyOwed } from './duty-owed.ts'

/** How a duty owed so many times in a year stands in its present year (reading 30: counted monthly). */
export interface TimesNow {
  readonly done: number
  /** How many are due by the end of this month, and in the whole of the year. */
  readonly due: number
  readonly inAll: number
  readonly firstMonth: Month
  readonly lastMonth: Month
  /** The next of them; nothing once as many were done as the year asks for by the end of this month. */
  readonly owed: DutyOwed | undefined
}

/** Works it out of the landlord’s records; undefined for any other promise. */
export function timesNow(
  promise: PackPromise,
  edition: Edition,
  landlord: Landlord,
  asOf: Instant,
): TimesNow | undefined {
  if (promise.measure !== 'recurring' || promise.clauses.times === undefined) return undefined
  const { times, every, duty } = promise.clauses
  const { zone } = edition.calendar
  const told = (type: string) =>
    landlord.records.filter((record) => record.type === type && record.data['duty'] === duty)
  const months = every?.length.amount ?? 12
  const startAt = Math.max(edition.from, told('duty-begun')[0]?.at ?? landlord.firstAt)
  const first = monthOf(zone.dayOf(startAt))
  const thisMonth = monthOf(zone.dayOf(asOf))
  const firstMonth = first + Math.floor((thisMonth - first) / months) * months
  const lastMonth = firstMonth + months - 1
  const dueBy = (month: Month) => Math.floor((times * (month - firstMonth + 1)) / months)
  const done = told('evidence-recorded').filter(
    ({ at }) => at >= startAt && isWithin(monthOf(zone.dayOf(at)), firstMonth, lastMonth),
  ).length
  const owedIn = monthsFrom(firstMonth, thisMonth).find((month) => dueBy(month) > done)
  const startedAt = zone.startOf(edition.calendar.zone.dayOf(startAt))
  return {
    done,
    due: dueBy(thisMonth),
    inAll: times,
    firstMonth,
    lastMonth,
    owed: owedIn === undefined ? undefined : owedBy(lastDayOf(owedIn), owedIn, startedAt, zone),
  }
}

function isWithin(month: Month, first: Month, last: Month): boolean {
  return month >= first && month <= last
}

function monthsFrom(first: Month, last: Month): readonly Month[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function owedBy(on: Day, n: number, startedAt: Instant, zone: Edition['calendar']['zone']): DutyOwed {
  return { n, startedAt, due: { on }, keepsUntil: zone.startOf(on + 1) - 1 }
}
