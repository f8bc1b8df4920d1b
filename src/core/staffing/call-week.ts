import { type Day, dayOfWeek, type WeekDay } from '#core/time/day.ts'
import type { Calendar } from '#core/time/calendar.ts'
import { second } from '#core/time/instant.ts'
import type { CallSeen } from './call-seen.ts'
import type { CallLoad } from './erlang-c.ts'

/** How a line was used: by half hour of the week, over days that were open. */
export interface CallWeek {
  readonly calls: number
  readonly answered: number
  readonly gaveUp: number
  /** On days closed and bank holidays: left out of everything else. */
  readonly onClosedDays: number
  /** How many open days there were, by day of the week. */
  readonly days: ReadonlyMap<WeekDay, number>
  readonly halfHours: readonly HalfHour[]
  /** On average over all whose end is known; undefined where none is. */
  readonly talkSeconds: number | undefined
  /** All the time that callers waited, over how many gave up: how long they are prepared to wait on average. */
  readonly patienceSeconds: number | undefined
}

/** One half hour of a day of the week. */
export interface HalfHour {
  readonly weekDay: WeekDay
  /** Half hours since midnight: 18 is 09:00. */
  readonly half: number
  readonly calls: number
  readonly load: CallLoad
}

/** Gathers the calls of one line. Memory grows with the half hours of a week, not with calls. */
export interface CallGathering {
  add(call: CallSeen): void
  finish(): CallWeek
}

/** Fewer conversations in a half hour say nothing of its own length: then all of the line’s count. */
const enoughTalks = 30
/** Fewer who gave up say nothing of how patient callers are. */
const enoughGivenUp = 20

interface Slot {
  calls: number
  talks: number
  talked: number
}

/** Begins to gather the calls of these days, both included. */
export function gatherCalls(calendar: Calendar, from: Day, to: Day): CallGathering {
  const { zone } = calendar
  const slots = new Map<number, Slot>()
  const sums = { calls: 0, answered: 0, gaveUp: 0, onClosedDays: 0, talks: 0, talked: 0, waited: 0 }
  return {
    add(call) {
      const day = zone.dayOf(call.offeredAt)
      if (day < from || day > to) return
      if (!calendar.isWorkingDay(day)) {
        sums.onClosedDays += 1
        return
      }
      const place = dayOfWeek(day) * halves + Math.floor(zone.minuteOfDay(call.offeredAt) / 30)
      const slot = slots.get(place) ?? { calls: 0, talks: 0, talked: 0 }
      slots.set(place, slot)
      slot.calls += 1
      sums.calls += 1
      sums.waited += waitOf(call)
      if (call.answeredAt !== undefined) sums.answered += 1
      if (call.gaveUp) sums.gaveUp += 1
      if (call.answeredAt === undefined || call.endedAt === undefined) return
      const talked = (call.endedAt - call.answeredAt) / second
      slot.talks += 1
      slot.talked += talked
      sums.talks += 1
      sums.talked += talked
    },
    finish() {
      const days = openDays(calendar, from, to)
      const talkSeconds = sums.talks === 0 ? undefined : sums.talked / sums.talks
      const halfHours = [...slots]
        .toSorted(([a], [b]) => a - b)
        .map(([place, slot]) => halfHourOf(place, slot, { days, talkSeconds }))
      const { calls, answered, gaveUp, onClosedDays } = sums
      const patienceSeconds = gaveUp < enoughGivenUp ? undefined : Math.max(1, sums.waited / gaveUp)
      return { calls, answered, gaveUp, onClosedDays, days, halfHours, talkSeconds, patienceSeconds }
    },
  }
}

const halves = 48

function waitOf({ offeredAt, answeredAt, lostAt }: CallSeen): number {
  const until = answeredAt ?? lostAt ?? offeredAt
  return Math.max(0, until - offeredAt) / second
}

function openDays(calendar: Calendar, from: Day, to: Day): ReadonlyMap<WeekDay, number> {
  const days = new Map<WeekDay, number>()
  for (let day = from; day <= to; day++)
    if (calendar.isWorkingDay(day)) days.set(dayOfWeek(day), (days.get(dayOfWeek(day)) ?? 0) + 1)
  return days
}

function halfHourOf(
  place: number,
  { calls, talks, talked }: Slot,
  line: Pick<CallWeek, 'days' | 'talkSeconds'>,
): HalfHour {
  const weekDay = Math.floor(place / halves) as WeekDay
  const days = Math.max(1, line.days.get(weekDay) ?? 1)
  const talkSeconds = talks >= enoughTalks ? talked / talks : (line.talkSeconds ?? 0)
  return { weekDay, half: place % halves, calls, load: { callsAnHour: (calls / days) * 2, talkSeconds } }
}
