import type { Day } from '#core/time/day.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** Some time of a day, between two hours of its clock. */
export function timeOn(world: World, day: Day, from: number, to: number, random: Random): Instant {
  return world.zone.instantOf(day, Math.floor(from * 60)) + random.between(0, (to - from) * hour)
}

/** So many hours on the clock of a day. */
export function clockOn(world: World, day: Day, hours: number): Instant {
  return world.zone.instantOf(day, Math.round(hours * 60))
}

/**
 * When staff get round to something so many working days later. Less than half a day is the same day if there is
 * time left in it.
 */
export function deskTime(world: World, from: Instant, workingDays: number, random: Random): Instant {
  const { office, zone } = world
  const day = zone.dayOf(from)
  const days = Math.round(workingDays)
  if (days > 0) return timeOn(world, office.addWorkingDays(day, days), 9.1, 16.9, random)
  const opens = clockOn(world, day, 9)
  const closes = clockOn(world, day, 17)
  if (!office.isWorkingDay(day) || closes - from < 15 * minute)
    return timeOn(world, office.addWorkingDays(day, 1), 9.1, 11.5, random)
  const begin = Math.max(from, opens)
  return begin + random.between(5 * minute, closes - begin)
}

/** The end of so much time at a desk. */
export function deskHours(world: World, from: Instant, hours: number): Instant {
  const open = world.office.openTime('office')
  if (open === undefined) throw new Error('every pack has office hours')
  return open.addOpenMilliseconds(from, hours * hour)
}

/** Somewhat later the same day, at most until seven in the evening. */
export function soonAfter(world: World, at: Instant, minutes: number): Instant {
  const evening = clockOn(world, world.zone.dayOf(at), 19)
  return Math.max(at + minute, Math.min(at + minutes * minute, evening))
}

/** The last working day not after a day. */
export function workingDayBy(world: World, day: Day): Day {
  return world.office.isWorkingDay(day) ? day : world.office.addWorkingDays(day, -1)
}
