import type { CaseEvent, FieldValue } from '#core/ledger/event.ts'
import { isOwn, type Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Condition, passes } from './condition.ts'

/** The types of event that change a field of their case, so that its clocks are read again (reading 11). */
export type RereadingTypes = ReadonlySet<string>

/**
 * Whether the conditions hold for what a starting event began, as the case stood at an instant. A field
 * is what the latest change says; otherwise what the start itself carries; otherwise what the case
 * carried before it, or came to carry after it in another type of event.
 */
export function applies(
  conditions: readonly Condition[],
  start: CaseEvent,
  timeline: Timeline,
  rereading: RereadingTypes,
  at: Instant,
): boolean {
  for (const { field, test } of conditions) {
    if (!passes(test, valueOf(field, start, timeline, rereading, at))) return false
  }
  return true
}

/** Whether the start’s own fields already rule it out, with no change in the case that could bring it back. */
export function ruledOut(conditions: readonly Condition[], start: CaseEvent, rereads: boolean): boolean {
  if (rereads) return false
  for (const { field, test } of conditions) {
    const value = field === 'kind' ? start.kind : start.data[field]
    if (value !== undefined && !passes(test, value)) return true
  }
  return false
}

/** The instants after the start at which a change in the case may make the conditions hold, or cease to. */
export function rereadAt(
  start: CaseEvent,
  timeline: Timeline,
  rereading: RereadingTypes,
): readonly { readonly at: Instant; readonly index: number }[] {
  return timeline.events.flatMap((event, index) =>
    rereading.has(event.type) && event.at >= start.at ? [{ at: event.at, index }] : [],
  )
}

/** Whether any event of the case changes a field. */
export function hasRereads(timeline: Timeline, rereading: RereadingTypes): boolean {
  for (const event of timeline.events) if (rereading.has(event.type)) return true
  return false
}

function valueOf(
  field: string,
  start: CaseEvent,
  timeline: Timeline,
  rereading: RereadingTypes,
  at: Instant,
): FieldValue | undefined {
  if (field === 'kind') return start.kind
  let value = start.data[field]
  let before: FieldValue | undefined
  let after: FieldValue | undefined
  let past = false
  for (const event of timeline.events) {
    if (event.at > at) break
    if (event === start) {
      past = true
      continue
    }
    const carried = event.data[field]
    if (carried === undefined || !isOwn(timeline, event)) continue
    if (past && rereading.has(event.type)) value = carried
    // Another contact's own fields say nothing of this one: a thank-you that needs no answer hushes no question.
    else if (event.type === start.type) continue
    else if (!past) before = carried
    else after ??= carried
  }
  return value ?? before ?? after
}
