import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type PageAsked } from '#http/layout/page-route.ts'
import { appointmentIn } from '#store/diaries/read-appointments.ts'
import { visitOfCase, type VisitShown } from '#store/diaries/visits.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import { diaryNames } from '../diary/names.ts'
import { visitorName } from './desk-read.ts'
import { namesGiven } from './name-given.ts'
import { isVisitAct, type VisitAct } from './visit-acts.ts'

/** A visitor and what is to be done with them. */
export interface Visiting {
  readonly store: Store
  readonly acting: Acting
  readonly act: VisitAct
  readonly visit: VisitShown
  readonly name: string
  readonly names: Awaited<ReturnType<typeof diaryNames>>
  readonly appointmentStaff: readonly string[]
  /** Their appointment has not begun so far. */
  readonly appointmentWaits: boolean
  readonly token: string
}

/** Reads who it is, and what they came for. */
export async function readVisiting({
  store,
  visitor: { acting },
  params,
  formToken,
}: PageAsked<Visitor>): Promise<Visiting | Refused> {
  const visit = await visitOfCase(store, acting, params['caseId'] ?? '')
  if (isRefused(visit)) return visit
  const act = params['act'] ?? ''
  if (!isVisitAct(act)) return { because: 'not found', refusal: 'there is no such page' }
  const ids = visit.customerId === null ? [] : [visit.customerId]
  const customers = await namesOfCustomers(store, acting, { ids, why: '/reception/visits' })
  const given = await namesGiven(store, acting, [visit])
  const read =
    visit.appointmentCase === null ? undefined : await appointmentIn(store, acting, visit.appointmentCase)
  const appointment = isRefused(read) ? undefined : read
  return {
    store,
    acting,
    act,
    visit,
    name: visitorName({ customers, given }, visit),
    names: await diaryNames(store, acting),
    appointmentStaff: appointment?.staffIds ?? [],
    appointmentWaits: appointment?.state === 'booked',
    token: formToken,
  }
}
