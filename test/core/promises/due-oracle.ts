import {
  countOpenMinutes,
  countWorkingDays,
  type OracleWorld,
  opener,
  stepToWorkingDay,
  stepWorkingDays,
  works,
} from '#test/core/time/oracle.ts'

/** Due on a date (met at any moment of it) or at an instant. */
export type Due = { readonly on: string } | { readonly at: number }

/** A stretch of time for which a clock stood still. */
export type Spell = readonly [from: number, to: number]

/** When something due within a length falls due, its pauses counted in the length's own count. */
export function dueWithin(
  world: OracleWorld,
  words: string,
  outOfHours: string,
  startAt: number,
  pauses: readonly Spell[],
): Due {
  const { amount, unit } = lengthOf(words)
  const paused = sum(pauses.map((spell) => pausedIn(world, unit, spell)))
  if (unit in elapsed) return { at: startAt + amount * (elapsed[unit] ?? 0) + paused }
  if (unit === 'working minute') {
    return { at: afterOpenMinutes(world, startAt, amount + paused) }
  }
  const zero = dayZero(world, amount, unit, outOfHours, startAt)
  if (unit === 'month') return { on: zero.add({ months: amount }).add({ days: paused }).toString() }
  if (unit === 'day') return { on: zero.add({ days: amount + paused }).toString() }
  const n = amount + paused
  return { on: (n === 0 ? zero : stepWorkingDays(world, zero, n)).toString() }
}

/** A due date or instant moved by so many lengths: a grace, a tolerance. */
export function moved(due: Due, words: string, times: number): Due {
  const { amount, unit } = lengthOf(words)
  if ('on' in due)
    return {
      on: Temporal.PlainDate.from(due.on)
        .add({ days: amount * times })
        .toString(),
    }
  return { at: due.at + amount * times * (elapsed[unit] ?? 0) }
}

/** So many days before a date, or so many working days. */
export function dueBefore(world: OracleWorld, words: string, date: string): Due {
  const { amount, unit } = lengthOf(words)
  const on = Temporal.PlainDate.from(date)
  return {
    on: (unit === 'day' ? on.subtract({ days: amount }) : stepWorkingDays(world, on, -amount)).toString(),
  }
}

/** The last moment that is still in time: due on the 20th is late on the 21st (trap 7). */
export function lastMoment(world: OracleWorld, due: Due): number {
  return 'at' in due ? due.at : firstMoment(world, Temporal.PlainDate.from(due.on).add({ days: 1 })) - 1
}

/** The first moment that is not too early. */
export function earliestMoment(world: OracleWorld, due: Due): number {
  return 'at' in due ? due.at : firstMoment(world, Temporal.PlainDate.from(due.on))
}

/** What a field says is due: a date or an instant. */
export function dueFrom(said: unknown): Due {
  if (typeof said !== 'string') throw new Error('the story carries no date where it must')
  return said.length === 10 ? { on: said } : { at: Temporal.Instant.from(said).epochMilliseconds }
}

const elapsed: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 }

function lengthOf(words: string): { readonly amount: number; readonly unit: string } {
  if (words === 'same day') return { amount: 0, unit: 'day' }
  if (words === 'same working day') return { amount: 0, unit: 'working day' }
  if (words === 'next working day') return { amount: 1, unit: 'working day' }
  const [, amount = '', unit = ''] = /^(\d+) (.+?)s?$/.exec(words) ?? []
  return unit === 'week' ? { amount: Number(amount) * 7, unit: 'day' } : { amount: Number(amount), unit }
}

/** Steps one minute at a time until so many open ones have passed. */
function afterOpenMinutes(world: OracleWorld, from: number, minutes: number): number {
  const isOpenAt = opener(world)
  let at = from
  for (let left = minutes; left > 0; at += 60_000) if (isOpenAt(at)) left--
  return at
}

/** A pause moves working days by working days, open time by open time, days by days, elapsed time by elapsed time. */
function pausedIn(world: OracleWorld, unit: string, [from, to]: Spell): number {
  if (unit in elapsed) return to - from
  if (unit === 'working minute') return countOpenMinutes(world, from, to)
  const [first, last] = [dateOf(world, from), dateOf(world, to)]
  return unit === 'working day'
    ? countWorkingDays(world, first, last)
    : first.until(last, { largestUnit: 'days' }).days
}

/**
 * Day zero is the local date of the start. Where the pack says so, and working days are counted, what comes after closing
 * on a working day has the next working day; what is due the same day and comes on a closed day has the next working day too.
 */
function dayZero(
  world: OracleWorld,
  amount: number,
  unit: string,
  outOfHours: string,
  startAt: number,
): Temporal.PlainDate {
  const date = dateOf(world, startAt)
  if (amount > 0 && unit !== 'working day') return date
  const closes = closingOn(world, date)
  const moves = outOfHours === 'next working day'
  if (moves && works(world, date) && closes !== undefined && startAt >= closes)
    return stepWorkingDays(world, date, 1)
  if (amount > 0) return date
  if (moves && (!works(world, date) || closes === undefined)) return stepWorkingDays(world, date, 1)
  return unit === 'working day' ? stepToWorkingDay(world, date) : date
}

function closingOn(world: OracleWorld, date: Temporal.PlainDate): number | undefined {
  const closing = world.hours
    .filter(([weekDay]) => weekDay === date.dayOfWeek)
    .map(([, , closes]) => closes)
    .sort()
    .at(-1)
  return closing === undefined
    ? undefined
    : date.toZonedDateTime({ timeZone: world.zone, plainTime: closing }).epochMilliseconds
}

function dateOf(world: OracleWorld, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(world.zone).toPlainDate()
}

function firstMoment(world: OracleWorld, date: Temporal.PlainDate): number {
  return date.toZonedDateTime(world.zone).epochMilliseconds
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, each) => all + each, 0)
}
