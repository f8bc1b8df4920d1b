import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { liveRoute } from '#http/live/live-route.ts'
import { appointmentsIn } from '#store/diaries/read-appointments.ts'
import { turnsBetween } from '#store/diaries/rotas.ts'
import { deskOf, rememberDesk, type VisitShown, visitorsNow, visitsStamp } from '#store/diaries/visits.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { diaryNames } from '../diary/names.ts'
import { staffZone, todayOf } from '../times.ts'
import { DeskPage } from './desk.tsx'

/** Who is here, who is expected today, and who is on duty. */
export const deskPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/reception',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, query, formToken }) => {
      const desk = await readDesk(store, acting)
      if (isRefused(desk)) return desk
      return {
        title: 'Reception',
        content: <DeskPage desk={desk} token={formToken} />,
        notice: notices[textIn(query, 'done')],
        wide: true,
        live: local`/reception/changes`,
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/reception/desk',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, fields }) => {
      const set = await rememberDesk(store, acting, textIn(fields, 'office'))
      return isRefused(set) ? set : { goTo: local`/reception` }
    },
  }),
  liveRoute({
    path: '/reception/changes',
    who: 'cases.read',
    watch: async ({ store, visitor: { acting } }) => {
      const stamp = await visitsStamp(store, acting)
      // The wait is told in minutes, so a minute that has passed is a change as well.
      return isRefused(stamp) ? '' : `${stamp} ${Math.floor(store.now() / 60_000)}`
    },
  }),
]

/** All that the page of reception shows. */
export type Desk = Exclude<Awaited<ReturnType<typeof readDesk>>, Refused>

async function readDesk(store: Store, acting: Acting) {
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
    mayWrite: acting.may.has('cases.write'),
  }
}

/** What visitors are called here: by their name, or by what reception has of them. */
export function visitorName(
  { customers }: Pick<Desk, 'customers'>,
  visit: Pick<VisitShown, 'customerId' | 'caseId'>,
): string {
  return (
    (visit.customerId !== null ? customers.get(visit.customerId) : undefined) ?? `Visitor ${visit.caseId}`
  )
}

const notices: Readonly<Record<string, string>> = {
  arrived: 'The visitor is recorded, and waits.',
  advised: 'It is recorded that the visitor knows how long the wait is.',
  nobody: 'It is recorded that nobody was available, and what you offered.',
  seen: 'The visitor is being seen.',
  left: 'The visitor has left.',
}
