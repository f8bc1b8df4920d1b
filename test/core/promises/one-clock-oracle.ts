import type { CaseEvent } from '#core/ledger/event.ts'
import type { OracleWorld } from '#test/core/time/oracle.ts'
import {
  type Due,
  dueBefore,
  dueFrom,
  dueWithin,
  earliestMoment,
  lastMoment,
  moved,
  type Spell,
} from './due-oracle.ts'
import { isAnyOf, type Named, type Wanted } from './event-oracle.ts'

/** A clock promise as it is written in a pack. */
export interface Promised {
  readonly starts: Named
  readonly stops: Named
  readonly when?: Wanted
  readonly within?: string
  readonly by?: string
  readonly grace?: string
  readonly before?: string
  readonly counts_from?: string
  readonly stops_at?: string
  readonly tolerance?: string
  readonly pauses?: Named
  readonly resumes?: Named
  readonly extends?: {
    readonly when: Named
    readonly within?: string
    readonly then: string
    readonly as?: string
  }
  readonly fails?: Named
  readonly voids?: Named
  readonly repeats?: boolean
  readonly automatic?: boolean
  readonly received_out_of_hours?: string
}

/** What whoever tells a case's clocks by hand has before them. */
export interface Told {
  readonly world: OracleWorld
  /** In order of time. */
  readonly events: readonly CaseEvent[]
  /** Events of the case that this one was merged into. */
  readonly borrowed: ReadonlySet<CaseEvent>
  readonly asOf: number
}

/** A clock as the oracle tells it. */
export interface ToldClock {
  readonly n: number
  readonly startedAt: number
  readonly due: Due
  readonly outcome: 'running' | 'paused' | 'met' | 'missed' | 'void'
  readonly stoppedAt: number | undefined
  readonly decidedAt: number | undefined
  readonly voidReason: string | undefined
}

/** A clock, and the place of the event that ended it: while it has none, a further start adds nothing. */
export interface Followed {
  readonly clock: ToldClock
  readonly endsAt?: number
  /** What the ending event starts: the same again, or a clock due on the date it promised. */
  readonly next?: 'the same again' | Due
}

/** What has happened to a clock so far. */
interface Sofar {
  readonly pauses: readonly Spell[]
  readonly pausedSince: number | undefined
  /** The due date as it was first, or as an extension made it, moved by the pauses. */
  readonly dueWith: (pauses: readonly Spell[]) => Due
  readonly extendedAt: number | undefined
  /** An answer that came in time but for a time that is too late; a better one may still come. */
  readonly lateSlot: number | undefined
}

/** One clock from its start to its end, whether or not its conditions hold. */
export function followByHand(
  promised: Promised,
  told: Told,
  place: number,
  n: number,
  promisedDue: Due | undefined,
): Followed {
  const start = told.events[place] as CaseEvent
  const watch = { promised, told, start, n, promisedDue }
  const dueWith = (pauses: readonly Spell[]) => promisedDue ?? limit(watch, pauses)
  let sofar: Sofar = {
    pauses: [],
    pausedSince: undefined,
    dueWith,
    extendedAt: undefined,
    lateSlot: undefined,
  }
  for (let index = place + 1; index < told.events.length; index++) {
    const event = told.events[index] as CaseEvent
    const last = lastChance(watch, sofar)
    // Nothing better was offered in time: it ended before this event.
    if (event.at > last && sofar.lateSlot !== undefined)
      return { clock: missed(watch, sofar, last), endsAt: index - 1 }
    const meant = meaning(watch, sofar, event)
    const end = event.at > last ? endedLate(watch, sofar, event, meant) : ended(watch, sofar, event, meant)
    if (end !== undefined) return end.clock.outcome === 'running' ? end : { ...end, endsAt: index }
    if (event.at <= last) sofar = moveOn(watch, sofar, event, meant)
  }
  const last = lastChance(watch, sofar)
  if (told.asOf > last) return { clock: missed(watch, sofar, last) }
  return { clock: tell(watch, sofar, sofar.pausedSince === undefined ? 'running' : 'paused') }
}

