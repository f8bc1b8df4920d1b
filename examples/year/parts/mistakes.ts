import { formatInstant, hour, minute } from '#core/time/instant.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { type Case, openCase, type Told } from '../told.ts'
import type { World } from '../world.ts'

/**
 * What goes wrong in any ledger, put right as it should be: replies that bounced, times typed in wrongly, and second
 * approaches about one matter that were joined to the first. Gives the cases that came of it.
 */
export function mistakes(world: World, enquiries: readonly Case[]): readonly Case[] {
  const random = world.random('mistakes')
  return enquiries.flatMap((enquiry) => {
    const reply = enquiry.events.find(({ type }) => type === 'reply-sent')
    const received = enquiry.events[0]
    if (reply === undefined || received === undefined) return []
    const roll = random.next()
    if (roll < 0.005 && reply.data['channel'] === 'e-mail') bounce(world, enquiry, reply, random)
    else if (roll < 0.01) correct(world, enquiry, reply, random)
    else if (roll < 0.018 && reply.at - received.at > 30 * hour)
      return [again(enquiry, received, reply, random)]
    return []
  })
}

/** The reply came back: it does not count, and another is sent. */
function bounce(world: World, enquiry: Case, reply: Told, random: Random): void {
  const bouncedAt = reply.at + random.between(1, 20) * minute
  enquiry.tell('event-withdrawn', bouncedAt, { event: nameOf(world, reply), reason: 'bounced', by: 'system' })
  enquiry.tell('reply-sent', deskTime(world, bouncedAt, random.whole(0, 2), random), reply.data)
}

/** It went out in the morning and was typed in as of the afternoon. */
function correct(world: World, enquiry: Case, reply: Told, random: Random): void {
  const at = reply.at - random.between(0.5, 1.5) * hour
  if (enquiry.events.some((event) => event !== reply && event.at >= at && event.at <= reply.at)) return
  enquiry.tell('event-corrected', deskTime(world, reply.at, random.whole(0, 3), random), {
    event: nameOf(world, reply),
    at: formatInstant(Math.floor(at / minute) * minute, world.zone),
  })
}

/** The customer wrote once more before the answer; it is joined to the first and answered with it. */
function again(enquiry: Case, received: Told, reply: Told, random: Random): Case {
  const second = openCase('enquiry', `${enquiry.id}-again`)
  const at = received.at + (reply.at - received.at) * random.between(0.3, 0.8)
  second.tell('contact-received', at, received.data)
  second.tell('merged-into', at + random.between(5, 50) * minute, { case: enquiry.id })
  return second
}

function nameOf(world: World, told: Told): string {
  return told.id ?? `${told.type}@${formatInstant(told.at, world.zone)}`
}
