import { formatInstant, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, atTheDesk } from '../arrivals.ts'
import { deskTime } from '../office-time.ts'
import { staffId } from '../papers.ts'
import type { Random } from '../random.ts'
import { awayOn, stormOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { bandOf } from './people.ts'

/** Visitors at the offices, with and without an appointment. */
export function reception(world: World): readonly Case[] {
  const random = world.random('reception')
  const { visits } = world.landlord
  const comings = [...arrivals(world, random, visits.aYear, atTheDesk)]
  return comings
    .filter((at) => world.office.isWorkingDay(world.zone.dayOf(at)))
    .map((at, index) => {
      const visit = openCase('reception-visit', `visit-${String(index + 1).padStart(4, '0')}`)
      if (random.chance(visits.booked)) booked(world, visit, at, random)
      else walkIn(world, visit, at, random)
      return visit
    })
}

function booked(world: World, visit: Case, at: Instant, random: Random): void {
  const early = random.between(-6, 12)
  const quarter = 15 * minute
  const agreedAt = Math.round((at + early * minute) / quarter) * quarter
  const wishesPrivate = random.chance(0.4)
  visit.tell('visitor-arrived', at, {
    appointmentAt: formatInstant(agreedAt, world.zone),
    ...(wishesPrivate && { private: true }),
    ...bandOf(world, random),
  })
  const seenAt = Math.max(at, agreedAt - 3 * minute) + waitOf(world, at, 0.75, random)
  const designated = random.chance(0.955)
  seen(
    world,
    visit,
    seenAt,
    { designated, ...(wishesPrivate && { privateRoom: random.chance(0.97) }) },
    random,
  )
}

function walkIn(world: World, visit: Case, at: Instant, random: Random): void {
  const wants = random.chance(0.35) ? random.pick(world.landlord.teams) : undefined
  const wishesPrivate = random.chance(0.06)
  const arrived = { ...(wants !== undefined && { wants }), ...(wishesPrivate && { private: true }) }
  visit.tell('visitor-arrived', at, { ...arrived, ...bandOf(world, random) })
  const wait = waitOf(world, at, 1, random)
  if (wants !== undefined && random.chance(0.14)) {
    comeBack(world, visit, at, random)
    return
  }
  if (wait > 20 * minute && random.chance(0.6)) {
    visit.tell('visitor-left', at + random.between(12, 20) * minute, { action: random.chance(0.4) })
    return
  }
  if ((wants !== undefined || wait > 4 * minute) && random.chance(0.93)) advise(visit, at, wait, random)
  const room = wishesPrivate ? { privateRoom: random.chance(0.95) } : {}
  seen(world, visit, at + wait, { designated: wants !== undefined && random.chance(0.8), ...room }, random)
}

function advise(visit: Case, at: Instant, wait: number, random: Random): void {
  const minutes = Math.max(5, Math.round(wait / minute / 5) * 5)
  const data = random.chance(0.2) ? { minutes, alternative: true } : { minutes }
  visit.tell('wait-advised', at + Math.min(wait * 0.6, random.between(0.4, 3) * minute), data)
}

/** The person wanted is not there: the visitor gets a time with them instead. */
function comeBack(world: World, visit: Case, at: Instant, random: Random): void {
  visit.tell('no-staff-available', at + 2 * minute)
  const days = random.chance(0.94) ? random.whole(1, 9) : random.whole(11, 14)
  const slot = deskTime(world, at, days, random)
  const quarter = 15 * minute
  const data = { for: formatInstant(Math.floor(slot / quarter) * quarter, world.zone), place: 'office' }
  visit.tell('appointment-offered', at + 5 * minute, data)
  visit.tell('visitor-left', at + 7 * minute, { action: true })
}

function seen(
  world: World,
  visit: Case,
  at: Instant,
  data: Readonly<Record<string, boolean>>,
  random: Random,
): void {
  visit.tell('visitor-seen', at, { by: staffId(world, random), ...data })
  const known = random.chance(0.975) ? { action: true } : {}
  visit.tell('visitor-left', at + random.erlang(3, 14) * minute, {
    ...known,
    ...(random.chance(0.15) && { confirmation: true }),
  })
}

/** Lunch, storms and leave make people wait. */
function waitOf(world: World, at: Instant, pace: number, random: Random): number {
  const { meanWaitMinutes } = world.landlord.visits
  const day = world.zone.dayOf(at)
  const onClock = world.zone.minuteOfDay(at)
  const lunch = onClock >= 750 && onClock < 840 ? 1.7 : 1
  const busy = 0.85 + awayOn(day) * 1.8 + stormOn(day) * 0.3
  return random.erlang(2, meanWaitMinutes * pace * lunch * busy) * minute
}
