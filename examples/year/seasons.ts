import { type Day, dayFrom, partsOf } from '#core/time/day.ts'

interface Storm {
  readonly name: string
  readonly month: number
  readonly date: number
  /** How much is added to an ordinary day's work on the first day. */
  readonly strength: number
  readonly days: number
}

/** Every year's bad weather: roofs, boilers, calls and then everything else comes late. The names are made up. */
const storms: readonly Storm[] = [
  { name: 'the Michaelmas gale', month: 10, date: 2, strength: 0.9, days: 2 },
  { name: 'the Martinmas flood', month: 11, date: 12, strength: 1.3, days: 3 },
  { name: 'the Twelfth Night freeze', month: 1, date: 6, strength: 1.6, days: 4 },
  { name: 'the Shrovetide gale', month: 2, date: 17, strength: 0.8, days: 2 },
]

/** How much a storm adds to a day: full while it lasts, then less each day. */
export function stormOn(day: Day): number {
  let most = 0
  const { year } = partsOf(day)
  for (const { month, date, strength, days } of storms) {
    const since = day - dayFrom(year, month, date)
    if (since < 0 || since > days + 9) continue
    most = Math.max(most, since < days ? strength : strength * 0.72 ** (since - days + 1))
  }
  return most
}

/** How much is brought to a landlord in a month: quiet summers, busy winters. */
export function seasonOf(day: Day): number {
  return byMonth[partsOf(day).month - 1] ?? 1
}

/** How much slower desk work is than usual: leave in August and round Christmas, and what storms left behind. */
export function slownessOf(day: Day): number {
  const { month, date } = partsOf(day)
  const leave = leaveIn(month, date)
  return leave + stormOn(day) * 0.22
}

function leaveIn(month: number, date: number): number {
  if (month === 8) return 1.18
  return month === 12 || (month === 1 && date < 12) ? 1.35 + christmas(month, date) : 1
}

/** The share of staff who are away: holidays above all. */
export function awayOn(day: Day): number {
  const { month, date } = partsOf(day)
  if (christmas(month, date) > 0) return 0.34
  if (month === 12) return 0.2
  if (month === 8) return 0.13
  return month === 7 ? 0.08 : 0.04
}

function christmas(month: number, date: number): number {
  return (month === 12 && date >= 15) || (month === 1 && date <= 4) ? 0.3 : 0
}

const byMonth = [1.18, 1.1, 1.02, 1, 0.96, 0.93, 0.9, 0.86, 0.99, 1.07, 1.12, 0.95]
