import pg from 'pg'
import { type Day, formatDay, parseDay } from '#core/time/day.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'

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
  if (at === undefined) return null
  const day = Math.floor(at / utcDay)
  return !(day >= 0 && day < daysKnown)
    ? new Date(at).toISOString()
    : `${dayWritten(day)}T${timeWritten(at - day * utcDay)}Z`
}

/** A day as a parameter. */
export function dayText(on: Day): string
export function dayText(on: Day | undefined): string | null
export function dayText(on: Day | undefined): string | null {
  return on === undefined ? null : formatDay(on)
}

/** Days are written once each, since a million rows are of a few hundred days; those after 2100 are not kept. */
const daysKnown = 47_847
const daysWritten: string[] = []

function dayWritten(day: Day): string {
  return (daysWritten[day] ??= formatDay(day))
}

function timeWritten(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = String(milliseconds - seconds * 1000).padStart(3, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${rest}`
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
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
