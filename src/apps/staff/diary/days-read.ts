import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { type Day, parseDay } from '#core/time/day.ts'
import { isHeld } from '#core/time/range.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { absencesIn } from '#store/diaries/absences.ts'
import { appointmentsIn } from '#store/diaries/read-appointments.ts'
import { turnsBetween } from '#store/diaries/rotas.ts'
import { namesOfCustomers, namesOfHomes } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { staffZone, todayOf } from '../times.ts'
import { diaryNames } from './names.ts'

/** Which day an address names; today, where it names none. */
export function dayIn(query: Fields, now: number): Day {
  const day = parseDay(textIn(query, 'day'))
  return day !== undefined && isHeld(day - 40) && isHeld(day + 40) ? day : todayOf(now)
}

/** What is on in some days, everybody’s or one person’s, with the names it takes to say so. */
export async function readDays(
  store: Store,
  acting: Acting,
  { from, days, staffId }: { readonly from: Day; readonly days: number; readonly staffId?: string },
) {
  const period = { from: staffZone.startOf(from), to: staffZone.startOf(from + days) }
  const one = staffId === undefined ? {} : { staffId }
  const appointments = await appointmentsIn(store, acting, { ...period, ...one })
  if (isRefused(appointments)) return appointments
  const absences = await absencesIn(store, acting, period)
  const turns = await turnsBetween(store, acting, { from, to: from + days - 1 })
  return {
    appointments,
    absences: (isRefused(absences) ? [] : absences).filter(({ endedAt }) => endedAt === null),
    turns: isRefused(turns) ? [] : turns,
    names: await diaryNames(store, acting),
    customers: await namesOfCustomers(store, acting, {
      ids: appointments.flatMap(({ customerId }) => customerId ?? []),
      why: '/diary',
    }),
    homes: await namesOfHomes(store, acting, {
      ids: appointments.flatMap(({ homeId }) => homeId ?? []),
    }),
  }
}

export type DaysRead = Exclude<Awaited<ReturnType<typeof readDays>>, { readonly because: unknown }>
