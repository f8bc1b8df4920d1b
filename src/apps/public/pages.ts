import type { FastifyPluginAsync } from 'fastify'
import { mountPublic } from '#http/public/mount-public.ts'
import type { PublicRoute } from '#http/public/public-route.ts'
import type { Store } from '#store/store.ts'
import { surveyRoutes } from './surveys/routes.tsx'

/** The pages that anybody may see, of every landlord. */
export function publicPages(store: Store): FastifyPluginAsync {
  return (server) => mountPublic(server, publicPageRoutes, store)
}

/** Every public page, as data. */
export const publicPageRoutes: readonly PublicRoute[] = [...surveyRoutes]
