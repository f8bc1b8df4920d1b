import type { Edition } from '#core/promises/edition.ts'
import { type Day, dayOfWeek, weekDayName } from '#core/time/day.ts'
import type { WeekHours } from '#core/time/hours.ts'
import type { Instant } from '#core/time/instant.ts'

/** One line of the landlord at an instant: an office, a telephone line, the number for emergencies. */
export interface OpenLine {
  /** As the pack names it: `office`. */
  readonly name: string
  readonly hours: WeekHours
  readonly isOpen: boolean
  /** When it closes, where it is open; nothing where it is open day and night for as far as we look. */
  readonly closesAt: Instant | undefined
  /** When it opens next, where it is closed. */
  readonly opensAt: Instant | undefined
}

/** A day on which the landlord is closed: a bank holiday, or a closure of its own. */
export interface ClosedDay {
  readonly on: Day
  readonly to: Day
  readonly why: string
}

/** What is open at an instant, and what comes next. */
export interface OpenNow {
  readonly lines: readonly OpenLine[]
  /** The next bank holiday after today. */
  readonly nextHoliday: ClosedDay | undefined
  readonly closures: readonly ClosedDay[]
  /** Until then nothing of this changes. */
  readonly freshUntil: Instant
  /** No bank holiday to come is known, though each year has some. */
  readonly holidaysUnknown: boolean
}

/** Long enough for the longest closure. */
const daysAhead = 60

/** What is open, by the hours, bank holidays and closures of an edition. */
export function openNow(edition: Edition, now: Instant): OpenNow {
  const { pack, calendar } = edition
  const { zone } = calendar
  const today = zone.dayOf(now)
  const lines = [...pack.hours].map(([name, hours]) => lineAt(edition, { name, hours, today, now }))
  const changes = lines.flatMap(({ closesAt, opensAt }) =>
    [closesAt, opensAt].filter((at) => at !== undefined),
  )
  const holiday = nextHoliday(edition, today)
  return {
    lines,
    nextHoliday: holiday,
    closures: pack.closures
      .filter(({ to }) => to >= today)
      .map(({ from, to, why }) => ({ on: from, to, why })),
    freshUntil: Math.min(zone.startOf(today + 1), ...changes),
    holidaysUnknown: holiday === undefined,
  }
}

/**
 * The hours of a line on a day, in minutes since its midnight. Bank holidays are like Sundays: a line that is open on those is
 * open on bank holidays too (a number for emergencies), and one that is not is closed.
 */
export function hoursOn(edition: Edition, hours: WeekHours, day: Day): WeekHours[number] {
  const isShut = closedBecause(edition, day) !== undefined
  return hours[isShut ? 6 : dayOfWeek(day) - 1] ?? []
}

/** Why the landlord is closed on a day on which it would not be by the week alone. */
export function closedBecause({ pack, calendar }: Edition, day: Day): string | undefined {
  const closure = pack.closures.find(({ from, to }) => from <= day && day <= to)
  if (closure !== undefined) return closure.why
  const why = calendar.whyClosed(day)
  return why === weekDayName(dayOfWeek(day)) ? undefined : why
}

interface Opening {
  readonly from: Instant
  readonly to: Instant
}

function lineAt(
  edition: Edition,
  {
    name,
    hours,
    today,
    now,
  }: { readonly name: string; readonly hours: WeekHours; readonly today: Day; readonly now: Instant },
): OpenLine {
  const openings = openingsFrom(edition, hours, today)
  const open = openings.find(({ from, to }) => from <= now && now < to)
  const last = openings.at(-1)
  // What is still open when we stop looking may never close.
  const neverCloses = open !== undefined && open === last && open.to - now > (daysAhead - 2) * 86_400_000
  return {
    name,
    hours,
    isOpen: open !== undefined,
    closesAt: neverCloses ? undefined : open?.to,
    opensAt: open === undefined ? openings.find(({ from }) => from > now)?.from : undefined,
  }
}

/** The openings around now, those that follow one another without a break as one: to midnight, and on from it. */
function openingsFrom(edition: Edition, hours: WeekHours, today: Day): readonly Opening[] {
  const { zone } = edition.calendar
  const joined: Opening[] = []
  for (let day = today - 1; day <= today + daysAhead; day++)
    for (const span of hoursOn(edition, hours, day)) {
      const [from, to] = [zone.instantOf(day, span.from), zone.instantOf(day, span.to)]
      const before = joined.at(-1)
      if (before !== undefined && from <= before.to)
        joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, to) }
      else joined.push({ from, to })
    }
  return joined
}

function nextHoliday(edition: Edition, today: Day): ClosedDay | undefined {
  const { pack, calendar } = edition
  const last = Math.min(today + 366, calendar.knownUntil)
  for (let day = today + 1; day <= last; day++) {
    const why = closedBecause(edition, day)
    const isClosure = pack.closures.some(({ from, to }) => from <= day && day <= to)
    if (why !== undefined && !isClosure) return { on: day, to: day, why }
  }
  return undefined
}
