import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { changePage, previewPage, savePage } from './change.tsx'
import { listPages } from './list.tsx'
import { shownElsewhere, recordElsewhere, takeDownElsewhere } from './elsewhere.tsx'
import { onePage, putOnShow, takeDown } from './one.tsx'

/** What the public pages show, and where else what was promised can be seen. */
export const publicPagesPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/public-pages', who: 'publish', handle: listPages }),
  pageRoute({
    method: 'GET',
    path: '/public-pages/elsewhere/:what/:where',
    who: 'publish',
    handle: (asked) => shownElsewhere(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/public-pages/elsewhere/:what/:where',
    who: 'publish',
    handle: recordElsewhere,
  }),
  pageRoute({
    method: 'POST',
    path: '/public-pages/elsewhere/:what/:where/down',
    who: 'publish',
    handle: takeDownElsewhere,
  }),
  pageRoute({ method: 'GET', path: '/public-pages/:page', who: 'publish', handle: onePage }),
  pageRoute({
    method: 'GET',
    path: '/public-pages/:page/change',
    who: 'publish',
    handle: (asked) => changePage(asked),
  }),
  pageRoute({ method: 'POST', path: '/public-pages/:page/change', who: 'publish', handle: savePage }),
  pageRoute({
    method: 'GET',
    path: '/public-pages/:page/versions/:version',
    who: 'publish',
    handle: previewPage,
  }),
  pageRoute({ method: 'POST', path: '/public-pages/:page/show', who: 'publish', handle: putOnShow }),
  pageRoute({ method: 'POST', path: '/public-pages/:page/down', who: 'publish', handle: takeDown }),
]
