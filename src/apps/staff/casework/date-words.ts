import { parseDay } from '#core/time/day.ts'
import { parseInstant } from '#core/time/instant.ts'
import { dayText, momentText } from '../times.ts'

/** A date or a moment as an event carries it, as staff read it; anything else as it stands. */
export function dateWords(value: unknown): string {
  if (typeof value !== 'string') return ''
  const day = value.length === 10 ? parseDay(value) : undefined
  if (day !== undefined) return dayText(day)
  const at = parseInstant(value)
  return at === undefined ? value : momentText(at)
}
