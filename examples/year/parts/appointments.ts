import { formatInstant, hour, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, atTheDesk } from '../arrivals.ts'
import { deskHours } from '../office-time.ts'
import { overriding } from '../pack-asks.ts'
import { staffId } from '../papers.ts'
import type { Random } from '../random.ts'
import { slownessOf, stormOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { bandOf } from './people.ts'

/** Appointments at the office and visits at home, asked for, booked, called off, held or missed. */
export function appointments(world: World): readonly Case[] {
  const random = world.random('appointments')
  const { appointments: habits } = world.landlord
  return [...arrivals(world, random, habits.aYear, atTheDesk)].map((at, index) => {
    const appointment = openCase('appointment', `appointment-${String(index + 1).padStart(4, '0')}`)
    const place = random.chance(habits.atOffice) ? 'office' : 'home'
    appointment.tell('appointment-requested', at, {
      reason: random.pick(reasons),
      place,
      ...bandOf(world, random),
    })
    prefer(world, appointment, at, random)
    const slot = slotAfter(world, at, habits.meanDaysToVisit, random)
    appointment.tell('appointment-offered', at + 3 * minute, { for: formatInstant(slot, world.zone), place })
    book(world, appointment, at + random.between(4, 240) * minute, slot, place, random)
    comeAbout(world, appointment, slot, place, random)
    return appointment
  })
}

/** Customers are asked what they would choose; where it is not done so, mostly the reason stands beside it. */
function prefer(world: World, appointment: Case, at: Instant, random: Random): void {
  if (!random.chance(0.25)) return
  const followed = random.chance(0.9)
  const reason =
    !followed && random.chance(0.93) ? overriding(world, 'preference-recorded', 'no-such-slot') : {}
  const preference = random.pick(['morning', 'afternoon', 'after-school', 'same-officer'])
  appointment.tell('preference-recorded', at + 2 * minute, { preference, followed, ...reason })
}

/** A time on the hour or half hour, in working hours; a few in the evening. */
function slotAfter(world: World, at: Instant, meanDays: number, random: Random): Instant {
  const days = 1 + random.erlang(4, meanDays - 1) * Math.sqrt(slownessOf(world.zone.dayOf(at)))
  const day = world.office.addWorkingDays(world.zone.dayOf(at), Math.round(days))
  const hours = random.chance(0.06) ? random.pick([17.5, 18, 18.5]) : random.whole(19, 32) / 2
  return world.zone.instantOf(day, hours * 60)
}

function book(
  world: World,
  appointment: Case,
  at: Instant,
  slot: Instant,
  place: 'office' | 'home',
  random: Random,
): void {
  const evening = world.zone.minuteOfDay(slot) >= 17 * 60
  const second = place === 'home' && evening && random.chance(0.93)
  const refused = place === 'office' && !random.chance(0.55)
  appointment.tell('appointment-booked', deskBefore(world, at, slot), {
    for: formatInstant(slot, world.zone),
    place,
    staff: staffId(world, random),
    ...(place === 'office' && !refused && { homeOffered: true }),
    ...(refused && random.chance(0.93) && overriding(world, 'appointment-booked', 'needs-office-equipment')),
    ...(evening && { evening }),
    ...(second && { secondStaff: staffId(world, random) }),
  })
}

function deskBefore(world: World, at: Instant, slot: Instant): Instant {
  return Math.min(deskHours(world, at, 0.02), slot - hour)
}

/** What becomes of it. */
function comeAbout(
  world: World,
  appointment: Case,
  slot: Instant,
  place: 'office' | 'home',
  random: Random,
): void {
  const storm = stormOn(world.zone.dayOf(slot))
  const roll = random.next() + storm * -0.06
  if (roll < 0.05) callOff(world, appointment, slot, 'landlord', place, random)
  else if (roll < 0.11) callOff(world, appointment, slot, 'customer', place, random)
  else if (roll < 0.118) miss(world, appointment, slot, random)
  else if (roll < 0.17 && place === 'home') findNobody(world, appointment, slot, random)
  else hold(world, appointment, slot, storm, random)
}

function callOff(
  world: World,
  appointment: Case,
  slot: Instant,
  by: 'landlord' | 'customer',
  place: 'office' | 'home',
  random: Random,
): void {
  const at = Math.max(
    deskHours(world, slot, -random.between(0.3, 9)),
    (appointment.events.at(-1)?.at ?? slot) + minute,
  )
  const another = random.chance(0.9)
  const reason = by === 'landlord' ? random.pick(['illness', 'emergency', 'weather']) : 'not-convenient'
  appointment.tell('appointment-cancelled', at, { by, reason, ...(!another && { anotherWanted: false }) })
  if (by === 'landlord' && random.chance(0.94))
    appointment.tell('customer-told', at + random.between(2, 50) * minute, { channel: 'telephone' })
  if (!another) return
  const next = slotAfter(world, Math.max(at, slot), 5.2, random)
  book(world, appointment, at + 20 * minute, next, place, random)
  hold(world, appointment, next, 0, random)
}

function miss(world: World, appointment: Case, slot: Instant, random: Random): void {
  appointment.tell('appointment-missed', slot + hour)
  if (random.chance(0.65)) appointment.tell('customer-told', slot + random.between(2, 5) * hour)
}

function findNobody(world: World, appointment: Case, slot: Instant, random: Random): void {
  const left = random.chance(0.97)
  const card = { cardLeft: left, purpose: left, telephone: left, rearranged: left && random.chance(0.92) }
  const at = slot - random.between(0, 5) * minute
  appointment.tell('no-access', at, card, { recordedAt: at + random.between(1, 5) * hour })
}

/** Mostly there on the dot; late more often in storms, and then not everybody is told. */
function hold(world: World, appointment: Case, slot: Instant, storm: number, random: Random): void {
  const onTime = random.chance(world.landlord.appointments.onTime - storm * 0.1)
  const at = slot + (onTime ? -random.between(0, 6) : random.between(2, 35)) * minute
  if (!onTime && random.chance(0.7)) {
    const newTime = formatInstant(Math.ceil(at / (5 * minute)) * 5 * minute, world.zone)
    appointment.tell('delay-notified', slot - random.between(-4, 60) * minute, { newTime })
  }
  // Visits are typed in back at the office.
  const recordedAt = at + random.between(1, 6) * hour
  appointment.tell('appointment-started', at, {}, { recordedAt })
  if (random.chance(0.96))
    appointment.tell('follow-up-told', at + random.between(15, 60) * minute, { action: true }, { recordedAt })
}

const reasons = ['tenancy', 'repair-inspection', 'rent', 'adaptation', 'neighbour', 'moving']
