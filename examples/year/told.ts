import type { EventData } from '#core/ledger/event.ts'
import { formatInstant, type Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'

/** One event as somebody told it. */
export interface Told {
  readonly case: string
  readonly kind: string
  readonly type: string
  readonly at: Instant
  readonly recordedAt: Instant
  readonly id: string | undefined
  readonly data: EventData
}

/** How an event was told, where it was not told as it happened. */
export interface Telling {
  readonly recordedAt?: Instant
  readonly id?: string
}

/** A case while it is made up. Events may be told in any order; the ledger puts them in theirs. */
export interface Case {
  readonly id: string
  readonly kind: string
  readonly events: readonly Told[]
  tell(type: string, at: Instant, data?: EventData, telling?: Telling): Told
}

/** Opens a case. Nothing of it can be recorded before its first event was. */
export function openCase(kind: string, id: string): Case {
  const events: Told[] = []
  return {
    id,
    kind,
    events,
    tell(type, at, data = nothing, telling = {}) {
      const second = wholeSecond(at)
      const opened = events[0]?.recordedAt ?? second
      const recordedAt = Math.max(second, opened, wholeSecond(telling.recordedAt ?? second))
      const told = { case: id, kind, type, at: second, recordedAt, id: telling.id, data }
      events.push(told)
      return told
    },
  }
}

/** The line of a file that holds an event. */
export function lineOf(told: Told, zone: Zone): string {
  const { at, recordedAt, id, data } = told
  return JSON.stringify({
    case: told.case,
    kind: told.kind,
    type: told.type,
    at: formatInstant(at, zone),
    ...(recordedAt > at && { recordedAt: formatInstant(recordedAt, zone) }),
    ...(id !== undefined && { id }),
    ...(Object.keys(data).length > 0 && { data }),
  })
}

const nothing: EventData = Object.freeze({})

function wholeSecond(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000
}
