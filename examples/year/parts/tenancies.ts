import { type Day, dayOfWeek } from '#core/time/day.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import { timeOn, workingDayBy, deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Tenancies that begin, mostly on Mondays, and those that end. */
export function tenancies(world: World): readonly Case[] {
  const random = world.random('tenancies')
  const { newTenancies } = world.landlord
  const cases: Case[] = []
  for (let i = 0; i < world.count(newTenancies); i++) {
    const tenancy = openCase('tenancy', `tenancy-${String(i + 1).padStart(4, '0')}`)
    // Seven weeks before the year, so that it begins with visits to make.
    const startAt = timeOn(
      world,
      mondayFrom(world, random.whole(world.year.begins - 49, world.year.ends), random),
      10,
      15,
      random,
    )
    moveIn(world, tenancy, startAt, i, random)
    if (random.chance(0.05)) moveOut(world, tenancy, startAt + random.whole(20, 120) * 24 * hour, random)
    cases.push(tenancy)
  }
  // Older tenancies that end in the year; their beginning is before Kept.
  for (let i = 0; i < world.count(newTenancies * 0.7); i++) {
    const tenancy = openCase('tenancy', `tenancy-old-${String(i + 1).padStart(4, '0')}`)
    moveOut(
      world,
      tenancy,
      timeOn(world, random.whole(world.year.begins, world.year.ends), 9, 16, random),
      random,
    )
    cases.push(tenancy)
  }
  return cases
}

function mondayFrom(world: World, day: Day, random: Random): Day {
  const monday = random.chance(0.75) ? day - dayOfWeek(day) + 1 : day
  return workingDayBy(world, monday)
}

function moveIn(world: World, tenancy: Case, at: Instant, number: number, random: Random): void {
  tenancy.tell('tenancy-started', at, { home: `home-${String(number + 100).padStart(4, '0')}` })
  if (random.chance(0.985)) tenancy.tell('agreement-explained', at + random.between(5, 40) * minute)
  if (random.chance(0.98)) {
    tenancy.tell('induction-pack-given', at + 45 * minute)
    if (random.chance(0.97)) tenancy.tell('handbook-given', at + 45 * minute)
  }
  if (random.chance(0.6))
    tenancy.tell('satisfaction-invited', deskTime(world, at, random.whole(8, 15), random))
  const slow = slownessOf(world.zone.dayOf(at) + 42) > 1.3
  const weeks = random.chance(slow ? 0.62 : 0.9) ? random.between(5.2, 6.8) : random.between(7.3, 10)
  if (random.chance(0.97)) {
    const visitedOn = workingDayBy(world, world.zone.dayOf(at) + Math.round(weeks * 7))
    const visitedAt = timeOn(world, visitedOn, 9.5, 16.5, random)
    tenancy.tell(
      'settling-in-visit-held',
      visitedAt,
      {},
      { recordedAt: visitedAt + random.between(1, 26) * hour },
    )
  }
}

function moveOut(world: World, tenancy: Case, at: Instant, random: Random): void {
  tenancy.tell('tenancy-ended', at)
  if (random.chance(0.93))
    tenancy.tell('exit-survey-invited', deskTime(world, at, random.whole(1, 8), random))
}
