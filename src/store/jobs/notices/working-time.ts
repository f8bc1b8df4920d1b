import type { Edition } from '#core/promises/edition.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'

/** A moment in a landlord's working time. */
export interface WorkingMoment {
  readonly today: Day
  /** The end of the next working day: what falls due by then is soon. */
  readonly soon: Instant
}

/**
 * What a moment is in the landlord’s working time, by its newest edition in force: undefined at night, on week-ends, bank
 * holidays and closures, when nobody should be written to. Without office hours in the pack, nine to five.
 */
export function workingMoment(editions: readonly Edition[], at: Instant): WorkingMoment | undefined {
  const edition = editions.findLast(({ from }) => from <= at) ?? editions.at(-1)
  if (edition === undefined) return undefined
  const { calendar } = edition
  const today = calendar.zone.dayOf(at)
  if (!calendar.isWorkingDay(today)) return undefined
  const open = calendar.openTime('office')?.isOpen(at) ?? isNineToFive(calendar.zone.minuteOfDay(at))
  if (!open) return undefined
  return { today, soon: calendar.zone.startOf(calendar.addWorkingDays(today, 1) + 1) }
}

function isNineToFive(minuteOfDay: number): boolean {
  return minuteOfDay >= 9 * 60 && minuteOfDay < 17 * 60
}
