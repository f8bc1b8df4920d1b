import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { possibleActs } from '#store/acts/possible-acts.ts'
import { readCasework } from '#store/casework/list-casework.ts'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { namesFor } from '../casework/lines.ts'
import { ownActs } from '../casework/own-acts.ts'
import { readList } from '../casework/read-list.ts'
import { authorityFor } from './authority.ts'
import { complaintFacts } from './complaint-facts.ts'
import { ComplaintList } from './complaint-list.tsx'
import { ComplaintPage } from './complaint-page.tsx'
import { learningPage } from './learning.tsx'
import { redirectPages } from './redirect-pages.tsx'

/** Complaints: the list, one of them, sending one to another procedure, and what they taught. */
export const complaintPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/complaints',
    who: 'cases.read',
    handle: async (asked) => {
      const shown = await readList(asked, 'complaint')
      if (isRefused(shown)) return shown
      const title = shown.which === 'open' ? 'Complaints' : 'Closed complaints'
      return { title, content: <ComplaintList {...shown} now={asked.store.now()} /> }
    },
  }),
  learningPage,
  pageRoute({
    method: 'GET',
    path: '/complaints/:caseId',
    who: 'cases.read',
    handle: async (asked) => complaintPage(asked),
  }),
  ...redirectPages,
]

async function complaintPage({ store, visitor: { acting }, params, query }: PageAsked<Visitor>) {
  const caseId = params['caseId'] ?? ''
  const row = await readCasework(store, acting, caseId)
  if (isRefused(row)) return row
  if (row.case.kind !== 'complaint') return { goTo: local`/cases/${caseId}` }
  const why = `complaint ${caseId}`
  const [names, possible, compensation] = await Promise.all([
    namesFor(store, acting, [row.case], why),
    possibleActs(store, acting, caseId),
    readCompensation(store, acting, { ofCase: caseId }),
  ])
  if (isRefused(possible)) return possible
  if (isRefused(compensation)) return compensation
  const { customer_id: customerId } = row.case
  const authority = customerId === null ? [] : await authorityFor(store, acting, { customerId, why })
  const shown = {
    caseId,
    facts: complaintFacts(row.events),
    customer: customerId === null ? undefined : names.customers.get(customerId),
    customerId,
    authority: isRefused(authority) ? undefined : authority,
    compensation,
    names,
  }
  return {
    title: `Complaint ${caseId}`,
    back: { href: local`/complaints`, text: 'Complaints' },
    content: <ComplaintPage {...{ row, shown }} possible={ownActs(store, possible)} now={store.now()} />,
    ...(textIn(query, 'done') === 'recorded' && { notice: 'It is recorded.' }),
  }
}
