import { formatInstant, hour, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, atTheDesk, byPost } from '../arrivals.ts'
import { clockOn, deskTime, timeOn } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Applications for a home. */
export function applications(world: World): readonly Case[] {
  const random = world.random('applications')
  return [...arrivals(world, random, world.landlord.lettings.applications, byPost)].map((at, index) => {
    const application = openCase('application', `application-${String(index + 1).padStart(4, '0')}`)
    application.tell(
      'application-received',
      at,
      {},
      { recordedAt: deskTime(world, at, random.whole(0, 1), random) },
    )
    const slow = slownessOf(world.zone.dayOf(at))
    const channel = random.chance(0.97) ? 'letter' : 'e-mail'
    application.tell('application-acknowledged', deskTime(world, at, random.erlang(3, 1.7) * slow, random), {
      channel,
    })
    const reason = random.chance(0.985)
      ? { reason: random.pick(['eligible', 'not-eligible', 'no-local-link']) }
      : {}
    const outcome = random.pick(['accepted', 'accepted', 'refused'])
    application.tell('application-decided', deskTime(world, at, 2 + random.erlang(4, 9.5) * slow, random), {
      outcome,
      ...reason,
    })
    return application
  })
}

/** People whom the council names for a home. */
export function nominations(world: World): readonly Case[] {
  const random = world.random('nominations')
  return [...arrivals(world, random, world.landlord.lettings.nominations, atTheDesk)].map((at, index) => {
    const nomination = openCase('nomination', `nomination-${String(index + 1).padStart(4, '0')}`)
    nomination.tell('nomination-received', at)
    const days = random.chance(0.97) ? random.between(0, 1.5) : random.between(3, 6)
    const arrangedAt = deskTime(world, at, days * Math.sqrt(slownessOf(world.zone.dayOf(at))), random)
    view(world, nomination, arrangedAt, random)
    return nomination
  })
}

function view(world: World, nomination: Case, at: Instant, random: Random): void {
  const viewingDay = world.office.addWorkingDays(world.zone.dayOf(at), random.whole(1, 5))
  const viewingAt = clockOn(world, viewingDay, random.whole(20, 32) / 2)
  nomination.tell('viewing-arranged', at, { for: formatInstant(viewingAt, world.zone) })
  if (random.chance(0.08)) return
  nomination.tell('viewing-held', viewingAt)
  const offeredAt = viewingAt + random.between(1, 30) * hour
  if (!random.chance(0.85)) return
  nomination.tell('offer-made', offeredAt)
  const answeredAt = deskTime(world, offeredAt, random.whole(1, 3), random)
  if (random.chance(0.8)) nomination.tell('offer-accepted', answeredAt)
  else nomination.tell('offer-refused', answeredAt, { reason: random.pick(['too-small', 'area', 'stairs']) })
}

/** Empty homes: works, viewing, and the next tenancy. */
export function voids(world: World): readonly Case[] {
  const random = world.random('voids')
  return [...arrivals(world, random, world.landlord.lettings.voids, atTheDesk)].map((at, index) => {
    const home = openCase('void', `void-${String(index + 1).padStart(4, '0')}`)
    const slow = slownessOf(world.zone.dayOf(at))
    home.tell('home-vacated', at, { home: `home-${random.whole(1000, 9999)}` })
    const finishedAt = deskTime(world, at, 2 + random.erlang(4, 9) * slow, random)
    home.tell('works-finished', finishedAt)
    home.tell('home-let', deskTime(world, finishedAt, 1 + random.erlang(4, 4.6) * slow, random))
    return home
  })
}

/** The list of tenants who wait for another home: contacts noted, entries looked over once a year. */
export function transfers(world: World): readonly Case[] {
  const random = world.random('transfers')
  const many = world.count(world.landlord.lettings.transfers)
  const cases = Array.from({ length: many }, (_, index) => {
    const entry = openCase('transfer', `transfer-${String(index + 1).padStart(3, '0')}`)
    const older = random.chance(0.75)
    const from = older
      ? random.whole(world.year.ledgerOpensOn, world.year.ledgerOpensOn + 60)
      : random.whole(world.year.ledgerOpensOn + 60, world.year.ends)
    const at = timeOn(world, world.office.firstWorkingDayOnOrAfter(from), 9.5, 16.5, random)
    entry.tell('transfer-requested', at)
    wait(world, entry, at, random)
    return entry
  })
  return cases
}

function wait(world: World, entry: Case, from: Instant, random: Random): void {
  const reviewedAt = deskTime(
    world,
    from,
    random.chance(0.93) ? random.whole(150, 245) : random.whole(262, 300),
    random,
  )
  const closes = random.chance(0.12)
  entry.tell('transfer-reviewed', reviewedAt)
  let at = from
  for (let i = 0; i < 8 && world.zone.dayOf(at) < world.year.ends; i++) {
    at = deskTime(world, at, random.whole(15, 90), random)
    entry.tell('transfer-contact-recorded', at, {
      channel: random.pick(['telephone', 'letter', 'reception']),
    })
  }
  if (closes) entry.tell('transfer-closed', reviewedAt + 30 * minute, { reason: 'moved' })
}
