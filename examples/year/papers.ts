import type { EventData } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** What a letter or e-mail shows of its writer; now and then something is left out, and for a while by a template. */
export function shownOn(world: World, channel: string, at: Instant, random: Random): EventData {
  const { template } = world.landlord.mishaps
  const day = world.zone.dayOf(at)
  const lacking =
    template !== undefined && day >= template.from && day <= template.to ? template.lacks : undefined
  const shows = (field: string) => field !== lacking && random.chance(0.994)
  return {
    by: staffId(world, random),
    channel,
    name: shows('name'),
    position: shows('position'),
    telephone: shows('telephone'),
    email: shows('email'),
    ...(channel === 'letter' && { address: shows('address'), copyKept: shows('copyKept') }),
  }
}

/** Somebody who works there. */
export function staffId(world: World, random: Random): string {
  return staffNamed(random.whole(1, world.landlord.staff))
}

/** The nth member of staff, from 1. */
export function staffNamed(nth: number): string {
  return `staff-${String(nth).padStart(2, '0')}`
}
