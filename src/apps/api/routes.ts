import type { Route } from '#http/api/route.ts'
import { caseRoutes } from './cases/index.ts'
import { dutyRoutes } from './duties/index.ts'
import { figureRoutes } from './figures/index.ts'
import { importRoutes } from './imports/index.ts'
import { jobRoutes } from './jobs/index.ts'
import { kindRoutes } from './kinds/index.ts'
import { masterRoutes } from './masters/index.ts'
import { noticeRoutes } from './notices/index.ts'
import { peopleRoutes } from './people/index.ts'
import { searchRoutes } from './search/index.ts'
import { termsRoutes } from './terms/index.ts'
import { wholeRoutes } from './whole/index.ts'
import { wordsRoutes } from './words/index.ts'

/** Everything the API can do, an area a line. */
export const apiRoutes: readonly Route[] = [
  ...kindRoutes,
  ...caseRoutes,
  ...figureRoutes,
  ...dutyRoutes,
  ...termsRoutes,
  ...peopleRoutes,
  ...noticeRoutes,
  ...masterRoutes,
  ...searchRoutes,
  ...wordsRoutes,
  ...importRoutes,
  ...jobRoutes,
  ...wholeRoutes,
]
