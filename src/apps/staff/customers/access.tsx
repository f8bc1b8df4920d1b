import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { accessTo } from '#store/words/access-log.ts'
import { pageFrom } from '../lists/address.ts'
import { momentText } from '../times.ts'

const rowsAPage = 100

/** Who read about a customer, and by which page or route, the latest first. */
export async function accessPage({
  store,
  visitor: { acting },
  params,
  query,
}: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const customerId = params['customerId'] ?? ''
  const from = pageFrom(query)
  const after =
    typeof from === 'object' && 'after' in from
      ? { after: { readAt: from.after.at, accessId: from.after.caseId } }
      : {}
  const rows = await accessTo(store, acting, customerId, { ...after, limit: rowsAPage })
  if (isRefused(rows)) return rows
  const names = new Map((await staffOf(store, acting)).map(({ staffId, name }) => [`staff:${staffId}`, name]))
  const last = rows.at(-1)
  return {
    title: `Who read about customer ${customerId}`,
    back: { text: 'Back to the customer', href: local`/customers/${customerId}` },
    content: (
      <>
        <h1 class="govuk-heading-l">Who read about them</h1>
        {rows.length === 0 && <p class="govuk-body">Nobody, so far as this page goes.</p>}
        <ul class="govuk-list govuk-list--spaced">
          {rows.map(({ readAt, readBy, what, why, caseId }) => (
            <li>
              <strong>{names.get(readBy) ?? readBy}</strong>
              {` read ${what}, ${momentText(readAt)}`}
              {why !== null && `, on: ${why}`}
              {caseId !== null && `, in ${caseId}`}
            </li>
          ))}
        </ul>
        {rows.length === rowsAPage && last !== undefined && (
          <p class="govuk-body">
            <a
              class="govuk-link"
              href={local`/customers/${customerId}/access?after=${`${last.readAt}_${last.accessId}`}`}
            >
              Earlier readings
            </a>
          </p>
        )}
      </>
    ),
  }
}
