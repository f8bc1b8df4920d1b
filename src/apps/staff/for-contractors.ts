import type { PageRoute } from '#http/layout/page-route.ts'

/**
 * What a contractor’s people may open: their own jobs, and what they say of them. All else is for the landlord’s own staff,
 * whatever permission it needs, so that a new page is shut to contractors until it is named here.
 */
const opened: ReadonlySet<string> = new Set([
  'GET /',
  'GET /live/today',
  'POST /notices/put-aside',
  'GET /cases',
  'GET /cases/:caseId',
  'GET /cases/:caseId/live',
  'GET /cases/:caseId/clocks/:promise/:n',
  'GET /cases/:caseId/acts/:type',
  'POST /cases/:caseId/acts/:type',
  'GET /search',
  'POST /search',
  'GET /repairs',
  'GET /repairs/:caseId',
  'GET /appointments/new',
  'POST /appointments/new',
  'GET /appointments/:caseId/no-access',
  'POST /appointments/:caseId/no-access',
  'GET /appointments/:caseId/card',
  'GET /calendars/:token',
])

/** Signing in and one’s own account are everybody’s. */
const everybodys =
  /^[/](sign-in|sign-out|forgotten|choose-password|second-factor|set-up-second-factor|account)/

/** Shuts to contractors every page that is not theirs. */
export function shutToContractors(routes: readonly PageRoute[]): readonly PageRoute[] {
  return routes.map((route) =>
    everybodys.test(route.path) || opened.has(`${route.method} ${route.path}`)
      ? route
      : { ...route, ownStaffOnly: true },
  )
}
