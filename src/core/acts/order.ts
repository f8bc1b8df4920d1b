import type { CaseEvent } from '#core/ledger/event.ts'
import { ownEvents, type Timeline } from '#core/ledger/timeline.ts'
import type { EventDefinition } from '#core/kind.ts'
import { capitalised } from '#core/capitalised.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { longDay } from '#core/time/day.ts'
import type { Zone } from '#core/time/zone.ts'

/** Why an act does not belong here in its case: it happens once, comes too soon, or too late. */
export function orderFault(
  definition: EventDefinition,
  timeline: Timeline,
  act: CaseEvent,
  zone: Zone | undefined,
): Refusal | undefined {
  const own = ownEvents(timeline).filter((event) => event !== act)
  return (
    onceFault(definition, own, act, zone) ??
    followsFault(definition, own, act, zone) ??
    notAfterFault(definition, own, act, zone)
  )
}

function onceFault(
  { once }: EventDefinition,
  own: readonly CaseEvent[],
  act: CaseEvent,
  zone: Zone | undefined,
): Refusal | undefined {
  const before = once === true ? own.find(({ type }) => type === act.type) : undefined
  if (before === undefined) return undefined
  return refuse(
    `“${named(act.type)}” happens once in a case, and it did${onDay(before, zone)}`,
    'correct that instead',
  )
}

function followsFault(
  { follows }: EventDefinition,
  own: readonly CaseEvent[],
  act: CaseEvent,
  zone: Zone | undefined,
): Refusal | undefined {
  if (follows === undefined || latest(follows, own, act) !== undefined) return undefined
  const wanted = follows.map((type) => `“${inPlainWords(type)}”`).join(' or ')
  const afterwards = own.find(({ type }) => follows.includes(type))
  if (afterwards === undefined)
    return refuse(`“${named(act.type)}” comes after ${wanted}, which has not happened`, 'record that first')
  return refuse(
    `“${named(act.type)}” comes after “${inPlainWords(afterwards.type)}”, which happened later${onDay(afterwards, zone)}`,
    'check when it really happened',
  )
}

function notAfterFault(
  { follows = [], notAfter = [] }: EventDefinition,
  own: readonly CaseEvent[],
  act: CaseEvent,
  zone: Zone | undefined,
): Refusal | undefined {
  const barrier = latest(notAfter, own, act)
  if (barrier === undefined || comesAfter(latest(follows, own, act), barrier)) return undefined
  if (barrier.type === act.type)
    return refuse(`“${named(act.type)}” is done already${onDay(barrier, zone)}`, 'correct that instead')
  return refuse(
    `“${named(act.type)}” cannot come after “${inPlainWords(barrier.type)}”, which happened${onDay(barrier, zone)}`,
    'if that is wrong, correct or withdraw it first',
  )
}

/** The latest event of these types that happened by the time of the act. */
function latest(types: readonly string[], own: readonly CaseEvent[], act: CaseEvent): CaseEvent | undefined {
  return own.findLast(({ type, at }) => at <= act.at && types.includes(type))
}

/** Of two at one instant the later told comes after. */
function comesAfter(event: CaseEvent | undefined, other: CaseEvent): boolean {
  if (event === undefined) return false
  return event.at === other.at ? event.line > other.line : event.at > other.at
}

function named(type: string): string {
  return capitalised(inPlainWords(type))
}

/** “ on Tuesday 3 March 2026”, where the landlord’s time zone is known. */
function onDay({ at }: CaseEvent, zone: Zone | undefined): string {
  return zone === undefined ? '' : ` on ${longDay(zone.dayOf(at))}`
}
