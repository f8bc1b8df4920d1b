import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { possibleActs } from '#store/acts/possible-acts.ts'
import { readCasework } from '#store/casework/list-casework.ts'
import { readCompensation } from '#store/compensation/read-compensation.ts'
import { recordAct } from '#store/ledger/append.ts'
import { contractorsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { namesFor } from '../casework/lines.ts'
import { ownActs } from '../casework/own-acts.ts'
import { readList } from '../casework/read-list.ts'
import { RepairList } from './repair-list.tsx'
import { RepairPage } from './repair-page.tsx'
import { reportPages } from './report.tsx'

/** Repairs: the list, reporting one, one of them, and giving it to a contractor. */
export const repairPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/repairs',
    who: 'cases.read',
    handle: async (asked) => {
      const shown = await readList(asked, 'repair')
      if (isRefused(shown)) return shown
      const { contractorId, may } = asked.visitor.acting
      const firm =
        contractorId === undefined ? undefined : (shown.names.contractors.get(contractorId) ?? 'your firm')
      const mayReport = firm === undefined && may.has('cases.write')
      return {
        title: 'Repairs',
        content: <RepairList {...{ ...shown, firm, mayReport }} now={asked.store.now()} />,
      }
    },
  }),
  ...reportPages,
  pageRoute({
    method: 'GET',
    path: '/repairs/:caseId',
    who: 'cases.read',
    handle: async (asked) => repairPage(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/repairs/:caseId/contractor',
    who: 'cases.assign',
    handle: async ({ store, visitor: { acting }, params, fields }) => {
      const caseId = params['caseId'] ?? ''
      const row = await readCasework(store, acting, caseId)
      if (isRefused(row)) return row
      const contractor = textIn(fields, 'contractor')
      const { team_id: team, holder_id: holder } = row.case
      const data = {
        ...(team !== null && { team }),
        ...(holder !== null && { holder }),
        ...(contractor !== '' && { contractor }),
      }
      const done = await recordAct(store, acting, caseId, { type: 'case-assigned', data })
      return isRefused(done) ? done : { goTo: local`/repairs/${caseId}?done=given` }
    },
  }),
]

async function repairPage({ store, visitor: { acting }, params, query, formToken }: PageAsked<Visitor>) {
  const caseId = params['caseId'] ?? ''
  const row = await readCasework(store, acting, caseId)
  if (isRefused(row)) return row
  if (row.case.kind !== 'repair') return { goTo: local`/cases/${caseId}` }
  const [names, possible, compensation, contractors] = await Promise.all([
    namesFor(store, acting, [row.case], `repair ${caseId}`),
    possibleActs(store, acting, caseId),
    readCompensation(store, acting, { ofCase: caseId }),
    contractorsOf(store, acting),
  ])
  if (isRefused(possible)) return possible
  if (isRefused(compensation)) return compensation
  const firms =
    acting.may.has('cases.assign') && row.case.is_open ? contractors.filter(({ ended }) => !ended) : []
  const notice = notices[textIn(query, 'done')]
  return {
    title: `Repair ${caseId}`,
    back: { href: local`/repairs`, text: 'Repairs' },
    content: (
      <RepairPage
        {...{ row, names, compensation, firms }}
        possible={ownActs(store, possible)}
        now={store.now()}
        token={formToken}
      />
    ),
    ...(notice !== undefined && { notice }),
  }
}

const notices: Readonly<Record<string, string>> = {
  reported: 'The repair is reported.',
  given: 'It is recorded who does it.',
  recorded: 'It is recorded.',
}
