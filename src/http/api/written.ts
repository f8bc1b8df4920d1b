import { type Day, formatDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'

/** An instant as the API writes it, in UTC; null where there is none. */
export function writtenAt(at: Instant): string
export function writtenAt(at: Instant | null | undefined): string | null
export function writtenAt(at: Instant | null | undefined): string | null {
  return at === null || at === undefined || !Number.isFinite(at) ? null : new Date(at).toISOString()
}

/** A date as the API writes it; null where there is none. */
export function writtenOn(on: Day): string
export function writtenOn(on: Day | null | undefined): string | null
export function writtenOn(on: Day | null | undefined): string | null {
  return on === null || on === undefined ? null : formatDay(on)
}
