/**
 * The slow way to count: Temporal, one day or one minute at a time, straight from the rules' wording. It shares no
 * arithmetic with the module that it judges, only the plain data both are made from.
 */

export interface OracleWorld {
  readonly zone: string
  readonly workingWeek: readonly number[]
  /** ISO dates of bank holidays and of closures. */
  readonly shut: ReadonlySet<string>
  /** Weekday, opening and closing: `[5, '17:00', '01:00']` runs past midnight. */
  readonly hours: readonly (readonly [weekDay: number, opens: string, closes: string])[]
}

/** Whether a date is a working day. */
export function works(world: OracleWorld, date: Temporal.PlainDate): boolean {
  return world.workingWeek.includes(date.dayOfWeek) && !world.shut.has(date.toString())
}

/** Steps forward (or, for a negative n, back) one date at a time until n working days have been met. */
export function stepWorkingDays(world: OracleWorld, from: Temporal.PlainDate, n: number): Temporal.PlainDate {
  let date = from
  for (let met = 0; met < Math.abs(n); ) {
    date = date.add({ days: Math.sign(n) })
    if (works(world, date)) met++
  }
  return date
}

/** The first working day on or after a date. */
export function stepToWorkingDay(world: OracleWorld, from: Temporal.PlainDate): Temporal.PlainDate {
  let date = from
  while (!works(world, date)) date = date.add({ days: 1 })
  return date
}

/** Counts the working days after one date, up to and including a later one. */
export function countWorkingDays(
  world: OracleWorld,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number {
  let count = 0
  for (let date = from; Temporal.PlainDate.compare(date, to) < 0; ) {
    date = date.add({ days: 1 })
    if (works(world, date)) count++
  }
  return count
}

/** Counts the open minutes from one instant to a later one; both are whole minutes. */
export function countOpenMinutes(world: OracleWorld, from: number, to: number): number {
  const isOpenAt = opener(world)
  let count = 0
  for (let at = from; at < to; at += 60_000) if (isOpenAt(at)) count++
  return count
}

/** Steps one minute at a time until so many open ones have passed; undefined where four days are not enough. */
export function stepOpenMinutes(world: OracleWorld, from: number, minutes: number): number | undefined {
  const isOpenAt = opener(world)
  let at = from
  for (let left = minutes; left > 0; at += 60_000) {
    if (at - from > 4 * 86_400_000) return undefined
    if (isOpenAt(at)) left--
  }
  return at
}

/** Tells whether it is open in the minute that begins at an instant. Remembers the openings near each date, as Temporal is slow. */
export function opener(world: OracleWorld): (at: number) => boolean {
  const known = new Map<string, readonly Opening[]>()
  const openingsNear = (date: Temporal.PlainDate) => {
    const name = date.toString()
    const openings = known.get(name) ?? [-1, 0, 1].flatMap((days) => openingsOf(world, date.add({ days })))
    known.set(name, openings)
    return openings
  }
  return (at) => {
    const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(world.zone).toPlainDate()
    return openingsNear(date).some(([opens, closes]) => at >= opens && at < closes)
  }
}

type Opening = readonly [opens: number, closes: number]

/** The openings that begin on a date, as instants. */
function openingsOf(world: OracleWorld, date: Temporal.PlainDate): readonly Opening[] {
  if (world.shut.has(date.toString())) return []
  return world.hours
    .filter(([weekDay]) => weekDay === date.dayOfWeek)
    .map(([, opens, closes]) => {
      const closesOn = closes === '24:00' || closes < opens ? date.add({ days: 1 }) : date
      return [
        instantOf(world, date, opens),
        instantOf(world, closesOn, closes === '24:00' ? '00:00' : closes),
      ]
    })
}

function instantOf(world: OracleWorld, date: Temporal.PlainDate, time: string): number {
  return date.toZonedDateTime({ timeZone: world.zone, plainTime: time }).epochMilliseconds
}
