import type { Day } from '#core/time/day.ts'
import { type Instant, minute, utcDay } from '#core/time/instant.ts'
import { tableEnd, tableStart, type ZoneChanges } from '#core/time/zone-changes.ts'

/** A zone in integers; every answer is undefined outside the table. */
export interface ZoneTable {
  offsetAt(at: Instant): number | undefined
  startOf(day: Day): Instant | undefined
  /** `minuteOfDay` from 0 to 1439. */
  instantOf(day: Day, minuteOfDay: number): Instant | undefined
}

const firstBucket = tableStart / utcDay
const buckets = tableEnd / utcDay - firstBucket
/** Local days whose neighbours also lie in the table. */
const firstTableDay: Day = firstBucket + 2
const tableDays = buckets - 4

/** Lays the zone out by day, so that no question needs a search. */
export function buildZoneTable(changes: ZoneChanges): ZoneTable {
  const inForce = changesByBucket(changes)
  const changeAt = (at: Instant) => lastChangeBy(changes, inForce, at)
  const offsetAt = (at: Instant) => changes.offsets[changeAt(at)]
  const starts = new Float64Array(tableDays + 1)
  // No zone skips midnight from before it to after it, 1990 to 2100, so a date begins when the clock shows 00:00.
  for (let i = 0; i <= tableDays; i++)
    starts[i] = instantOfWall(changes, changeAt, (firstTableDay + i) * utcDay)
  return {
    offsetAt,
    startOf: (day) => starts[day - firstTableDay],
    instantOf(day, minuteOfDay) {
      const start = starts[day - firstTableDay]
      const next = starts[day - firstTableDay + 1]
      if (start === undefined || next === undefined) return undefined
      if (next - start === utcDay) return start + minuteOfDay * minute
      return instantOfWall(changes, changeAt, day * utcDay + minuteOfDay * minute)
    },
  }
}

/** For each day of UTC, the change in force as it begins. */
function changesByBucket(changes: ZoneChanges): Int32Array {
  const inForce = new Int32Array(buckets)
  let change = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    while ((firstBucket + bucket) * utcDay >= (changes.from[change + 1] as number)) change++
    inForce[bucket] = change
  }
  return inForce
}

/** The change in force at an instant; -1 outside the table. */
function lastChangeBy(changes: ZoneChanges, inForce: Int32Array, at: Instant): number {
  let change = inForce[Math.floor(at / utcDay) - firstBucket]
  if (change === undefined) return -1
  while (at >= (changes.from[change + 1] as number)) change++
  return change
}

/** When a wall clock shows a time. The offsets a day before and after are the only two it can have. */
function instantOfWall(changes: ZoneChanges, changeAt: (at: Instant) => number, wall: number): Instant {
  const offsetAt = (at: Instant) => changes.offsets[changeAt(at)] as number
  const before = offsetAt(wall - utcDay)
  const after = offsetAt(wall + utcDay)
  if (before === after || offsetAt(wall - before) === before) return wall - before
  return offsetAt(wall - after) === after ? wall - after : wall - before
}
