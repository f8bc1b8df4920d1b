import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { appointmentsIn } from '#store/diaries/read-appointments.ts'
import { turnsBetween } from '#store/diaries/rotas.ts'
import { deskOf, type VisitShown, visitorsNow } from '#store/diaries/visits.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { diaryNames } from '../diary/names.ts'
import { staffZone, todayOf } from '../times.ts'
import { namesGiven } from './name-given.ts'

/** All that the page of reception shows. */
export type Desk = Exclude<Awaited<ReturnType<typeof readDesk>>, Refused>

export async function readDesk(store: Store, acting: Acting) {
  const own = await deskOf(store, acting)
  if (isRefused(own)) return own
  const { officeId } = own
  const visits = await visitorsNow(store, acting, { officeId })
  if (isRefused(visits)) return visits
  const now = store.now()
  const today = todayOf(now)
  const period = { from: staffZone.startOf(today), to: staffZone.startOf(today + 1) }
  const read = await appointmentsIn(store, acting, period)
  const turns = await turnsBetween(store, acting, { from: today, to: today })
  const appointments = (isRefused(read) ? [] : read).filter(
    (each) =>
      each.place !== 'home' &&
      each.state === 'booked' &&
      (officeId === undefined || each.officeId === null || each.officeId === officeId),
  )
  return {
    now,
    officeId,
    visits,
    appointments,
    turns: isRefused(turns) ? [] : turns,
    names: await diaryNames(store, acting),
    customers: await namesOfCustomers(store, acting, {
      ids: [...visits, ...appointments].flatMap(({ customerId }) => customerId ?? []),
      why: '/reception',
    }),
    given: await namesGiven(store, acting, visits),
    mayWrite: acting.may.has('cases.write'),
  }
}

/** What visitors are called here: by their name, by the one they gave, or by what reception has of them. */
export function visitorName(
  { customers, given }: Pick<Desk, 'customers' | 'given'>,
  visit: Pick<VisitShown, 'customerId' | 'caseId'>,
): string {
  const known = visit.customerId === null ? given.get(visit.caseId) : customers.get(visit.customerId)
  return known ?? `Visitor ${visit.caseId}`
}
