import { refused, type Refused } from '#core/refused.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Instant } from '#core/time/instant.ts'
import { firstDayOf, lastDayOf, type Month, monthOf } from '#core/time/civil.ts'
import type { Day } from '#core/time/day.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'

/** The months that figures are shown of, both included. */
export interface MonthsShown {
  readonly first: Month
  readonly last: Month
  readonly from: Day
  readonly to: Day
}

/** No page shows more: a chart of twenty years is a smear. */
const mostMonths = 120
/** What is shown unless somebody asks: a year up to this month. */
const usualMonths = 12

/** The months asked for in the query, `2026-03` each; a year up to now, where nothing is asked. */
export function monthsShown(query: Fields, zone: Zone, now: Instant): MonthsShown | Refused {
  const thisMonth = monthOf(zone.dayOf(now))
  const last = monthFrom(textIn(query, 'to')) ?? thisMonth
  const first = monthFrom(textIn(query, 'from')) ?? last - usualMonths + 1
  if (first > last) return refused('not valid', 'the first month comes after the last', 'swap them', '/from')
  if (last - first >= mostMonths)
    return refused('not valid', `that is more than ${mostMonths} months`, 'choose fewer', '/from')
  return { first, last, from: firstDayOf(first), to: lastDayOf(last) }
}

/** A month in words: “March 2026”. */
export function monthName(month: Month): string {
  return names.format(Date.UTC(Math.floor(month / 12), month % 12, 1))
}

const names = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month a figure can be of; anything else is taken as not said. */
function monthFrom(text: string): Month | undefined {
  const parts = /^((?:19[89]|20\d|21\d)\d)-(0[1-9]|1[0-2])$/.exec(text)
  return parts === null ? undefined : Number(parts[1]) * 12 + Number(parts[2]) - 1
}
