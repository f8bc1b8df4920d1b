import pg from 'pg'
import { type Day, formatDay, parseDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'

/** How values of the database are read: instants and days as the core has them, whole and decimal numbers as numbers. */
export const typesRead: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    (format === 'text' ? readers.get(oid) : undefined) ??
    (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser,
}

/** An instant as a parameter. */
export function instantText(at: Instant): string
export function instantText(at: Instant | undefined): string | null
export function instantText(at: Instant | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString()
}

/** A day as a parameter. */
export function dayText(on: Day): string
export function dayText(on: Day | undefined): string | null
export function dayText(on: Day | undefined): string | null {
  return on === undefined ? null : formatDay(on)
}

const { builtins } = pg.types
const readers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, readInstant],
  [builtins.DATE, (text) => parseDay(text)],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
])

/** `2026-03-02 09:00:12.5+00`, as PostgreSQL writes it in UTC, which every connection of ours is in. */
function readInstant(text: string): Instant {
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11)}:00`)
}
