import type { Instant } from '#core/time/instant.ts'
import type { CallHabits } from './landlord.ts'
import type { Random } from './random.ts'

/** How one call went, and when. */
export interface Taken {
  readonly offeredAt: Instant
  readonly how: 'answered' | 'abandoned' | 'timed-out' | 'refused' | 'voicemail'
  readonly at: Instant
  /** Who answered, from 0. */
  readonly desk: number
  /** When an answered call ended. */
  readonly endedAt: Instant
}

/** What a day's queue needs to know. */
export interface Queue {
  readonly habits: CallHabits
  /** How many people take calls at an instant. */
  desksAt(at: Instant): number
  /** When that number may next change. */
  nextChange(at: Instant): Instant
  readonly closesAt: Instant
  isLunch(at: Instant): boolean
}

/**
 * One day of one queue, first come first served: each caller waits for the first free desk, as long as their
 * patience lasts. Who answers is then busy, so that a bad half hour is felt by those who ring after it.
 */
export function takeCalls(offered: readonly Instant[], queue: Queue, random: Random): readonly Taken[] {
  const freeAt: Instant[] = []
  let waiting: readonly Instant[] = []
  return offered.map((offeredAt) => {
    waiting = waiting.filter((until) => until > offeredAt)
    const taken = takeOne(offeredAt, waiting.length, freeAt, queue, random)
    if (taken.how !== 'refused') waiting = [...waiting, taken.at]
    return taken
  })
}

function takeOne(
  offeredAt: Instant,
  waiting: number,
  freeAt: Instant[],
  queue: Queue,
  random: Random,
): Taken {
  const { habits } = queue
  const patience = 4000 + random.exponential(habits.patienceSeconds * 1000)
  const talk = 20_000 + random.erlang(2, (habits.talkSeconds - 20) * 1000)
  const pickUp = 2000 + random.erlang(2, (habits.pickUpSeconds - 2) * 1000)
  const without = { offeredAt, desk: -1, endedAt: offeredAt }
  if (waiting >= habits.queueHolds) return { ...without, how: 'refused', at: offeredAt + 1000 }
  const { desk, at: free } = firstFree(offeredAt, freeAt, queue)
  const limits = [
    ['abandoned', patience],
    ['timed-out', habits.timesOutAfterSeconds * 1000],
    ['voicemail', lunchLimit(queue, offeredAt)],
  ] as const
  const [how, limit] = limits.reduce((least, next) => (next[1] < least[1] ? next : least))
  if (free - offeredAt > limit) return { ...without, how, at: offeredAt + limit }
  const at = free + pickUp
  freeAt[desk] = at + talk
  return { offeredAt, how: 'answered', at, desk, endedAt: at + talk }
}

function lunchLimit({ habits, isLunch }: Queue, at: Instant): number {
  const after = habits.lunchVoicemailAfterSeconds
  return after === undefined || !isLunch(at) ? Number.POSITIVE_INFINITY : after * 1000
}

/** The desk that can answer first, and when; never, where nobody is left before closing. */
function firstFree(from: Instant, freeAt: readonly Instant[], queue: Queue) {
  for (let at = from; at < queue.closesAt; at = queue.nextChange(at)) {
    let desk = -1
    let soonest = Number.POSITIVE_INFINITY
    for (let each = 0; each < queue.desksAt(at); each++) {
      const free = Math.max(freeAt[each] ?? 0, at)
      if (free < soonest) [desk, soonest] = [each, free]
    }
    if (soonest < queue.nextChange(at)) return { desk, at: soonest }
  }
  return { desk: -1, at: Number.POSITIVE_INFINITY }
}
