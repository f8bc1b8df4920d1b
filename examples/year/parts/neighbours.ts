import { formatDay } from '#core/time/day.ts'
import { hour, type Instant } from '#core/time/instant.ts'
import { arrivals, atTheDesk, online } from '../arrivals.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { bandOf } from './people.ts'

/** Reports of antisocial behaviour. */
export function antisocialBehaviour(world: World): readonly Case[] {
  const random = world.random('antisocial behaviour')
  return [...arrivals(world, random, world.landlord.antisocialBehaviour, online)].map((at, index) => {
    const report = openCase('antisocial-behaviour', `asb-${String(index + 1).padStart(4, '0')}`)
    follow(world, report, at, random)
    return report
  })
}

function follow(world: World, report: Case, at: Instant, random: Random): void {
  const hate = random.chance(0.04)
  const urgent = hate || random.chance(0.2)
  report.tell('asb-reported', at, { urgent, ...(hate && { hate }), ...bandOf(world, random) })
  const slow = slownessOf(world.zone.dayOf(at))
  // Somebody is on duty for urgent ones, at weekends as well; now and then the duty telephone was off.
  const takenUpAt = urgent
    ? at + (random.chance(0.93) ? random.erlang(2, 5) : random.between(40, 80)) * hour
    : deskTime(world, at, random.erlang(2, 1.5) * slow, random)
  report.tell('asb-taken-up', takenUpAt)
  if (random.chance(0.95)) report.tell('asb-updated', deskTime(world, takenUpAt, random.whole(2, 8), random))
  const closedAt = deskTime(world, takenUpAt, random.whole(10, 60), random)
  report.tell('asb-closed', closedAt, {
    outcome: random.pick(['resolved', 'warning', 'no-evidence', 'mediation']),
  })
}

/** Abuse of staff, and what was done about it. */
export function incidents(world: World): readonly Case[] {
  const random = world.random('incidents')
  return [...arrivals(world, random, world.landlord.incidents, atTheDesk)].map((at, index) => {
    const incident = openCase('behaviour', `incident-${String(index + 1).padStart(3, '0')}`)
    incident.tell('incident-recorded', at, {
      action: random.pick(['call-ended', 'asked-to-leave', 'reported']),
    })
    actOn(world, incident, at, random)
    return incident
  })
}

function actOn(world: World, incident: Case, at: Instant, random: Random): void {
  const actedAt = deskTime(world, at, random.whole(1, 6), random)
  if (random.chance(0.75)) incident.tell('warning-given', actedAt)
  else if (random.chance(0.8)) {
    const review = world.office.addWorkingDays(world.zone.dayOf(actedAt), 120)
    incident.tell('restriction-set', actedAt, { review: formatDay(review) })
  }
}
