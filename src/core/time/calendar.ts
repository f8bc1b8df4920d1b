import { isRefusal, type Refusal } from '#core/refusal.ts'
import { type CalendarSpec, checkCalendar } from '#core/time/calendar-spec.ts'
import { type Day, dayOfWeek, weekDayName } from '#core/time/day.ts'
import { buildOpenTime } from '#core/time/open-time-layout.ts'
import type { OpenTime } from '#core/time/open-time.ts'
import { buildWorkingDays, type WorkingDays } from '#core/time/working-days.ts'
import type { Zone } from '#core/time/zone.ts'

export type { CalendarSpec, Closure, Holiday } from '#core/time/calendar-spec.ts'
export type { OpenTime } from '#core/time/open-time.ts'

/**
 * Working days and opening hours of one landlord, 1990 to 2100, as tables built once. A day or instant outside them
 * throws a RangeError that names it.
 */
export interface Calendar extends WorkingDays {
  readonly zone: Zone
  /** Bank holidays are complete from this day … */
  readonly knownFrom: Day
  /** … until this one; a due date past it must be marked (traps.md 1). */
  readonly knownUntil: Day
  /** Why a day is not a working day: `Saturday`, `Good Friday`, `closed: Christmas closure`; undefined where it is one. */
  whyClosed(day: Day): string | undefined
  /** The open time of named hours; undefined where the calendar has no hours of that name. */
  openTime(name: string): OpenTime | undefined
}

/** Builds a calendar, or says what is wrong with it. */
export function buildCalendar(spec: CalendarSpec): Calendar | Refusal {
  const refused = checkCalendar(spec)
  if (refused !== undefined) return refused
  const shut = shutDays(spec)
  const workingDays = buildWorkingDays((day) => spec.workingWeek.has(dayOfWeek(day)) && !shut.has(day))
  if (isRefusal(workingDays)) return workingDays
  return {
    ...workingDays,
    zone: spec.zone,
    knownFrom: spec.knownFrom,
    knownUntil: spec.knownUntil,
    whyClosed(day) {
      if (workingDays.isWorkingDay(day)) return undefined
      return spec.workingWeek.has(dayOfWeek(day)) ? shut.get(day) : weekDayName(dayOfWeek(day))
    },
    openTime: openTimes(spec, shut),
  }
}

/** The days that are shut whatever the weekday, with the reason; a bank holiday's own name comes before a closure's. */
function shutDays(spec: CalendarSpec): ReadonlyMap<Day, string> {
  const shut = new Map<Day, string>()
  for (const closure of spec.closures) {
    for (let day = closure.from; day <= closure.to; day++) shut.set(day, `closed: ${closure.why}`)
  }
  for (const holiday of spec.holidays) shut.set(holiday.day, holiday.title)
  return shut
}

/** Lays hours out when they are first asked for: many calendars are built that ask for none. */
function openTimes(
  spec: CalendarSpec,
  shut: ReadonlyMap<Day, string>,
): (name: string) => OpenTime | undefined {
  const built = new Map<string, OpenTime>()
  return (name) => {
    const known = built.get(name)
    const hours = Object.hasOwn(spec.hours, name) ? spec.hours[name] : undefined
    if (known !== undefined || hours === undefined) return known
    const openTime = buildOpenTime(spec.zone, hours, (day) => shut.has(day))
    built.set(name, openTime)
    return openTime
  }
}
