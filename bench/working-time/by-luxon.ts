import business from 'luxon-business-days'
import { utcDay } from '#core/time/instant.ts'
import { type Contestant, contestantOf } from '../rounds.ts'
import { starts, type Task } from './tasks.ts'

/** luxon-business-days adds weekdays; it neither counts them nor has working hours. */
export function byLuxon(): Partial<Record<Task, Contestant>> {
  const { DateTime } = business
  DateTime.local().setupBusiness({ businessDays: [1, 2, 3, 4, 5], holidayMatchers: [] })
  const inputs = starts.map(({ at }) => DateTime.fromMillis(at))
  const add = (days: number) =>
    contestantOf('luxon-business-days', inputs, (from) =>
      Math.floor(from.plusBusiness({ days }).toMillis() / utcDay),
    )
  return { 'add 10 working days': add(10), 'add 1,000 working days': add(1000) }
}
