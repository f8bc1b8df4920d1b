import type { CaseEvent } from './event.ts'

/** A case as promises see it: its own events and, once merged, those of the case that survives it. */
export interface Timeline {
  readonly case: string
  readonly events: readonly CaseEvent[]
  /** Events of the surviving case: they may answer this one, never start or void its promises (trap 26). */
  readonly borrowed: ReadonlySet<CaseEvent> | undefined
}

/** More links than this in a chain of merges are a mistake. */
export const longestChain = 20

/** The timeline of a case that was not merged into another. */
export function ownTimeline(id: string, events: readonly CaseEvent[]): Timeline {
  return { case: id, events, borrowed: undefined }
}

/** Whether an event is the case’s own. What is counted once a landlord is counted where it happened. */
export function isOwn({ borrowed }: Timeline, event: CaseEvent): boolean {
  return borrowed === undefined || !borrowed.has(event)
}

/** The events that happened in the case itself. */
export function ownEvents(timeline: Timeline): readonly CaseEvent[] {
  if (timeline.borrowed === undefined) return timeline.events
  return timeline.events.filter((event) => isOwn(timeline, event))
}

/** The case this one was merged into, if it was. */
export function mergedInto(events: readonly CaseEvent[]): string | undefined {
  const into = events.findLast((event) => event.type === 'merged-into')?.data['case']
  return typeof into === 'string' ? into : undefined
}

/**
 * A merged contact keeps its own promise and is answered by the survivor’s answer, so the survivor’s
 * events (and those of whatever that was merged into) are read with its own.
 */
export function mergedTimeline(id: string, cases: ReadonlyMap<string, readonly CaseEvent[]>): Timeline {
  const own = cases.get(id) ?? []
  const borrowed = survivors(id, cases).flatMap((survivor) => [...(cases.get(survivor) ?? [])])
  if (borrowed.length === 0) return ownTimeline(id, own)
  const events = [...own, ...borrowed].sort((a, b) => a.at - b.at || a.line - b.line)
  return { case: id, events, borrowed: new Set(borrowed) }
}

function survivors(id: string, cases: ReadonlyMap<string, readonly CaseEvent[]>): readonly string[] {
  const chain: string[] = []
  let next = mergedInto(cases.get(id) ?? [])
  while (next !== undefined && next !== id && !chain.includes(next) && chain.length < longestChain) {
    chain.push(next)
    next = mergedInto(cases.get(next) ?? [])
  }
  return chain
}
