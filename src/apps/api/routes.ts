import type { Route } from '#http/api/route.ts'
import { caseRoutes } from './cases/index.ts'
import { dutyRoutes } from './duties/index.ts'
import { figureRoutes } from './figures/index.ts'
import { kindRoutes } from './kinds/index.ts'
import { peopleRoutes } from './people/index.ts'
import { termsRoutes } from './terms/index.ts'

/** Everything the API can do, an area a line. */
export const apiRoutes: readonly Route[] = [
  ...kindRoutes,
  ...caseRoutes,
  ...figureRoutes,
  ...dutyRoutes,
  ...termsRoutes,
  ...peopleRoutes,
]
