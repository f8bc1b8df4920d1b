import moment from 'moment'
import 'moment-business-time'
import { utcDay } from '#core/time/instant.ts'
import { type Contestant, contestantOf } from '../rounds.ts'
import { starts, type Task } from './tasks.ts'

const week = ['09:00:00', '17:00:00']

/** moment-business-time counts weekdays and working hours; it changes what it adds to, so that a copy is part of adding. */
export function byMoment(): Partial<Record<Task, Contestant>> {
  moment.updateLocale('en', { workinghours: [null, week, week, week, week, week, null], holidays: [] })
  const inputs = starts.map(({ at, yearOn }) => ({ from: moment(at), to: moment(yearOn) }))
  const theirs = (work: (input: (typeof inputs)[number]) => number) =>
    contestantOf('moment-business-time', inputs, work)
  const addDays = (days: number) =>
    theirs(({ from }) => Math.floor(from.clone().addWorkingTime(days, 'days').valueOf() / utcDay))
  return {
    'add 10 working days': addDays(10),
    'add 1,000 working days': addDays(1000),
    'add 300 working minutes': theirs(({ from }) => from.clone().addWorkingTime(300, 'minutes').valueOf()),
    'working days in a year': theirs(({ from, to }) => Math.abs(from.workingDiff(to, 'days'))),
    'working minutes in a year': theirs(({ from, to }) => Math.abs(from.workingDiff(to, 'minutes'))),
  }
}
