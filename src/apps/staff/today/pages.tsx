import { isRefused, type Refused } from '#core/refused.ts'
import { liveRoute } from '#http/live/live-route.ts'
import { local } from '#http/html/local.ts'
import { sentence } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { namesOfCustomers, namesOfHomes, staffOf, teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { putAside } from '#store/today/put-aside.ts'
import { readTeam } from '#store/today/read-team.ts'
import { teamStamp, todayStamp } from '#store/today/today-stamp.ts'
import { readToday } from '#store/today/read-today.ts'
import { TeamPage } from './team.tsx'
import { TeamList } from './team-list.tsx'
import { TodayPage } from './today.tsx'
import { WhereToGo } from './where-to-go.tsx'
import { wordsOfPromises } from './words.ts'

/** The first page, and that of a team. */
export const todayPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/', who: 'signed in', handle: todayPage }),
  pageRoute({
    method: 'POST',
    path: '/notices/put-aside',
    who: 'cases.read',
    handle: async ({ store, visitor, fields }) => {
      const n = Number.parseInt(textIn(fields, 'n'), 10)
      const put = await putAside(store, visitor.acting, {
        caseId: textIn(fields, 'case'),
        promise: textIn(fields, 'promise'),
        n: n >= 0 && n < 1_000_000 ? n : 0,
        occasion: textIn(fields, 'occasion'),
      })
      return isRefused(put) ? put : { goTo: local`/` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/teams',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting } }) => {
      const teams = acting.contractorId === undefined ? await teamsOf(store, acting) : []
      return { title: 'Teams', content: <TeamList teams={teams} /> }
    },
  }),
  pageRoute({ method: 'GET', path: '/teams/:teamId', who: 'cases.read', handle: teamPage }),
  liveRoute({
    path: '/live/today',
    who: 'cases.read',
    watch: async ({ store, visitor }) => stampIn(await todayStamp(store, visitor.acting)),
  }),
  liveRoute({
    path: '/live/teams/:teamId',
    who: 'cases.read',
    watch: async ({ store, visitor, params }) =>
      stampIn(await teamStamp(store, visitor.acting, params['teamId'] ?? '')),
  }),
]

function stampIn(stamp: string | Refused): string {
  return isRefused(stamp) ? '' : stamp
}

async function todayPage({ store, visitor, formToken }: PageAsked<Visitor>): Promise<PageAnswer> {
  const { acting } = visitor
  // An observer has nothing but the sheets given to them.
  if (acting.may.has('observations.write') && !acting.may.has('cases.read'))
    return { goTo: local`/observations/mine` }
  const today = await readToday(store, acting)
  if (isRefused(today)) return withoutCases(visitor, acting.may.has('cases.read') ? today.refusal : undefined)
  const customers = await namesOfCustomers(store, acting, {
    ids: [...today.customers.values()],
    why: 'today',
  })
  const jobs = acting.contractorId === undefined ? [] : await listCases(store, acting, { isOpen: true })
  if (isRefused(jobs)) return withoutCases(visitor, jobs.refusal)
  const homeIds = today.appointments.flatMap(({ homeId }) => homeId ?? [])
  const around = {
    now: today.asOf,
    says: wordsOfPromises(today.promises),
    names: byCase(today.customers, customers),
    homes: await namesOfHomes(store, acting, { ids: homeIds }),
    token: formToken,
  }
  return {
    title: 'Today',
    content: <TodayPage today={today} visitor={visitor} jobs={jobs} around={around} />,
    wide: true,
    live: local`/live/today`,
  }
}

/** Whoever may see no case, or works for a landlord without an edition so far, is told where to go instead. */
function withoutCases(visitor: Visitor, refusal: string | undefined): PageAnswer {
  return {
    title: 'Today',
    content: (
      <>
        <h1 class="govuk-heading-l">Today</h1>
        {refusal !== undefined && <p class="govuk-inset-text">{sentence(refusal)}</p>}
        <WhereToGo {...visitor} />
      </>
    ),
  }
}

async function teamPage({ store, visitor: { acting }, params }: PageAsked<Visitor>) {
  const today = await readTeam(store, acting, params['teamId'] ?? '')
  if (isRefused(today)) return today
  const customers = await namesOfCustomers(store, acting, {
    ids: [...today.customers.values()],
    why: 'today of a team',
  })
  const staff = await staffOf(store, acting)
  const around = {
    now: today.asOf,
    says: wordsOfPromises(today.promises),
    names: byCase(today.customers, customers),
    holders: new Map(staff.map(({ staffId, name }) => [staffId, name])),
  }
  return {
    title: today.team.name,
    content: <TeamPage today={today} around={around} />,
    wide: true,
    live: local`/live/teams/${today.team.id}`,
  }
}

/** Whose case each case is, by name. */
function byCase(
  customers: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    [...customers].flatMap(([caseId, customerId]) => {
      const name = names.get(customerId)
      return name === undefined ? [] : [[caseId, name]]
    }),
  )
}
