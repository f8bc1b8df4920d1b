import type { Instant } from '#core/time/instant.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Money for customers who were not told: of an appointment called off, or of a complaint that would be late. */
export function compensation(world: World, cases: readonly Case[]): readonly Case[] {
  const owing = world.pack.promises.find(
    ({ measure, clauses }) =>
      measure === 'rule' && clauses.appliesTo?.some(({ event }) => event === 'entitlement-found'),
  )
  if (owing === undefined) return []
  const random = world.random('compensation')
  const untold = cases.flatMap((each) => untoldAt(each))
  return untold
    .filter(() => random.chance(0.85))
    .map(({ of, at }, index) => {
      const owed = openCase('compensation', `compensation-${String(index + 1).padStart(3, '0')}`)
      const foundAt = deskTime(world, at, random.whole(8, 25), random)
      owed.tell('entitlement-found', foundAt, { promise: owing.id, case: of })
      offer(world, owed, foundAt, random)
      return owed
    })
}

interface Untold {
  readonly of: string
  readonly at: Instant
}

function untoldAt({ id, events }: Case): readonly Untold[] {
  const has = (type: string) => events.some((event) => event.type === type)
  const off = events.find(
    ({ type, data }) =>
      type === 'appointment-missed' || (type === 'appointment-cancelled' && data['by'] === 'landlord'),
  )
  return off !== undefined && !has('customer-told') ? [{ of: id, at: off.at }] : []
}

function offer(world: World, owed: Case, foundAt: Instant, random: Random): void {
  if (!random.chance(0.93)) return
  const pence = random.pick([1000, 1500, 2500])
  const offeredAt = deskTime(world, foundAt, random.whole(1, 6), random)
  owed.tell('compensation-offered', offeredAt, { pence })
  const answeredAt = deskTime(world, offeredAt, random.whole(2, 12), random)
  if (random.chance(0.1)) {
    owed.tell('compensation-declined', answeredAt, { reason: 'customer-content' })
    return
  }
  owed.tell('compensation-accepted', answeredAt)
  owed.tell('compensation-paid', deskTime(world, answeredAt, random.whole(3, 10), random), { pence })
}