/** What a clock is watched with. */
interface Watch {
  readonly promised: Promised
  readonly told: Told
  readonly start: CaseEvent
  readonly n: number
  readonly promisedDue: Due | undefined
}

type Meaning = 'stop' | 'fail' | 'void' | 'pause' | 'resume' | 'keep' | 'extend' | 'nothing'

/** What an event is to a clock. A machine’s message is nothing unless the promise says so (trap 21). */
function meaning({ promised, told, start, promisedDue }: Watch, sofar: Sofar, event: CaseEvent): Meaning {
  const byPerson = event.data['by'] !== 'system' || promised.automatic === true
  if (isAnyOf(promised.stops, event)) return byPerson ? 'stop' : 'nothing'
  if (told.borrowed.has(event)) return 'nothing'
  if (isAnyOf(promised.fails, event)) return 'fail'
  if (isAnyOf(promised.voids, event)) return 'void'
  if (isAnyOf(promised.pauses, event)) return 'pause'
  if (isAnyOf(promised.resumes, event)) return 'resume'
  const { extends: more } = promised
  if (more === undefined || !isAnyOf(more.when, event) || !byPerson) return 'nothing'
  // A length counts from the first acknowledgement; a clock due on a promised date is extended before it falls due.
  if (sofar.extendedAt !== undefined && event.data[more.then] === undefined) return 'nothing'
  const soon =
    more.within === undefined || promisedDue !== undefined
      ? undefined
      : within(promised, told.world, more.within, start.at, [])
  if (soon !== undefined && event.at > lastMoment(told.world, soon)) return 'nothing'
  return more.as === 'new clock' ? 'keep' : 'extend'
}

/** How an event that came in time ends the clock, if it does. */
function ended(watch: Watch, before: Sofar, event: CaseEvent, meant: Meaning): Followed | undefined {
  const { promised, told } = watch
  const sofar = resumed(before, event.at)
  if (meant === 'fail') return { clock: tell(watch, sofar, 'missed', { decidedAt: event.at }) }
  if (meant === 'void') {
    const reason = event.data['reason']
    return {
      clock: tell(watch, sofar, 'void', {
        decidedAt: event.at,
        voidReason: typeof reason === 'string' ? reason : event.type,
      }),
    }
  }
  if (meant === 'keep') {
    const next = dueFrom(event.data[promised.extends?.then ?? ''])
    return { clock: tell(watch, sofar, 'met', { decidedAt: event.at, stoppedAt: event.at }), next }
  }
  const slot = slotOf(promised, event)
  if (meant !== 'stop' || slot < tooEarlyBefore(watch, sofar) || slot > lastChance(watch, before))
    return undefined
  // The stop counts at the time it carries, so before then it is not decided.
  if (slot > told.asOf) return { clock: tell(watch, sofar, 'running') }
  return { clock: tell(watch, sofar, 'met', { decidedAt: slot, stoppedAt: slot }), ...again(promised) }
}

/** How an event after the due date ends the clock: the verdict stays. */
function endedLate(watch: Watch, sofar: Sofar, event: CaseEvent, meant: Meaning): Followed | undefined {
  const last = lastChance(watch, sofar)
  if (meant === 'stop')
    return {
      clock: missed(watch, { ...sofar, lateSlot: slotOf(watch.promised, event) }, last),
      ...again(watch.promised),
    }
  return meant === 'fail' || meant === 'void' ? { clock: missed(watch, sofar, last) } : undefined
}

