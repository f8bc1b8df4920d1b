import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { WeekDay } from '#core/time/day.ts'
import { firstOverlap } from '#core/time/hours-overlap.ts'
import { parseSpan, type Span, type WeekHours } from '#core/time/hours-span.ts'
import { closeDashes, parseWeekDays } from '#core/time/week.ts'

export type { Span, WeekHours } from '#core/time/hours-span.ts'

/**
 * Reads opening hours: `Mon-Thu 09:00-12:30 13:30-17:00, Fri 09:00-16:00`. A span that ends before it begins runs past
 * midnight. Hours that would never be open, or open twice at once, are refused here so that no arithmetic meets them
 * (traps.md 10).
 */
export function parseHours(text: string): WeekHours | Refusal {
  if (text.length > longestText) return refuse('these hours are too long to be right', example)
  const week: Span[][] = Array.from({ length: 7 }, () => [])
  for (const group of closeDashes(text).split(',')) {
    const refused = addGroup(week, group)
    if (refused !== undefined) return refused
  }
  for (const spans of week) spans.sort((a, b) => a.from - b.from)
  return firstOverlap(week) ?? week
}

/** Adds the openings of one group, `Mon-Thu 09:00-12:30 13:30-17:00`. */
function addGroup(week: readonly Span[][], group: string): Refusal | undefined {
  const tokens = group.split(/\s+/).filter((token) => token !== '')
  const split = tokens.findIndex((token) => /^\d/.test(token))
  if (tokens.length === 0) return refuse('the hours are empty', example)
  if (split < 0) return refuse(`“${group.trim()}” has no hours`, example)
  if (split === 0) return refuse(`“${group.trim()}” does not say on which days`, example)
  const days = parseWeekDays(tokens.slice(0, split).join(' '))
  if (isRefusal(days)) return days
  return addSpans(week, days, tokens.slice(split))
}

function addSpans(
  week: readonly Span[][],
  days: Iterable<WeekDay>,
  tokens: readonly string[],
): Refusal | undefined {
  for (const token of tokens) {
    const span = parseSpan(token)
    if (isRefusal(span)) return span
    for (const day of days) week[day - 1]?.push(span)
  }
  return undefined
}

const example = 'write hours such as Mon-Fri 09:00-17:00'
const longestText = 500
