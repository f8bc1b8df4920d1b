import { earliestDay, isHeld, latestDay } from '#core/time/range.ts'
import { type Instant, parseInstant, utcDay } from '#core/time/instant.ts'
import { parseDay } from '#core/time/day.ts'

/** What a line of the ledger may hold at the most: every input has a limit. */
export const longestLine = 65_536
export const longestText = 200
export const mostFields = 100
export const deepestValue = 4

/** The instant a value says, if it says one from 1990 to 2100: a year outside is a slip of the keyboard. */
export function instantOf(value: unknown): Instant | undefined {
  const at = typeof value === 'string' ? parseInstant(value) : undefined
  return at !== undefined && at >= earliestInstant && at < endOfInstants ? at : undefined
}

/** True for a value that says a date from 1990 to 2100. */
export function isDate(value: unknown): boolean {
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day !== undefined && isHeld(day)
}

const earliestInstant = earliestDay * utcDay
const endOfInstants = (latestDay + 1) * utcDay
