import { buildCalendar, type Calendar } from '#core/time/calendar.ts'
import { dayFrom } from '#core/time/day.ts'
import { parseHours } from '#core/time/hours.ts'
import { minute } from '#core/time/instant.ts'
import { isRefusal } from '#core/refusal.ts'
import { parseWeekDays } from '#core/time/week.ts'
import { zoneNamed } from '#core/time/zone.ts'
import { type Contestant, contestantOf } from '../rounds.ts'
import { type Start, starts, type Task } from './tasks.ts'

/** Our own working time, from instant to day or instant. */
export function byOurs(): Record<Task, Contestant> {
  const calendar = londonWeekdays()
  const { dayOf } = calendar.zone
  const office = calendar.openTime('office')
  if (office === undefined) throw new Error('the calendar has no office hours')
  return {
    'add 10 working days': ours(({ at }) => calendar.addWorkingDays(dayOf(at), 10)),
    'add 1,000 working days': ours(({ at }) => calendar.addWorkingDays(dayOf(at), 1000)),
    'add 300 working minutes': ours(({ at }) => office.addOpenMilliseconds(at, 300 * minute)),
    'working days in a year': ours(({ at, yearOn }) => calendar.workingDaysBetween(dayOf(at), dayOf(yearOn))),
    'working minutes in a year': ours(
      ({ at, yearOn }) => office.openMillisecondsBetween(at, yearOn) / minute,
    ),
  }
}

function ours(work: (start: Start) => number): Contestant {
  return contestantOf('ours', starts, work)
}

/** Without bank holidays, which some of the others know nothing of; a table costs the same with them. */
function londonWeekdays(): Calendar {
  const calendar = buildCalendar({
    zone: made(zoneNamed('Europe/London')),
    workingWeek: made(parseWeekDays('Mon-Fri')),
    holidays: [],
    knownFrom: dayFrom(2020, 1, 1),
    knownUntil: dayFrom(2030, 12, 31),
    closures: [],
    hours: { office: made(parseHours('Mon-Fri 09:00-17:00')) },
  })
  return made(calendar)
}

function made<T>(value: T): Exclude<T, { readonly refusal: string }> {
  if (isRefusal(value)) throw new Error(value.refusal)
  return value as Exclude<T, { readonly refusal: string }>
}
