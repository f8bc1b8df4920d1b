import { type Day, dayOfWeek } from '#core/time/day.ts'
import { hour, type Instant } from '#core/time/instant.ts'
import type { Random } from './random.ts'
import { seasonOf, stormOn } from './seasons.ts'
import type { World } from './world.ts'

/** When something comes in, over the week and the day. */
export interface Habit {
  /** What a closed day brings beside a working day. */
  readonly closedDay: number
  /** How likely each hour of the clock is, from the hour given on. */
  readonly fromHour: number
  readonly byHour: readonly number[]
  /** How much a storm adds; 1 for what storms are about. */
  readonly storm: number
}

/** The post comes in the morning, and not on closed days. */
export const byPost: Habit = { closedDay: 0, fromHour: 9, byHour: [3, 1], storm: 0.15 }
/** E-mail and texts come at all hours. */
export const online: Habit = {
  closedDay: 0.28,
  fromHour: 6,
  byHour: [1, 2, 5, 9, 10, 10, 8, 7, 8, 8, 7, 5, 4, 4, 4, 3, 2, 1],
  storm: 0.35,
}
/** Whatever needs an open door or a person at a desk. */
export const atTheDesk: Habit = { closedDay: 0, fromHour: 9, byHour: [7, 10, 10, 8, 7, 8, 7, 4], storm: 0.3 }
/** Answer phones: evenings, nights and closed days. */
export const afterHours: Habit = {
  closedDay: 0.7,
  fromHour: 17,
  byHour: [10, 8, 6, 4, 2, 1, 0.5, 0.2, 0.2, 0.2, 0.3, 0.5, 1, 2, 5, 8],
  storm: 0.5,
}
/** Things break at all hours, most of them noticed in the morning. */
export const breakages: Habit = {
  closedDay: 0.3,
  fromHour: 6,
  byHour: [1, 3, 7, 10, 10, 9, 7, 6, 7, 6, 5, 4, 3, 3, 2, 1],
  storm: 1,
}

/** How busy a day is beside others: Mondays, the day after a closed one, the season, storms. */
export function busynessOf(world: World, day: Day, habit: Habit): number {
  const works = world.calendar.isWorkingDay(day)
  const weather = 1 + stormOn(day) * habit.storm
  if (!works) return habit.closedDay * seasonOf(day) * weather
  return weekday(world, day) * seasonOf(day) * weather
}

/** The instants at which something comes in, from before the year to its end. */
export function* arrivals(world: World, random: Random, aYear: number, habit: Habit): Iterable<Instant> {
  const each = (aYear * world.scale) / wholeYear(world, habit)
  for (let day = world.year.carriedFrom; day <= world.year.ends; day++) {
    const many = random.poisson(each * busynessOf(world, day, habit))
    const times = Array.from({ length: many }, () => timeOf(world, day, habit, random))
    yield* times.sort((a, b) => a - b)
  }
}

function timeOf(world: World, day: Day, { fromHour, byHour }: Habit, random: Random): Instant {
  const after = random.weighted(byHour.map((weight, index) => [index, weight] as const))
  return world.zone.instantOf(day, (fromHour + after) * 60) + random.between(0, hour)
}

function wholeYear(world: World, habit: Habit): number {
  let sum = 0
  for (let day = world.year.begins; day <= world.year.ends; day++) sum += busynessOf(world, day, habit)
  return sum
}

function weekday(world: World, day: Day): number {
  const usual = byWeekday[dayOfWeek(day) - 1] ?? 1
  const afterHoliday = dayOfWeek(day) !== 1 && !world.calendar.isWorkingDay(day - 1)
  return afterHoliday ? 1.38 : usual
}

const byWeekday = [1.26, 1.06, 0.98, 0.94, 0.84]
