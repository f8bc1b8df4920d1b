import type { Route } from '#http/api/route.ts'
import type { Door } from '#store/people/door.ts'
import { invitingRoutes } from './people/inviting-routes.ts'
import { apiRoutes } from './routes.ts'
import { webhookRoutes } from './webhooks/index.ts'

/** What routes need of the installation they are served by. */
export interface RouteGround {
  readonly door: Door
  /** Whether webhooks may lead to addresses of the private network. */
  readonly privateWebhooks: boolean
}

/** Every route of the API: those that are the same everywhere, and those that use the installation’s secret. */
export function everyRoute({ door, privateWebhooks }: RouteGround): readonly Route[] {
  const rules = { box: door.box, privateAddresses: privateWebhooks }
  return [...apiRoutes, ...invitingRoutes(door), ...webhookRoutes(rules)]
}
