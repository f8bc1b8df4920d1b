import { formatInstant, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, atTheDesk } from '../arrivals.ts'
import { deskHours, deskTime, soonAfter } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { bandOf } from './people.ts'
import { passedOn } from './passed-on.ts'

/** Questions put by telephone: told on the spot, passed to a team, or rung back when it was agreed. */
export function telephoneEnquiries(world: World): readonly Case[] {
  const random = world.random('telephone enquiries')
  const { telephoneEnquiries: aYear } = world.landlord
  return [...arrivals(world, random, aYear, atTheDesk)].map((at, index) => {
    const enquiry = openCase('enquiry', `telephone-${String(index + 1).padStart(4, '0')}`)
    const urgent = random.chance(0.15)
    enquiry.tell('contact-received', at, { channel: 'telephone', urgent, ...bandOf(world, random) })
    if (random.chance(0.975))
      enquiry.tell('note-kept', soonAfter(world, at, random.between(2, 30)), { of: 'call' })
    const how = random.weighted(ways)
    if (how === 'told') enquiry.tell('reply-sent', at + 5 * minute, { full: true, channel: 'telephone' })
    else if (how === 'passed-on') passOn(world, enquiry, at, urgent, random)
    else ringBack(world, enquiry, at, random)
    return enquiry
  })
}

function passOn(world: World, enquiry: Case, at: Instant, urgent: boolean, random: Random): void {
  agree(world, enquiry, at, random)
  const answeredAt = deskTime(world, at, 0.6 + random.erlang(3, 3) * slownessOf(world.zone.dayOf(at)), random)
  passedOn(world, at, random).tell(enquiry, urgent, answeredAt)
  const heardAt = deskTime(world, at, random.chance(0.92) ? 1 : 2, random)
  if (heardAt < answeredAt) enquiry.tell('call-returned', heardAt, { with: 'timescale' })
  enquiry.tell('call-returned', answeredAt, { with: 'reply' })
}

function ringBack(world: World, enquiry: Case, at: Instant, random: Random): void {
  agree(world, enquiry, at, random)
  const slow = slownessOf(world.zone.dayOf(at)) ** 2
  const returnedAt = deskHours(world, at, random.erlang(2, 3.2) * slow)
  enquiry.tell('call-returned', Math.max(returnedAt, at + 10 * minute), {
    with: random.chance(0.8) ? 'reply' : 'timescale',
  })
}

/** Nearly always a time is agreed before the caller rings off. */
function agree(world: World, enquiry: Case, at: Instant, random: Random): void {
  if (!random.chance(0.965)) return
  const by = deskTime(world, at, random.whole(1, 2), random)
  enquiry.tell('call-back-agreed', at + 4 * minute, {
    for: formatInstant(Math.floor(by / minute) * minute, world.zone),
  })
}

const ways = [
  ['told', 0.48],
  ['passed-on', 0.3],
  ['ring-back', 0.22],
] as const
