import { timeOn } from '../office-time.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Residents' profiles: two in three were whole at the beginning, and a campaign in the autumn brought many more. */
export function profiles(world: World): readonly Case[] {
  const random = world.random('profiles')
  return Array.from({ length: world.count(world.landlord.profiles) }, (_, index) => {
    const profile = openCase('profile', `profile-${String(index + 1).padStart(4, '0')}`)
    const day = (from: number, to: number) =>
      timeOn(world, world.office.firstWorkingDayOnOrAfter(random.whole(from, to)), 9.5, 16.5, random)
    profile.tell('profile-opened', day(world.year.ledgerOpensOn, world.year.ledgerOpensOn + 40))
    const completed = random.weighted(ways)
    if (completed === 'early')
      profile.tell('profile-completed', day(world.year.ledgerOpensOn + 41, world.year.carriedFrom + 20), {
        strands: 6,
      })
    if (completed === 'by-campaign')
      profile.tell('profile-completed', day(world.year.ends - 190, world.year.ends - 120), { strands: 6 })
    if (completed === 'in-part')
      profile.tell('profile-completed', day(world.year.carriedFrom + 30, world.year.ends), {
        strands: random.whole(3, 5),
      })
    if (random.chance(0.05)) profile.tell('profile-closed', day(world.year.carriedFrom + 60, world.year.ends))
    return profile
  })
}

const ways = [
  ['early', 0.67],
  ['by-campaign', 0.115],
  ['in-part', 0.08],
  ['not', 0.135],
] as const
