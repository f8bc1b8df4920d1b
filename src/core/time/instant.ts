import { type Day, dayAtStartOf, formatDay } from '#core/time/day.ts'
import { padded, twoDigits } from '#core/time/digits.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** What writing an instant needs to know of a time zone. */
interface Offsets {
  offsetAt(at: Instant): number
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
/** A day of UTC, which has no clock changes. Local days are counted as days, never by this (traps.md 9). */
export const utcDay = 24 * hour

/**
 * Reads an instant of ISO 8601 such as `2026-03-02T09:00:12+00:00`: seconds may be left out, a fraction is cut
 * to milliseconds, and the offset (or Z) must be there, because a time without one is not an instant.
 * Undefined for anything else, and for dates and times that do not exist.
 */
export function parseInstant(text: string): Instant | undefined {
  const day = dayAtStartOf(text)
  const hours = twoDigits(text, 11)
  const minutes = twoDigits(text, 14)
  if (day === undefined || text.charCodeAt(10) !== letterT || text.charCodeAt(13) !== colon) return undefined
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  const wall = day * utcDay + hours * hour + minutes * minute
  return text.charCodeAt(16) === colon ? withSeconds(text, wall) : withOffset(text, 16, wall)
}

function withSeconds(text: string, wall: number): Instant | undefined {
  const seconds = twoDigits(text, 17)
  if (seconds < 0 || seconds > 59) return undefined
  if (text.charCodeAt(19) !== dot) return withOffset(text, 19, wall + seconds * second)
  const end = endOfDigits(text, 20)
  if (end === 20 || end > 20 + longestFraction) return undefined
  return withOffset(text, end, wall + seconds * second + thousandths(text, 20, end))
}

function endOfDigits(text: string, from: number): number {
  let place = from
  while (isDigit(text.charCodeAt(place))) place++
  return place
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The first three digits of a fraction; further ones are cut, never rounded up into the next second. */
function thousandths(text: string, from: number, end: number): number {
  let value = 0
  for (let place = from; place < from + 3; place++) {
    value = value * 10 + (place < end ? text.charCodeAt(place) - 48 : 0)
  }
  return value
}

function withOffset(text: string, place: number, wall: number): Instant | undefined {
  const sign = text.charCodeAt(place)
  if (sign === letterZ) return text.length === place + 1 ? wall : undefined
  if (sign !== plus && sign !== dash) return undefined
  const hours = twoDigits(text, place + 1)
  const minutes = text.length === place + 3 ? 0 : minutesOfOffset(text, place + 3)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  const offset = hours * hour + minutes * minute
  return sign === plus ? wall - offset : wall + offset
}

/** The minutes of an offset that ends the text, or -1. */
function minutesOfOffset(text: string, place: number): number {
  return text.length === place + 3 && text.charCodeAt(place) === colon ? twoDigits(text, place + 1) : -1
}

/** Writes an instant with its zone's offset, `2026-03-02T09:00:12+00:00`; milliseconds only when there are some. */
export function formatInstant(at: Instant, zone: Offsets): string {
  // Before standard time offsets had seconds, which ISO 8601 cannot write: cut, so that the instant stays exact.
  const offsetMinutes = Math.trunc(zone.offsetAt(at) / minute)
  const wall = at + offsetMinutes * minute
  const day: Day = Math.floor(wall / utcDay)
  return `${formatDay(day)}T${timeOf(wall - day * utcDay)}${offsetText(offsetMinutes)}`
}

function timeOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / second)
  const fraction = milliseconds - seconds * second
  const text = `${padded(Math.floor(seconds / 3600), 2)}:${padded(Math.floor(seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}`
  return fraction === 0 ? text : `${text}.${padded(fraction, 3)}`
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}:${padded(size % 60, 2)}`
}

const colon = 58
const dash = 45
const dot = 46
const plus = 43
const letterT = 84
const letterZ = 90
/** Nanoseconds: nothing that writes instants gives more. */
const longestFraction = 9
