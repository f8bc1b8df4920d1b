import type { Route } from '#http/api/route.ts'
import { masters } from '#store/masters/masters.ts'
import { routesOf } from './master-routes.ts'

/** Customers, homes, tenancies, staff, teams, offices and contractors, and what belongs to a customer. */
export const masterRoutes: readonly Route[] = masters.flatMap(routesOf)