/** What an event that came in time and ended nothing changes. */
function moveOn(watch: Watch, sofar: Sofar, event: CaseEvent, meant: Meaning): Sofar {
  if (meant === 'pause') return { ...sofar, pausedSince: sofar.pausedSince ?? event.at }
  if (meant === 'resume') return resumed(sofar, event.at)
  if (meant === 'extend') {
    const then = watch.promised.extends?.then ?? ''
    const date = event.data[then]
    const due =
      date === undefined ? within(watch.promised, watch.told.world, then, event.at, []) : dueFrom(date)
    return { ...sofar, dueWith: () => due, extendedAt: event.at }
  }
  const slot = slotOf(watch.promised, event)
  const isLate = meant === 'stop' && slot > lastChance(watch, sofar)
  return isLate ? { ...sofar, lateSlot: Math.min(slot, sofar.lateSlot ?? slot) } : sofar
}

function missed(watch: Watch, sofar: Sofar, last: number): ToldClock {
  // What was due before it began, or before a pause ended or a date was named, is missed then.
  const since = Math.max(watch.start.at, sofar.pauses.at(-1)?.[1] ?? 0, sofar.extendedAt ?? 0)
  return tell(watch, sofar, 'missed', { decidedAt: Math.max(last, since), stoppedAt: sofar.lateSlot })
}

function tell(
  watch: Watch,
  sofar: Sofar,
  outcome: ToldClock['outcome'],
  rest: Partial<ToldClock> = {},
): ToldClock {
  const { n, start } = watch
  const open = { stoppedAt: undefined, decidedAt: undefined, voidReason: undefined }
  return { n, startedAt: start.at, due: sofar.dueWith(sofar.pauses), outcome, ...open, ...rest }
}

/** The due date or instant that the promise’s own limit gives. */
function limit({ promised, told: { world }, start }: Watch, pauses: readonly Spell[]): Due {
  if (promised.by !== undefined) return dueFrom(start.data[promised.by])
  if (promised.before !== undefined) {
    const [words = '', field = ''] = promised.before.split(' before ')
    return dueBefore(world, words, start.data[field] as string)
  }
  const later = promised.counts_from === undefined ? undefined : start.data[promised.counts_from]
  const from = later === undefined ? start.at : Math.max(start.at, earliestMoment(world, dueFrom(later)))
  return within(promised, world, promised.within ?? '', from, pauses)
}

function within(
  promised: Promised,
  world: OracleWorld,
  words: string,
  from: number,
  pauses: readonly Spell[],
): Due {
  return dueWithin(world, words, promised.received_out_of_hours ?? 'same day', from, pauses)
}

/** The last moment that keeps it; a paused clock is not overdue, so it has none yet. */
function lastChance({ promised, told: { world } }: Watch, sofar: Sofar): number {
  if (sofar.pausedSince !== undefined) return Number.POSITIVE_INFINITY
  const leeway = promised.tolerance ?? promised.grace
  const due = sofar.dueWith(sofar.pauses)
  return lastMoment(world, leeway === undefined ? due : moved(due, leeway, 1))
}

function tooEarlyBefore({ promised, told: { world } }: Watch, sofar: Sofar): number {
  if (promised.tolerance === undefined) return Number.NEGATIVE_INFINITY
  return earliestMoment(world, moved(sofar.dueWith(sofar.pauses), promised.tolerance, -1))
}

/** The stop counts at the time it carries. */
function slotOf(promised: Promised, event: CaseEvent): number {
  const slot = promised.stops_at === undefined ? undefined : event.data[promised.stops_at]
  return typeof slot === 'string' ? Temporal.Instant.from(slot).epochMilliseconds : event.at
}

/** What ends a pause, or comes in it and ends the clock, counts the pause up to then (trap 15). */
function resumed(sofar: Sofar, at: number): Sofar {
  if (sofar.pausedSince === undefined) return sofar
  return { ...sofar, pauses: [...sofar.pauses, [sofar.pausedSince, at]], pausedSince: undefined }
}

function again(promised: Promised): Pick<Followed, 'next'> {
  return promised.repeats === true ? { next: 'the same again' } : {}
}
