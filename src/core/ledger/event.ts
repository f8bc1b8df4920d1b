import type { Instant } from '#core/time/instant.ts'

/** What an event may carry in a field: codes, ids, numbers, yes or no, times. Words belong in the drawer. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue }

export type EventData = Readonly<Record<string, FieldValue>>

/** One fact of the ledger, as parsed at the door. */
export interface CaseEvent {
  readonly case: string
  readonly kind: string
  readonly type: string
  /** The event's own name where it has one; corrections may also say `type@at`. */
  readonly id: string | undefined
  /** When it happened in the world. Clocks use this. */
  readonly at: Instant
  /** When it was told to us. */
  readonly recordedAt: Instant
  /** Its place in the file, from 1: the order among events of the same instant. */
  readonly line: number
  readonly data: EventData
}
