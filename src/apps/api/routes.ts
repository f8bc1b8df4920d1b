import type { Route } from '#http/api/route.ts'

/** Everything the API can do, an area a line. */
export const apiRoutes: readonly Route[] = []
