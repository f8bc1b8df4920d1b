import { formatDay } from '#core/time/day.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, breakages } from '../arrivals.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf, stormOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

type Priority = 'emergency' | 'urgent' | 'routine'

/** Day-to-day repairs by priority; storms bring many at once and then every trade is short. */
export function repairs(world: World): readonly Case[] {
  const random = world.random('repairs')
  return [...arrivals(world, random, world.landlord.repairs.aYear, breakages)].map((at, index) => {
    const repair = openCase('repair', `repair-${String(index + 1).padStart(4, '0')}`)
    follow(world, repair, at, random)
    return repair
  })
}

function follow(world: World, repair: Case, at: Instant, random: Random): void {
  const storm = stormOn(world.zone.dayOf(at))
  const first = random.weighted([
    ['emergency', 0.13 + storm * 0.12],
    ['urgent', 0.27 + storm * 0.1],
    ['routine', 0.6],
  ] as const)
  repair.tell('repair-reported', at, { priority: first, channel: random.chance(0.8) ? 'telephone' : 'web' })
  const priority = raised(repair, at, first, random)
  const completedAt = completion(world, at, priority, storm, random)
  if (random.chance(0.025)) {
    repair.tell('repair-cancelled', at + (completedAt - at) * random.between(0.1, 0.8), {
      reason: random.pick(['not-needed', 'entered-twice', 'no-access']),
    })
    return
  }
  tellOfDelay(world, repair, at, priority, completedAt, random)
  // The trades' sheets are typed in the evening or the next day.
  const typedIn = random.chance(0.7)
    ? completedAt + random.between(0.5, 5) * hour
    : deskTime(world, completedAt, 1, random)
  const firstVisit = random.chance(0.86 - storm * 0.08)
  repair.tell('repair-completed', completedAt, { firstVisit }, { recordedAt: typedIn })
  if (random.chance(world.landlord.repairs.surveyed))
    repair.tell('satisfaction-invited', deskTime(world, completedAt, 2, random))
  if (random.chance(0.015))
    repair.tell('repair-recalled', deskTime(world, completedAt, random.whole(3, 25), random))
}

/** Now and then staff find that it cannot wait. */
function raised(repair: Case, at: Instant, priority: Priority, random: Random): Priority {
  const next = priority === 'routine' ? 'urgent' : 'emergency'
  if (priority === 'emergency' || !random.chance(0.015)) return priority
  repair.tell('priority-changed', at + random.between(2, 20) * hour, { priority: next })
  return next
}

function completion(world: World, at: Instant, priority: Priority, storm: number, random: Random): Instant {
  const pace = world.landlord.repairs.pace * (1 + storm * 0.5)
  if (priority === 'emergency')
    return at + random.between(0.5, 1) * hour + random.erlang(2, 7.2 * pace) * hour
  const slow = Math.sqrt(slownessOf(world.zone.dayOf(at))) * pace
  const days = priority === 'urgent' ? random.erlang(5, 2.5 * slow) : random.erlang(5, 7.6 * slow)
  return Math.max(deskTime(world, at, days, random), at + 90 * minute)
}

function tellOfDelay(
  world: World,
  repair: Case,
  at: Instant,
  priority: Priority,
  completedAt: Instant,
  random: Random,
): void {
  const limit = priority === 'urgent' ? 5 : 15
  const dueOn = world.calendar.addWorkingDays(world.zone.dayOf(at), limit)
  const late = priority === 'emergency' ? completedAt > at + 24 * hour : world.zone.dayOf(completedAt) > dueOn
  if (!late || !random.chance(world.landlord.repairs.told)) return
  const toldAt =
    priority === 'emergency'
      ? at + random.between(5, 22) * hour
      : deskTime(world, at, random.between(limit - 3, limit - 1), random)
  const reason = random.pick(['parts', 'weather', 'no-trade-free', 'scaffolding'])
  const newDate = formatDay(world.zone.dayOf(completedAt) + random.whole(0, 3))
  if (toldAt < completedAt) repair.tell('repair-delay-told', toldAt, { newDate, reason })
}
