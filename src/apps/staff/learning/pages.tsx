import { themesOf } from '#core/learning/themes.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { firstDayOf } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { listActions, readAction } from '#store/learning/actions.ts'
import { complaintsTold } from '#store/learning/complaints-told.ts'
import { publishAction, unpublishAction } from '#store/learning/finish-actions.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { monthsShown } from '../promises/months.ts'
import { todayOf } from '../times.ts'
import { ActionPage } from './action-page.tsx'
import { actionFormPages } from './form-pages.tsx'
import { LearningPage } from './learning-page.tsx'

type Asked = PageAsked<Visitor>

/** What complaints were about, what is done about it, and what customers are told. */
export const learningPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/learning', who: 'figures.read', handle: learning }),
  ...actionFormPages,
  pageRoute({ method: 'GET', path: '/learning/actions/:actionId', who: 'figures.read', handle: oneAction }),
  pageRoute({
    method: 'POST',
    path: '/learning/actions/:actionId/publish',
    who: 'publish',
    handle: (asked) => after(asked, publishAction, 'published'),
  }),
  pageRoute({
    method: 'POST',
    path: '/learning/actions/:actionId/take-down',
    who: 'publish',
    handle: (asked) => after(asked, unpublishAction, 'taken-down'),
  }),
]

async function learning(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const { acting } = visitor
  const zone = await zoneOf(store, acting)
  if (isRefused(zone)) return zone
  const months = monthsShown(query, zone, store.now())
  if (isRefused(months)) return months
  const { first, last } = months
  // The span before, as long as this one, to compare with.
  const starts = [first - (last - first + 1), first, last + 1].map((month) => zone.startOf(firstDayOf(month)))
  const [earliest = 0, from = 0, end = 0] = starts
  const told = await complaintsTold(store, acting, { from, before: end })
  if (isRefused(told)) return told
  const before = await complaintsTold(store, acting, { from: earliest, before: from })
  if (isRefused(before)) return before
  const actions = await listActions(store, acting)
  if (isRefused(actions)) return actions
  return {
    title: 'Learning from complaints',
    wide: true,
    notice: notices[textIn(query, 'done')],
    content: (
      <LearningPage
        asked={asked}
        months={months}
        themes={themesOf(told.complaints, before.isWhole ? before.complaints : undefined)}
        more={told.more || before.more}
        compared={before.isWhole}
        actions={{
          actions,
          names: await namesOf(asked),
          today: todayOf(store.now()),
          mayWrite: acting.may.has('learning.write'),
        }}
      />
    ),
  }
}

async function oneAction(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const { acting } = visitor
  const action = await readAction(store, acting, params['actionId'] ?? '')
  if (isRefused(action)) return action
  return {
    title: 'Action',
    back: { href: local`/learning`, text: 'Learning from complaints' },
    notice: notices[textIn(query, 'done')],
    content: (
      <ActionPage
        action={action}
        names={await namesOf(asked)}
        token={formToken}
        mayWrite={acting.may.has('learning.write')}
        mayPublish={acting.may.has('publish')}
        mayReadCases={acting.may.has('cases.read')}
      />
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  saved: 'It is saved.',
  published: 'Customers can read it now.',
  'taken-down': 'Customers cannot read it any more.',
}

async function after(
  { store, visitor, params }: Asked,
  change: typeof publishAction,
  done: string,
): Promise<PageAnswer | Refused> {
  const changed = await change(store, visitor.acting, params['actionId'] ?? '')
  return isRefused(changed) ? changed : { goTo: local`/learning/actions/${changed}?done=${done}` }
}

/** Who is who, for those who may know. */
async function namesOf({ store, visitor }: Asked): Promise<ReadonlyMap<string, string>> {
  if (!visitor.acting.may.has('cases.read')) return new Map()
  const staff = await staffOf(store, visitor.acting)
  return new Map(staff.map(({ staffId, name }) => [staffId, name]))
}
