import type { EventDefinition } from '#core/kind.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { ownTimeline, type Timeline } from '#core/ledger/timeline.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isAct, carriesOne, notCome, overrideOf } from '#core/promises/rule-judging.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { ActFault } from './act-fault.ts'
import { faultOfAsks } from './fault-words.ts'
import { orderFault } from './order.ts'
import { owedIn } from './owed.ts'
import type { PromiseAsks } from './promise-asks.ts'
import { asks, rulesOn } from './rules-of-editions.ts'

export type { ActFault } from './act-fault.ts'

/** An act about to be done, in a case as it stands. */
export interface ToDecide {
  readonly vocabulary: Vocabulary
  /** The case’s events before the act, as they count now. */
  readonly timeline: Timeline
  readonly editions: readonly Edition[]
  readonly act: CaseEvent
}

/** Everything that stands against an act; nothing where it may be done. Its order in the case comes first, alone. */
export function faultsOfAct({ vocabulary, timeline, editions, act }: ToDecide): readonly ActFault[] {
  const definition = vocabulary.events.get(act.type)?.definition
  if (definition === undefined) return []
  const refused =
    orderFault(definition, timeline, act, zoneOf(editions, act.at)) ??
    definition.refuses?.(timeline.events, act)
  if (refused !== undefined) return [refused]
  return asksOfAct({ vocabulary, timeline, editions, act })
    .filter(({ promise }) => overrideOf(act, promise) === undefined)
    .map((each) => faultOfAsks(each, vocabulary.events.get(act.type)?.fields))
}

/** What promises ask at this act and the act does not give, whether or not it gives a reason. */
export function asksOfAct({ vocabulary, timeline, editions, act }: ToDecide): readonly PromiseAsks[] {
  const definition = vocabulary.events.get(act.type)?.definition
  if (definition === undefined || definition.observed === true) return []
  const judged = { timeline: withAct(timeline, act), editions, rereading: vocabulary.rereading }
  const before = judged.timeline.events.slice(0, judged.timeline.events.indexOf(act))
  const asked = rulesOn(editions, act).flatMap((rule) => {
    if (!isAct(rule, act, judged.timeline, vocabulary.rereading)) return []
    const { requires = [], earlier = [] } = rule.clauses
    const fields = requires.filter((any) => !carriesOne(any, act))
    const first = [...new Set(notCome(earlier, before, rule).map(({ event }) => event))]
    if (fields.length + first.length === 0) return []
    return [asks(rule, { fields, ...(first.length > 0 && { earlier: first }) })]
  })
  if (!closesCase(definition, act, vocabulary)) return asked
  const owed = owedIn(judged, act.at).filter((each) => each.act !== act)
  return [...asked, ...owed.map(({ act: _, ...each }) => each)]
}

/** A case is closed by what closes cases of its own kind: the visit that begins does not end the repair. */
export function closesCase(
  { closes }: EventDefinition,
  { type, kind }: Pick<CaseEvent, 'type' | 'kind'>,
  { events, kinds }: Vocabulary,
): boolean {
  const of = events.get(type)?.kind
  return closes === true && (of === kind || (of !== undefined && !kinds.has(of)))
}

/** The timeline with the act in its place. */
export function withAct(timeline: Timeline, act: CaseEvent): Timeline {
  const { events } = timeline
  const place = events.findLastIndex(({ at }) => at <= act.at) + 1
  return { ...timeline, events: events.toSpliced(place, 0, act) }
}

/** The timeline of a case that nothing happened in so far. */
export function emptyTimeline(caseId: string): Timeline {
  return ownTimeline(caseId, [])
}

function zoneOf(editions: readonly Edition[], at: Instant): Zone | undefined {
  return (editions.find((each) => at < each.before) ?? editions.at(-1))?.calendar.zone
}
