import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { typeset } from '#http/pdf/typeset.ts'
import { visitOfCase } from '#store/diaries/visits.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { diaryNames } from '../diary/names.ts'
import { headOf, wordsOfEvent } from '../diary/paper.ts'
import { momentText } from '../times.ts'
import { namesGiven } from './name-given.ts'

/** What a visitor takes with them: what was agreed, in writing. */
export const confirmationPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/reception/visits/:caseId/confirmed',
    who: 'cases.write',
    handle: async ({ store, visitor: { acting }, params }) => {
      const visit = await visitOfCase(store, acting, params['caseId'] ?? '')
      if (isRefused(visit)) return visit
      return {
        title: 'The visitor has left',
        content: (
          <>
            <h1 class="govuk-heading-l">The visitor has left</h1>
            <p class="govuk-body">What was agreed is recorded. Print the confirmation and hand it to them.</p>
            <p>
              <a class="govuk-button" href={local`/reception/visits/${visit.caseId}/confirmation/pdf`}>
                Open the confirmation (PDF)
              </a>
            </p>
          </>
        ),
        back: { href: local`/reception`, text: 'Reception' },
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/reception/visits/:caseId/confirmation/pdf',
    who: 'words.read',
    handle: async (asked) => {
      const inputs = await confirmationOf(asked)
      if (isRefused(inputs)) return inputs
      const bytes = await typeset('confirmation', inputs)
      if (isRefused(bytes)) return bytes
      return { file: { name: 'confirmation.pdf', type: 'application/pdf', bytes } }
    },
  }),
]

async function confirmationOf({ store, visitor, params }: PageAsked<Visitor>) {
  const { acting } = visitor
  const caseId = params['caseId'] ?? ''
  const visit = await visitOfCase(store, acting, caseId)
  if (isRefused(visit)) return visit
  const why = '/reception/confirmation'
  const words = await wordsOfEvent(store, acting, { caseId, type: 'visitor-left', kind: 'message', why })
  if (isRefused(words)) return words
  if (words === '') return notAgreed
  const names = await diaryNames(store, acting)
  const seenBy = names.staff.find(({ staffId }) => staffId === visit.seenBy)
  const ids = visit.customerId === null ? [] : [visit.customerId]
  const customers = await namesOfCustomers(store, acting, { ids, why })
  const given = await namesGiven(store, acting, [visit])
  const to = customers.get(visit.customerId ?? '') ?? given.get(caseId)
  const telephone = seenBy?.directDial ?? undefined
  return {
    head: headOf(visitor, names, visit.officeId),
    title: 'What we agreed',
    ...(to !== undefined && { to }),
    on: momentText(visit.leftAt ?? visit.arrivedAt),
    seenBy: seenBy?.name ?? 'Reception',
    ...(typeof seenBy?.jobTitle === 'string' && { position: seenBy.jobTitle }),
    ...(telephone !== undefined && { telephone }),
    reference: caseId,
    agreed: words
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .slice(0, 30),
  }
}

const notAgreed: Refused = {
  because: 'not found',
  refusal: 'nothing was written down that could be confirmed',
  fix: 'record what was agreed as the visitor leaves',
}
