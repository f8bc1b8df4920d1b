import type { Route } from '#http/api/route.ts'
import { bulkActsRoute } from './bulk-route.ts'
import { listCasesRoute, readCaseRoute, timelineRoute } from './read-routes.ts'
import { workingRoute } from './working-route.ts'
import { worklistRoute } from './worklist-route.ts'
import { openCaseRoute, recordActRoute } from './write-routes.ts'

/** Cases: opened, worked on, read and listed. */
export const caseRoutes: readonly Route[] = [
  openCaseRoute,
  listCasesRoute,
  readCaseRoute,
  recordActRoute,
  bulkActsRoute,
  timelineRoute,
  workingRoute,
  worklistRoute,
]
