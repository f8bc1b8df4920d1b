import type { Route } from '#http/api/route.ts'
import { keyRoutes } from './key-routes.ts'
import { ownRoutes, personRoutes } from './people-routes.ts'

/** People, their sessions, and keys for programs. What invites people is in inviting-routes.ts, which takes the door. */
export const peopleRoutes: readonly Route[] = [...personRoutes, ...keyRoutes, ...ownRoutes]
