import { isRefused } from '#core/refused.ts'
import { liveRoute } from '#http/live/live-route.ts'
import { caseStamp } from '#store/presence/presence.ts'

/** Tells a case’s page when something happened in it, or somebody came or went. */
export const caseLive = liveRoute({
  path: '/cases/:caseId/live',
  who: 'cases.read',
  watch: async ({ store, visitor, params }) => {
    const stamp = await caseStamp(store, visitor.acting, params['caseId'] ?? '')
    return isRefused(stamp) ? 'not there' : stamp
  },
})
