import { formatDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { deskTime, soonAfter, timeOn } from './office-time.ts'
import { overriding } from './pack-asks.ts'
import { shownOn } from './papers.ts'
import type { Random } from './random.ts'
import { slownessOf } from './seasons.ts'
import type { Case } from './told.ts'
import type { World } from './world.ts'

/** How an enquiry is answered. */
export interface Manner {
  /** How the answer goes out. */
  readonly channel: 'letter' | 'e-mail' | 'text'
  /** Working days to a full answer, on average. */
  readonly meanDays: number
  /** Of those that take long, the share put off in time with a new date. */
  readonly putOff: number
  /** From when a new date is sent, in working days. */
  readonly putOffFrom: number
}

/** How it ends, decided before it is told, so that everything else can come before it. */
export interface Ending {
  readonly how: 'reply' | 'call' | 'outside' | 'withdrawn' | 'duplicate' | 'wrong-person' | 'never'
  readonly at: Instant
  readonly putOffAt: Instant | undefined
  readonly newDate: string | undefined
}

/** Decides how and when an enquiry ends. `pace` above 1 is slower. */
export function endingOf(world: World, at: Instant, manner: Manner, pace: number, random: Random): Ending {
  const day = world.zone.dayOf(at)
  const how = random.weighted(endings)
  const days = random.erlang(3, manner.meanDays) * pace * slownessOf(day)
  const answerAt = deskTime(world, at, days, random)
  if (days <= manner.putOffFrom + 1.5 || !random.chance(manner.putOff))
    return { how, at: answerAt, putOffAt: undefined, newDate: undefined }
  const putOffAt = deskTime(world, at, random.between(manner.putOffFrom - 2, manner.putOffFrom + 0.4), random)
  const { office } = world
  const newDay = office.addWorkingDays(world.zone.dayOf(putOffAt), random.whole(5, 10))
  const kept = random.chance(0.88)
  const finished = office.addWorkingDays(newDay, kept ? -random.whole(0, 2) : random.whole(1, 5))
  return {
    how,
    putOffAt,
    newDate: formatDay(newDay),
    at: timeOn(world, Math.max(finished, world.zone.dayOf(putOffAt) + 1), 9.2, 16.8, random),
  }
}

/** Tells the ending, and the holding reply before it. */
export function tellEnding(
  world: World,
  enquiry: Case,
  ending: Ending,
  channel: Manner['channel'],
  random: Random,
): void {
  const { how, at, putOffAt, newDate } = ending
  if (putOffAt !== undefined && newDate !== undefined) {
    const reason = random.pick([
      'awaiting-contractor',
      'awaiting-council',
      'needs-inspection',
      'colleague-away',
    ])
    enquiry.tell('holding-reply-sent', putOffAt, {
      reason,
      newDate,
      ...shownOn(world, channel, putOffAt, random),
    })
  }
  if (how === 'never') return
  if (how === 'reply') enquiry.tell('reply-sent', at, { full: true, ...shownOn(world, channel, at, random) })
  else if (how === 'call') enquiry.tell('call-returned', at, { with: 'reply' })
  else if (how === 'outside') enquiry.tell('outside-our-services', at, elsewhere(world, random))
  const reason = how === 'reply' || how === 'call' || how === 'outside' ? 'answered' : how
  enquiry.tell('enquiry-closed', soonAfter(world, at, random.between(1, 90)), { reason })
}

const endings = [
  ['reply', 0.868],
  ['call', 0.065],
  ['outside', 0.03],
  ['withdrawn', 0.013],
  ['duplicate', 0.008],
  ['wrong-person', 0.005],
  ['never', 0.006],
] as const

function elsewhere(world: World, random: Random) {
  if (random.chance(0.92)) return { referredTo: random.pick(['council', 'advice-bureau', 'energy-supplier']) }
  return random.chance(0.6) ? overriding(world, 'outside-our-services', 'nobody-known') : {}
}
