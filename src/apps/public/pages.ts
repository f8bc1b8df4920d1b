import type { FastifyPluginAsync } from 'fastify'
import { mountPublic, type PublicGround } from '#http/public/mount-public.ts'
import type { PublicRoute } from '#http/public/public-route.ts'
import { dataRoutes } from './data.tsx'
import { frontRoute } from './front.tsx'
import { rootRoutes } from './index-pages.tsx'
import { keyRoute } from './keys.tsx'
import { newsRoutes } from './news.ts'
import { promiseRoutes } from './promise.tsx'
import { promisesRoutes } from './promises.tsx'
import { reportRoutes } from './reports.tsx'
import { shownPageRoutes } from './shown-pages.ts'
import { surveyRoutes } from './surveys/routes.tsx'

/** The pages that anybody may see, of every landlord. */
export function publicPages(ground: PublicGround): FastifyPluginAsync {
  return (server) => mountPublic(server, { ofLandlords: publicPageRoutes, roots: rootRoutes }, ground)
}

/** Every public page of a landlord, as data. */
export const publicPageRoutes: readonly PublicRoute[] = [
  frontRoute,
  ...promisesRoutes,
  ...promiseRoutes,
  ...shownPageRoutes,
  ...reportRoutes,
  ...dataRoutes,
  ...newsRoutes,
  ...surveyRoutes,
  keyRoute,
]
