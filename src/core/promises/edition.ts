import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { buildCalendar, type Calendar } from '#core/time/calendar.ts'
import type { Counting } from '#core/time/due.ts'
import { type BankHolidays, parseHolidays } from '#core/time/holidays.ts'
import type { Instant } from '#core/time/instant.ts'
import { zoneNamed } from '#core/time/zone.ts'
import type { LimitClauses } from './clock.ts'
import type { ClockProgram } from './clock-run.ts'
import type { OutOfHours } from './out-of-hours.ts'
import type { Pack, PackPromise } from './pack.ts'
import { asClock, type RuleClauses } from './rule.ts'

/** One edition of a pack with its calendar, and the span of starts it governs. */
export interface Edition {
  readonly pack: Pack
  readonly calendar: Calendar
  readonly from: Instant
  readonly before: Instant
}

/**
 * Editions of one landlord’s pack, oldest first, each in force until the next: a clock keeps the edition in
 * force when it started (ARCHITECTURE.md, decision 2). `holidays` is the GOV.UK feed as parsed JSON.
 */
export function editionsOf(
  packs: readonly Pack[],
  holidays: unknown,
  extra?: ExtraDays,
): readonly Edition[] | Refusal {
  const sorted = packs.toSorted((a, b) => a.inForceFrom - b.inForceFrom)
  const names = sorted.map(({ edition }) => edition)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    return refuse(`two editions are both called “${twice}”`, 'give each edition a name of its own')
  const editions: Edition[] = []
  for (const [index, pack] of sorted.entries()) {
    const calendar = calendarOf(pack, holidays, extra)
    if (isRefusal(calendar)) return calendar
    const next = sorted[index + 1]
    const before = next === undefined ? Number.POSITIVE_INFINITY : calendar.zone.startOf(next.inForceFrom)
    editions.push({ pack, calendar, from: calendar.zone.startOf(pack.inForceFrom), before })
  }
  return editions
}

/** Every promise of any edition once, as its newest edition has it. */
export function promisesOf(editions: readonly Edition[]): readonly PromiseOfEdition[] {
  const newest = new Map(
    editions.flatMap((edition) =>
      edition.pack.promises.map((promise) => [promise.id, { promise, edition }] as const),
    ),
  )
  return [...newest.values()]
}

/** A promise with the edition that words it. */
export interface PromiseOfEdition {
  readonly promise: PackPromise
  readonly edition: Edition
}

/** Days closed beyond the feed and the pack: a bank holiday announced late, tried in a scenario. */
export interface ExtraDays {
  readonly holidays: BankHolidays['holidays']
  readonly closures: Pack['closures']
}

/** How one promise of an edition counts: its named hours, and what comes after closing. */
export function countingOf(
  edition: Edition,
  hours: string | undefined,
  outOfHours: OutOfHours | undefined,
): Counting {
  const open = edition.calendar.openTime(hours ?? 'office')
  return {
    calendar: edition.calendar,
    ...(open !== undefined && { hours: open }),
    receivedOutOfHours: outOfHours ?? edition.pack.receivedOutOfHours,
  }
}

/** A promise’s clock in each edition that has it. */
export function clockPrograms(editions: readonly Edition[], id: string): readonly ClockProgram[] {
  return editions.flatMap((edition) => {
    const promise = edition.pack.promises.find((each) => each.id === id)
    if (promise?.measure !== 'clock') return []
    const { hours, receivedOutOfHours } = promise.clauses
    return [clockProgram(edition, id, promise.clauses, countingOf(edition, hours, receivedOutOfHours))]
  })
}

/**
 * The clocks that a `late` rule of one edition watches. A promise is run in all its editions, since a clock of an
 * older one that is still open keeps a further contact from starting another.
 */
export function watchedClocks(
  editions: readonly Edition[],
  edition: Edition,
  id: string,
  clauses: RuleClauses,
): readonly (readonly ClockProgram[])[] {
  return (clauses.late ?? []).map((watched) =>
    typeof watched === 'string' ? clockPrograms(editions, watched) : [ownClock(edition, id, watched)],
  )
}

function ownClock(edition: Edition, id: string, own: LimitClauses): ClockProgram {
  return clockProgram(edition, id, asClock(own), countingOf(edition, own.hours, own.receivedOutOfHours))
}

function clockProgram(
  edition: Edition,
  promise: string,
  clauses: ClockProgram['clauses'],
  counting: Counting,
): ClockProgram {
  return {
    promise,
    edition: edition.pack.edition,
    clauses,
    counting,
    from: edition.from,
    before: edition.before,
  }
}

function calendarOf(pack: Pack, holidays: unknown, extra: ExtraDays | undefined): Calendar | Refusal {
  const bank = parseHolidays(holidays, pack.nation)
  if (isRefusal(bank)) return bank
  const zone = zoneNamed(pack.timeZone)
  if (isRefusal(zone)) return zone
  return buildCalendar({
    zone,
    workingWeek: pack.workingWeek,
    holidays: [...bank.holidays, ...(extra?.holidays ?? [])],
    knownFrom: bank.knownFrom,
    knownUntil: bank.knownUntil,
    closures: [...pack.closures, ...(extra?.closures ?? [])],
    hours: Object.fromEntries(pack.hours),
  })
}
