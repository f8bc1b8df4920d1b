import { type Day, dayFrom, parseDay, partsOf } from '#core/time/day.ts'
import { daysInMonth } from '#core/time/civil.ts'

/** A date as people type it: `2026-03-20`, `20/3/2026`, `20.3.26`, `20 March`, `today`, `yesterday`; undefined otherwise. */
export function typedDay(text: string, today: Day): Day | undefined {
  const typed = text.trim().toLowerCase()
  const near = nearDays.get(typed)
  if (near !== undefined) return today + near
  if (typed.length === 10 && typed[4] === '-') return parseDay(typed)
  const inNumbers = /^(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4}|\d{2})$/.exec(typed)
  if (inNumbers !== null) return dayOfParts(inNumbers[1], Number(inNumbers[2]), inNumbers[3], today)
  const inWords = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?(?:\s+(\d{4}|\d{2}))?$/.exec(typed)
  return inWords === null ? undefined : dayOfParts(inWords[1], monthNamed(inWords[2]), inWords[3], today)
}

/** A time as people type it, in minutes since midnight: `9:30`, `09.30`, `0930`, `2pm`, `2.30 pm`, `noon`; undefined otherwise. */
export function typedTime(text: string): number | undefined {
  const typed = text.trim().toLowerCase()
  if (typed === 'noon' || typed === 'midday') return 720
  const parts =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(typed) ?? /^(\d{2})(\d{2})(?:\s*h(?:rs)?)?$/.exec(typed)
  if (parts === null) return undefined
  const half = parts[3]
  if (half === undefined && parts[2] === undefined) return undefined
  const hours = Number(parts[1])
  const minutes = Number(parts[2] ?? 0)
  if (minutes > 59 || hours > 23 || (half !== undefined && (hours < 1 || hours > 12))) return undefined
  return (half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes
}

function dayOfParts(date = '', month: number, year: string | undefined, today: Day): Day | undefined {
  const inYear = yearTyped(year, today)
  const onDate = Number(date)
  if (month < 1 || month > 12 || onDate < 1 || onDate > daysInMonth(inYear, month)) return undefined
  return dayFrom(inYear, month, onDate)
}

function yearTyped(year: string | undefined, today: Day): number {
  if (year === undefined) return partsOf(today).year
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

function monthNamed(name = ''): number {
  return months.findIndex((month) => month.startsWith(name) || (name === 'sept' && month === 'september')) + 1
}

const nearDays: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
