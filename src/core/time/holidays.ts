import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Holiday } from '#core/time/calendar-spec.ts'
import { type Day, dayFrom, formatDay, parseDay, partsOf } from '#core/time/day.ts'
import { earliestDay, isHeld, latestDay } from '#core/time/range.ts'

/** The bank holidays of one nation, and the days for which they are complete. */
export interface BankHolidays {
  readonly holidays: readonly Holiday[]
  /** 1 January of the first holiday's year. */
  readonly knownFrom: Day
  /** 31 December of the last holiday's year: a list runs out, and must say so (traps.md 1). */
  readonly knownUntil: Day
}

/**
 * Reads the bank holidays of a nation from a feed in the shape that GOV.UK publishes. Dates are dates: one with a time
 * or a zone is refused, since it may have been shifted by a day (traps.md 4), and so is a date given twice.
 */
export function parseHolidays(json: unknown, nation: string): BankHolidays | Refusal {
  if (!isRecord(json)) return refuse('the bank holidays are not in the shape of the GOV.UK feed', shape)
  const division = Object.hasOwn(json, nation) ? json[nation] : undefined
  if (division === undefined) return refuseNation(nation, Object.keys(json))
  if (!isRecord(division) || !Array.isArray(division['events'])) {
    return refuse(`the bank holidays of ${nation} have no list of events`, shape)
  }
  const named = division['division']
  if (named !== undefined && named !== nation) {
    return refuse(`the bank holidays of ${nation} say they are those of ${JSON.stringify(named)}`)
  }
  const holidays = parseEvents(division['events'], nation)
  return isRefusal(holidays) ? holidays : withSpan(holidays)
}

function refuseNation(nation: string, nations: readonly string[]): Refusal {
  const meant = suggest(nation, nations)
  const fix =
    meant === undefined ? `write one of ${nations.slice(0, 10).join(', ')}` : `did you mean ${meant}?`
  return refuse(`there are no bank holidays for the nation “${nation}”`, fix)
}

function parseEvents(events: readonly unknown[], nation: string): readonly Holiday[] | Refusal {
  if (events.length === 0) return refuse(`the list of bank holidays of ${nation} is empty`)
  if (events.length > mostEvents)
    return refuse(`the list of bank holidays of ${nation} is too long to be right`)
  const holidays = new Map<Day, Holiday>()
  for (const [i, event] of events.entries()) {
    const holiday = parseEvent(event, i + 1)
    if (isRefusal(holiday)) return holiday
    const other = holidays.get(holiday.day)
    if (other !== undefined) return refuseTwice(other, holiday)
    holidays.set(holiday.day, holiday)
  }
  return [...holidays.values()].sort((a, b) => a.day - b.day)
}

function refuseTwice(one: Holiday, other: Holiday): Refusal {
  return refuse(
    `${formatDay(one.day)} is given twice, as ${one.title} and as ${other.title}`,
    'keep one of them',
  )
}

function parseEvent(event: unknown, place: number): Holiday | Refusal {
  if (!isRecord(event)) return refuse(`bank holiday ${place} is not an event`, shape)
  const { title, date, notes } = event
  if (typeof title !== 'string' || title.trim() === '')
    return refuse(`bank holiday ${place} has no title`, shape)
  const day = typeof date === 'string' ? parseDay(date) : undefined
  if (day === undefined) {
    return refuse(
      `bank holiday ${place}, ${title}, has the date “${String(date)}”`,
      'write a date such as 2026-12-25',
    )
  }
  if (isHeld(day)) return { day, title: titleOf(title.trim(), notes) }
  const held = `${formatDay(earliestDay)} to ${formatDay(latestDay)}`
  return refuse(`${title} on ${formatDay(day)} is outside the calendar`, `calendars run from ${held}`)
}

/** Christmas Day on a Monday is not a mistake: where it fell on the week-end, the feed notes that this day stands for it. */
function titleOf(title: string, notes: unknown): string {
  const isSubstitute = typeof notes === 'string' && notes.trim().toLowerCase() === 'substitute day'
  return isSubstitute ? `${title} (substitute day)` : title
}

function withSpan(holidays: readonly Holiday[]): BankHolidays {
  const first = partsOf(holidays[0]?.day as Day).year
  const last = partsOf(holidays.at(-1)?.day as Day).year
  return { holidays, knownFrom: dayFrom(first, 1, 1), knownUntil: dayFrom(last, 12, 31) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const shape = 'write {"england-and-wales": {"events": [{"title": "Christmas Day", "date": "2026-12-25"}]}}'
const mostEvents = 2000
