import type { Route } from '#http/api/route.ts'
import { caseRoutes } from './cases/index.ts'

/** Everything the API can do, an area a line. */
export const apiRoutes: readonly Route[] = [...caseRoutes]
