import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { isRecord } from '#core/ledger/field-check.ts'
import { type Instant, parseInstant } from '#core/time/instant.ts'

/** Told of every instant at which something not yet decided may change, though nothing more happens. */
export type Awaits = (until: Instant) => void

/** For those who measure once and ask no more. */
export const awaitsNothing: Awaits = () => {}

/** What is awaited after an instant: of all that was told, the earliest that has not come. */
export interface Awaited {
  readonly awaits: Awaits
  earliest(): Instant | undefined
}

/** Begins gathering what is awaited after an instant. */
export function awaitedAfter(asOf: Instant): Awaited {
  let earliest = Number.POSITIVE_INFINITY
  return {
    awaits(until) {
      if (until > asOf && until < earliest) earliest = until
    },
    earliest: () => (Number.isFinite(earliest) ? earliest : undefined),
  }
}

/** The first instant at which another is past: what may be done until then is too late from here. */
export function justAfter(at: Instant): Instant {
  return Math.floor(at) + 1
}

/**
 * When one of the events told next begins to count: it was told ahead of its time, or was put off by a correction. It
 * may name an instant at which nothing changes after all, never one too late.
 */
export function nextToldAt(told: Iterable<CaseEvent>, asOf: Instant): Instant | undefined {
  const { awaits, earliest } = awaitedAfter(asOf)
  for (const { type, at, recordedAt, data } of told) {
    awaits(at)
    awaits(recordedAt)
    if (type === 'event-corrected') awaitCorrected(data, awaits)
  }
  return earliest()
}

/** A correction may put right another, so the time it gives may lie inside its fields, as deep as the door lets them be. */
function awaitCorrected(data: EventData, awaits: Awaits): void {
  let fields: unknown = data
  while (isRecord(fields)) {
    const at = typeof fields['at'] === 'string' ? parseInstant(fields['at']) : undefined
    if (at !== undefined) awaits(at)
    fields = fields['data']
  }
}
