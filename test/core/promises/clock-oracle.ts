import type { CaseEvent } from '#core/ledger/event.ts'
import type { Due } from './due-oracle.ts'
import { isAnyOf, isWanted, type Wanted } from './event-oracle.ts'
import { followByHand, type Followed, type Promised, type Told, type ToldClock } from './one-clock-oracle.ts'

/** Every clock of a promise on a case, told from the words of the design, one event after the other. */
export function clocksByHand(promised: Promised, told: Told): readonly ToldClock[] {
  const clocks: ToldClock[] = []
  for (let place = 0; place < told.events.length; place++) {
    let next: Followed['next'] = isStart(promised, told, place) ? 'the same again' : undefined
    while (next !== undefined) {
      const due: Due | undefined = next === 'the same again' ? undefined : next
      const followed: Followed | undefined = standing(promised, told, place, clocks.length + 1, due)
      if (followed === undefined) break
      clocks.push(followed.clock)
      if (followed.endsAt === undefined) return clocks
      place = followed.endsAt
      next = followed.next
    }
  }
  return clocks
}

function isStart(promised: Promised, { events, borrowed }: Told, place: number): boolean {
  const event = events[place] as CaseEvent
  return !borrowed.has(event) && isAnyOf(promised.starts, event)
}

/**
 * A change of urgency re-reads the clocks (reading 11): a clock stands that applied when it was decided, or came to
 * apply while it was still open; one that ceased to apply before is void from the change; one that never applied is none.
 */
function standing(
  promised: Promised,
  told: Told,
  place: number,
  n: number,
  due: Due | undefined,
): Followed | undefined {
  const followed = followByHand(promised, told, place, n, due)
  const { startedAt, decidedAt = told.asOf } = followed.clock
  const endedAt = followed.endsAt === undefined ? told.asOf : (told.events[followed.endsAt] as CaseEvent).at
  const changes = told.events.filter(
    ({ type, at }) => type === 'urgency-changed' && at >= startedAt && at <= Math.max(endedAt, decidedAt),
  )
  const moments = [startedAt, ...changes.map(({ at }) => at)]
  const held = moments.map((at) => applied(promised.when ?? {}, told.events, place, at))
  const decided = moments.filter((at) => at <= decidedAt).length
  if (held.slice(decided - 1).includes(true)) return followed
  const ceased = changes[held.lastIndexOf(true)]
  if (!held.includes(true) || ceased === undefined) return undefined
  const none = { outcome: 'void', voidReason: 'no longer applies', stoppedAt: undefined } as const
  return {
    clock: { ...followed.clock, ...none, decidedAt: ceased.at },
    endsAt: told.events.indexOf(ceased),
  }
}

/** Conditions ask the latest change since the start, else the start’s own fields, else what the case said before. */
function applied(when: Wanted, events: readonly CaseEvent[], start: number, at: number): boolean {
  const changes = events.filter((event) => event.type === 'urgency-changed' && event.at <= at)
  return Object.entries(when).every(([field, wanted]) => {
    const said = changes.filter((event) => field in event.data)
    const after = said.findLast((event) => events.indexOf(event) > start)
    const before = said.findLast((event) => events.indexOf(event) < start)
    return isWanted(wanted, (after ?? events[start])?.data[field] ?? before?.data[field])
  })
}
