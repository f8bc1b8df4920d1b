import { readFileSync } from 'node:fs'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import {
  buildCalendar,
  type Calendar,
  type Closure,
  type Holiday,
  type OpenTime,
} from '#core/time/calendar.ts'
import { type Day, parseDay } from '#core/time/day.ts'
import { type BankHolidays, parseHolidays } from '#core/time/holidays.ts'
import { parseHours } from '#core/time/hours.ts'
import { type Instant, parseInstant } from '#core/time/instant.ts'
import { parseWeekDays } from '#core/time/week.ts'
import { type Zone, zoneNamed } from '#core/time/zone.ts'

/** The feed that packs use. */
export const feed: unknown = JSON.parse(
  readFileSync(new URL('../../../packs/holidays/bank-holidays.json', import.meta.url), 'utf8'),
)

/** What a test says of its calendar; the rest is an office in England. */
export interface Said {
  readonly nation?: string
  readonly zone?: string
  readonly week?: string
  readonly hours?: Readonly<Record<string, string>>
  readonly closures?: readonly Closure[]
  readonly holidays?: readonly Holiday[]
}

/** Builds a calendar that a test takes for granted. */
export function calendarOf(said: Said = {}): Calendar {
  const bank = given(parseHolidays(feed, said.nation ?? 'england-and-wales'))
  const hours = said.hours ?? { office: 'Mon-Fri 09:00-17:00' }
  return given(
    buildCalendar({
      zone: zone(said.zone),
      workingWeek: given(parseWeekDays(said.week ?? 'Mon-Fri')),
      holidays: said.holidays ?? bank.holidays,
      knownFrom: bank.knownFrom,
      knownUntil: bank.knownUntil,
      closures: said.closures ?? [],
      hours: Object.fromEntries(Object.entries(hours).map(([name, text]) => [name, given(parseHours(text))])),
    }),
  )
}

/** The bank holidays of a nation. */
export function bankHolidays(nation: string): BankHolidays {
  return given(parseHolidays(feed, nation))
}

/** The open time of one set of hours, with the calendar it belongs to. */
export function openTimeOf(hours: string, said: Said = {}): OpenTime {
  return given(calendarOf({ ...said, hours: { office: hours } }).openTime('office'))
}

/** A zone that exists. */
export function zone(name = 'Europe/London'): Zone {
  return given(zoneNamed(name))
}

/** The day a test writes as `2026-03-20`. */
export function day(text: string): Day {
  return given(parseDay(text))
}

/** The instant a test writes as `2026-03-20T09:00+00:00`. */
export function instant(text: string): Instant {
  return given(parseInstant(text))
}

/** What a test takes for granted; fails loudly where it was refused. */
export function given<T>(value: T | Refusal | undefined): T {
  if (value === undefined) throw new Error('the test took something for granted that is not there')
  if (isRefusal(value))
    throw new Error(`the test took something for granted that was refused: ${value.refusal}`)
  return value
}
