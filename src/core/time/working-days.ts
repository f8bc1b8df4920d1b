import { type Refusal, refuse } from '#core/refusal.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { daysHeld, earliestDay, latestDay, placeOf } from '#core/time/range.ts'

/** Arithmetic in working days, each answer by looking into a table. */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean
  /** How many working days come after `from` and not after `to`; negative when `to` is before `from`. */
  workingDaysBetween(from: Day, to: Day): number
  /** The nth working day after a day (not counting it); before it for a negative n; for 0, the first on or after it. */
  addWorkingDays(day: Day, n: number): Day
  firstWorkingDayOnOrAfter(day: Day): Day
}

/** Counts the working days once. Refuses a calendar that works so seldom that due dates would run out of it. */
export function buildWorkingDays(works: (day: Day) => boolean): WorkingDays | Refusal {
  /** How many working days lie before the day at a place. */
  const before = new Int32Array(daysHeld + 1)
  const listed: Day[] = []
  for (let place = 0; place < daysHeld; place++) {
    if (works(earliestDay + place)) listed.push(earliestDay + place)
    before[place + 1] = listed.length
  }
  return refuseLongestGap(listed) ?? workingDaysOf(before, new Int32Array(listed))
}

function refuseLongestGap(listed: readonly Day[]): Refusal | undefined {
  let last = earliestDay - 1
  for (let i = 0; i <= listed.length; i++) {
    const day = listed[i] ?? latestDay + 1
    if (day - last > longestGap) {
      const spell = `${formatDay(last + 1)} to ${formatDay(day - 1)}`
      return refuse(
        `there is no working day from ${spell}`,
        'shorten the closures: none may leave a year without a working day',
      )
    }
    last = day
  }
  return undefined
}

function workingDaysOf(before: Int32Array, listed: Int32Array): WorkingDays {
  const countBefore = (place: number) => before[place] as number
  const addWorkingDays = (day: Day, n: number) => {
    const place = placeOf(day)
    const nth = n > 0 ? countBefore(place + 1) + n - 1 : countBefore(place) + n
    const found = listed[nth]
    if (found === undefined)
      throw new RangeError(`${n} working days from ${formatDay(day)} is outside the calendar`)
    return found
  }
  return {
    isWorkingDay: (day) => countBefore(placeOf(day)) !== countBefore(placeOf(day) + 1),
    workingDaysBetween: (from, to) => countBefore(placeOf(to) + 1) - countBefore(placeOf(from) + 1),
    addWorkingDays,
    firstWorkingDayOnOrAfter: (day) => addWorkingDays(day, 0),
  }
}

const longestGap = 366
