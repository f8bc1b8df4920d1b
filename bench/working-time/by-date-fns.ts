import { addBusinessDays, differenceInBusinessDays } from 'date-fns'
import { utcDay } from '#core/time/instant.ts'
import { type Contestant, contestantOf } from '../rounds.ts'
import { starts, type Task } from './tasks.ts'

/** date-fns counts weekdays; it has no working hours. */
export function byDateFns(): Partial<Record<Task, Contestant>> {
  const inputs = starts.map(({ at, yearOn }) => ({ from: new Date(at), to: new Date(yearOn) }))
  const theirs = (work: (input: (typeof inputs)[number]) => number) => contestantOf('date-fns', inputs, work)
  const add = (days: number) =>
    theirs(({ from }) => Math.floor(addBusinessDays(from, days).getTime() / utcDay))
  return {
    'add 10 working days': add(10),
    'add 1,000 working days': add(1000),
    'working days in a year': theirs(({ from, to }) => differenceInBusinessDays(to, from)),
  }
}
