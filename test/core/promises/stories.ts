import fc from 'fast-check'
import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { feed } from '#test/core/time/calendars.ts'
import type { OracleWorld } from '#test/core/time/oracle.ts'
import type { Promised } from './one-clock-oracle.ts'
import type { Written } from './little-pack.ts'

/** A promise, an office and a case, all made up; and the instant as of which the case is told. */
export interface Story {
  readonly promised: Promised
  readonly head: Written
  readonly world: OracleWorld
  readonly events: readonly CaseEvent[]
  readonly borrowed: ReadonlySet<CaseEvent>
  readonly asOf: number
}

/** Something that may happen; a date it carries lies so many days after it. */
export interface Happening {
  readonly type: string
  readonly data?: EventData
  readonly carries?: { readonly field: string; readonly daysOn: number; readonly as: 'date' | 'instant' }
  /** It happens in the case into which this one was merged. */
  readonly elsewhere?: boolean
}

/** What a made-up story is made from. */
export interface Plot {
  readonly promised: fc.Arbitrary<Promised>
  readonly begins: fc.Arbitrary<Happening>
  readonly happens: fc.Arbitrary<Happening>
  /** Local times at which things happen: few, so that they often fall together or on a limit. */
  readonly times: readonly string[]
}

/** Made-up stories; the case is told as of one of the times, or long after. */
export function stories({ promised, begins, happens, times }: Plot): fc.Arbitrary<Story> {
  const moments = fc.constantFrom(...times.map(instantAt))
  const early = fc.constantFrom(...times.slice(0, Math.ceil(times.length / 3)).map(instantAt))
  return fc
    .record({
      promised,
      office: fc.constantFrom(...offices),
      outOfHours: fc.constantFrom('same day', 'next working day'),
      first: fc.tuple(early, begins),
      then: fc.array(fc.tuple(moments, happens), { maxLength: 8 }),
      asOf: fc.oneof(moments, fc.constant(instantAt('2026-12-01T12:00'))),
    })
    .map(({ promised: written, office, outOfHours, first, then, asOf }) => {
      const happened = [first, ...then].sort(([a], [b]) => a - b).filter(([at]) => at <= asOf)
      const events = happened.map(([at, happening], index) => eventOf(at, happening, index + 1))
      const borrowed = new Set(events.filter((_, index) => happened[index]?.[1].elsewhere === true))
      return {
        promised: { ...written, received_out_of_hours: outOfHours },
        ...office,
        events,
        borrowed,
        asOf,
      }
    })
}

/** A promise with each of its choices made at random; `undefined` leaves the clause out. */
export function variants(
  promised: Promised,
  choices: { readonly [K in keyof Promised]?: readonly (Promised[K] | undefined)[] },
): fc.Arbitrary<Promised> {
  const made = Object.fromEntries(
    Object.entries(choices).map(([name, values]) => [
      name,
      fc.constantFrom(...(values as readonly unknown[])),
    ]),
  )
  return fc.record(made).map((chosen) => ({ ...promised, ...chosen }))
}

/** One of several happenings, each as likely as the others. */
export function oneOf(...happenings: readonly (Happening | string)[]): fc.Arbitrary<Happening> {
  const all = happenings.map((each) => (typeof each === 'string' ? { type: each } : each))
  return fc.constantFrom(...all)
}

/** Local times on each of some days. */
export function timesOn(days: readonly string[], clockTimes: readonly string[]): readonly string[] {
  return days.flatMap((day) => clockTimes.map((time) => `${day}T${time}`))
}

/** So many local times, each so many seconds after the one before. */
export function timesFrom(first: string, secondsApart: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    Temporal.Instant.fromEpochMilliseconds(instantAt(first) + index * secondsApart * 1000)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString(),
  )
}

/** The dates from one to another. */
export function datesFrom(first: string, count: number): readonly string[] {
  const from = Temporal.PlainDate.from(first)
  return Array.from({ length: count }, (_, index) => from.add({ days: index }).toString())
}

const zone = 'Europe/London'

function instantAt(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
}

function eventOf(at: number, { type, data = {}, carries }: Happening, line: number): CaseEvent {
  const fields =
    carries === undefined ? data : { ...data, [carries.field]: dateAfter(at, carries.daysOn, carries.as) }
  return { case: 'c1', kind: 'enquiry', type, id: undefined, at, recordedAt: at, line, data: fields }
}

function dateAfter(at: number, daysOn: number, as: 'date' | 'instant'): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add({ days: daysOn })
  return as === 'date' ? moment.toPlainDate().toString() : moment.toInstant().toString()
}

const feedDates = (feed as { 'england-and-wales': { events: readonly { date: string }[] } })[
  'england-and-wales'
].events.map(({ date }) => date)

/** Offices with their hours, working weeks and closures, as a pack writes them and as the oracle sees them. */
const offices = [
  officeOf('Mon-Fri', 'Mon-Fri 09:00-17:00', spread([1, 2, 3, 4, 5], '09:00', '17:00'), []),
  officeOf(
    'Mon-Fri',
    'Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00',
    [
      ...spread([1, 2, 3, 4], '09:00', '12:30'),
      ...spread([1, 2, 3, 4], '13:30', '17:00'),
      [5, '09:00', '16:00'],
    ],
    ['2026-04-08', '2026-04-09'],
  ),
  officeOf('Tue-Sat', 'Tue-Fri 10:00-17:00', spread([2, 3, 4, 5], '10:00', '17:00'), ['2026-04-01']),
]

function officeOf(week: string, text: string, hours: OracleWorld['hours'], closed: readonly string[]) {
  const workingWeek = week === 'Mon-Fri' ? [1, 2, 3, 4, 5] : [2, 3, 4, 5, 6]
  const closures = closed.map((each) => ({ from: each, to: each, why: 'Stocktaking' }))
  return {
    head: { working_week: week, hours: { office: text }, closures },
    world: { zone, workingWeek, hours, shut: new Set([...feedDates, ...closed]) },
  }
}

function spread(weekDays: readonly number[], opens: string, closes: string): OracleWorld['hours'] {
  return weekDays.map((weekDay) => [weekDay, opens, closes] as const)
}
