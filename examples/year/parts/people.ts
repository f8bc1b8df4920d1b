import type { EventData } from '#core/ledger/event.ts'
import type { Random } from '../random.ts'
import type { World } from '../world.ts'

/** Who wrote. */
export function writerOf(random: Random): string {
  return random.weighted(writers)
}

/** The band of the customer's profile, where the landlord holds one. */
export function bandOf(world: World, random: Random): EventData {
  return world.landlord.bands && random.chance(0.6) ? { band: random.weighted(bands) } : {}
}

const writers = [
  ['customer', 0.92],
  ['representative', 0.035],
  ['councillor', 0.018],
  ['mp', 0.007],
  ['other', 0.02],
] as const

const bands = [
  ['under-25', 0.1],
  ['25-to-44', 0.36],
  ['45-to-64', 0.32],
  ['65-and-over', 0.22],
] as const
