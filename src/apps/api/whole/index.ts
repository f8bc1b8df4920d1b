import type { Route } from '#http/api/route.ts'
import { exportRoute } from './export-route.ts'
import { importEventsRoute } from './import-events-route.ts'
import { verificationRoute } from './verification-route.ts'

/** What concerns all that a landlord holds. */
export const wholeRoutes: readonly Route[] = [verificationRoute, exportRoute, importEventsRoute]
