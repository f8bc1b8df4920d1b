import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import { instantText } from '../types.ts'
import { chained, noDigest } from './chain.ts'

/** An event as the ledger has it. */
export interface EventRow {
  readonly case_id: string
  readonly sequence: number
  readonly kind: string
  readonly type: string
  readonly event_id: string | null
  readonly occurred_at: Instant
  readonly recorded_at: Instant
  readonly actor: string
  readonly data: EventData
}

/** An event on its way into the ledger, before it has its place there. */
export interface Told {
  readonly kind: string
  readonly type: string
  readonly id: string | undefined
  readonly at: Instant
  readonly recordedAt: Instant
  readonly actor: string
  readonly data: EventData
}

/** The event as the core reads it; its place in the case is its line. */
export function eventOf(row: EventRow): CaseEvent {
  return {
    case: row.case_id,
    kind: row.kind,
    type: row.type,
    id: row.event_id ?? undefined,
    at: row.occurred_at,
    recordedAt: row.recorded_at,
    line: row.sequence,
    data: row.data,
  }
}

/** Rows to insert, each in its place and chained to the one before, from the last digest of the case. */
export function rowsToInsert(landlord: number, caseId: string, after: After, told: readonly Told[]) {
  let { digest } = after
  const rows = told.map((event, index) => {
    const sequence = after.version + index + 1
    const data = JSON.stringify(event.data)
    const { kind, type, at, recordedAt, actor } = event
    const eventId = event.id ?? null
    digest = chained(digest, {
      caseId,
      sequence,
      kind,
      type,
      eventId,
      occurredAt: at,
      recordedAt,
      actor,
      data,
    })
    return {
      landlord,
      case_id: caseId,
      sequence,
      kind,
      type,
      event_id: eventId,
      occurred_at: instantText(at),
      recorded_at: instantText(recordedAt),
      actor,
      data: event.data,
      digest: `\\x${digest.toString('hex')}`,
    }
  })
  return { rows, digest, version: after.version + told.length }
}

/** The end of a case’s chain so far. */
export interface After {
  readonly version: number
  readonly digest: Buffer
}

/** A case of which nothing has been told. */
export const atTheBeginning: After = { version: 0, digest: noDigest }
