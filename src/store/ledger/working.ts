import { channelsOfClocks } from '#core/ledger/came-by.ts'
import { type Effective, effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { longestChain, mergedTimeline } from '#core/ledger/timeline.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { nextToldAt } from '#core/promises/awaited.ts'
import { type CaseMeasured, type CaseMeasuring, openCaseMeasuring } from '#core/promises/case-measuring.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Terms } from '../terms/terms-book.ts'
import { type CaseFacts, factsOf } from './case-facts.ts'

/** What a case comes to: by its own events, and those of whatever it was merged into. */
export interface Worked {
  readonly facts: CaseFacts
  readonly measured: CaseMeasured
  /** Of each of its clocks, in their order, how that came which it answers. */
  readonly channels: readonly (string | undefined)[]
  /** Its own events as they count now, in order. */
  readonly events: readonly CaseEvent[]
}

/** The events of cases as told, by case; a case’s survivors are among them. */
export type ToldByCase = ReadonlyMap<string, readonly CaseEvent[]>

/** Works out one case from nothing but its events, by these terms, as at this instant. */
export function workOut(
  caseId: string,
  told: ToldByCase,
  terms: Terms,
  vocabulary: Vocabulary,
  asOf: Instant,
): Worked {
  const concerned = concernedIn(caseId, told)
  const known = new Map([...concerned].map(([id, events]) => [id, effectiveEvents(events, asOf)]))
  const effective = new Map([...known].map(([id, { events }]: [string, Effective]) => [id, events]))
  const timeline = mergedTimeline(caseId, effective)
  const measured = measuringBy(terms, vocabulary).measure(
    timeline,
    asOf,
    nextToldAt([...concerned.values()].flat(), asOf),
  )
  const events = effective.get(caseId) ?? []
  const channels = channelsOfClocks(measured.clocks, events, vocabulary)
  return { facts: factsOf(events, vocabulary), measured, channels, events }
}

/** Of all that was told, what this case may depend on: its own events, and those of what it was ever merged into. */
function concernedIn(caseId: string, told: ToldByCase): ToldByCase {
  const found = new Map<string, readonly CaseEvent[]>()
  let wanted: readonly string[] = [caseId]
  for (let links = 0; wanted.length > 0 && links <= longestChain; links++) {
    for (const id of wanted) found.set(id, told.get(id) ?? [])
    wanted = wanted.flatMap((id) => mergesIn(found.get(id) ?? [])).filter((id) => !found.has(id))
  }
  return found
}

/** The cases that these events say it was merged into. */
export function mergesIn(events: readonly Pick<CaseEvent, 'type' | 'data'>[]): readonly string[] {
  return events.flatMap(({ type, data }) => {
    const into = type === 'merged-into' ? data['case'] : undefined
    return typeof into === 'string' ? [into] : []
  })
}

const opened = new WeakMap<Terms, CaseMeasuring>()

/** What measures cases by these terms, made once. */
function measuringBy(terms: Terms, vocabulary: Vocabulary): CaseMeasuring {
  const found = opened.get(terms)
  if (found !== undefined) return found
  const made = openCaseMeasuring(terms.editions, vocabulary.rereading)
  opened.set(terms, made)
  return made
}
