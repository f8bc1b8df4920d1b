import fc from 'fast-check'
import { buildCalendar, type Calendar } from '#core/time/calendar.ts'
import { type Day, parseDay, type WeekDay } from '#core/time/day.ts'
import { parseHours } from '#core/time/hours.ts'
import { given, zone } from '#test/core/time/calendars.ts'
import type { OracleWorld } from '#test/core/time/oracle.ts'

/** The same made-up landlord twice: as tables, and as the oracle sees it. */
export interface World {
  readonly calendar: Calendar
  readonly oracle: OracleWorld
}

/** Zones whose clocks change by an hour, by half an hour, at midnight, at one minute past, twice a year in winter, and never. */
export const zoneNames = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
]

const hoursTexts: readonly OracleWorld['hours'][] = [
  spread([1, 2, 3, 4, 5], '09:00', '17:00'),
  [
    ...spread([1, 2, 3, 4], '08:45', '12:30'),
    ...spread([1, 2, 3, 4], '13:15', '17:20'),
    [5, '09:00', '16:00'],
  ],
  spread([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'),
  spread([5, 6], '17:00', '01:00'),
  spread([6, 7], '00:00', '24:00'),
  [...spread([1, 2, 3, 4, 5, 6, 7], '22:30', '06:15')],
  [[7, '00:30', '03:30']],
  [[3, '10:00', '10:15']],
]

function spread(weekDays: readonly number[], opens: string, closes: string): OracleWorld['hours'] {
  return weekDays.map((weekDay) => [weekDay, opens, closes] as const)
}

/** Landlords with any of these hours, any working week, and days shut at random around spring and autumn 2026. */
export const worlds = (zones: readonly string[] = zoneNames): fc.Arbitrary<World> =>
  fc
    .record({
      zone: fc.constantFrom(...zones),
      workingWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      hours: fc.constantFrom(...hoursTexts),
      shut: fc.uniqueArray(fc.integer({ min: -40, max: 300 }), { maxLength: 40 }),
    })
    .map((parts) => worldFrom(parts.zone, parts.workingWeek, parts.hours, parts.shut))

const firstOfMarch = given(parseDay('2026-03-01'))

function worldFrom(
  zoneName: string,
  workingWeek: readonly number[],
  hours: OracleWorld['hours'],
  shut: readonly number[],
): World {
  const days = shut.map((offset) => firstOfMarch + offset)
  const oracle = {
    zone: zoneName,
    workingWeek,
    hours,
    shut: new Set(days.map((each) => plainDate(each).toString())),
  }
  const half = Math.floor(days.length / 2)
  const calendar = buildCalendar({
    zone: zone(zoneName),
    workingWeek: new Set(workingWeek as readonly WeekDay[]),
    holidays: days.slice(0, half).map((each) => ({ day: each, title: 'Made-up Day' })),
    closures: days.slice(half).map((each) => ({ from: each, to: each, why: 'made up' })),
    knownFrom: firstOfMarch,
    knownUntil: firstOfMarch,
    hours: {
      office: given(
        parseHours(hours.map(([on, opens, closes]) => `${names[on - 1]} ${opens}-${closes}`).join(', ')),
      ),
    },
  })
  return { calendar: given(calendar), oracle }
}

/** A day as Temporal has it. */
export function plainDate(each: Day): Temporal.PlainDate {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: each })
}

/** A date of Temporal's as a day, by Temporal's own count. */
export function dayOfPlain(date: Temporal.PlainDate): Day {
  return new Temporal.PlainDate(1970, 1, 1).until(date, { largestUnit: 'days' }).days
}

/** Days in the part of 2026 that the worlds shut days in. */
export const days: fc.Arbitrary<Day> = fc.integer({ min: firstOfMarch - 20, max: firstOfMarch + 280 })

/** Whole minutes of a few days around both clock changes of 2026 in many zones, and of the summer between. */
export const minutes: fc.Arbitrary<number> = fc
  .tuple(
    fc.constantFrom(
      '2026-03-07',
      '2026-03-21',
      '2026-03-28',
      '2026-04-04',
      '2026-07-01',
      '2026-10-03',
      '2026-10-24',
      '2026-10-31',
    ),
    fc.integer({ min: 0, max: 3 * 1440 }),
  )
  .map(([text, minute]) => given(parseDay(text)) * 86_400_000 + minute * 60_000)

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
