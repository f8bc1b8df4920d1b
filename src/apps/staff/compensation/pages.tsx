import { isRefused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import { namesFor } from '../casework/lines.ts'
import { CompensationPage } from './compensation-page.tsx'

/** What customers are owed where a promise was broken in silence, and what became of it. */
export const compensationPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/compensation',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting } }) => {
      const now = store.now()
      const rows = await readCompensation(store, acting, { since: now - 365 * utcDay })
      if (isRefused(rows)) return rows
      const shown = rows.map(({ customerId }) => ({ customer_id: customerId, home_id: null }))
      const names = await namesFor(store, acting, shown.slice(0, mostNamed), 'compensation')
      const mayDecide = acting.may.has('compensation.write')
      return { title: 'Compensation', content: <CompensationPage {...{ rows, names, now, mayDecide }} /> }
    },
  }),
]

const mostNamed = 500
