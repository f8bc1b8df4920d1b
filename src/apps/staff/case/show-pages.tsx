import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { readCasePage } from '#store/case-page/read-case-page.ts'
import { takeCase } from '#store/case-page/take-case.ts'
import { type CaseAsked, caseAsked, versionSeen } from './case-asked.ts'
import { CaseView } from './case-view.tsx'
import { caseTitle } from './head.tsx'

/** A case, and the one act that needs no form: taking it. */
export const showPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId',
    who: 'cases.read',
    handle: async (asked) => casePage(caseAsked(asked)),
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/take',
    who: 'cases.write',
    handle: async (asked) => {
      const { store, acting, caseId, ...rest } = caseAsked(asked)
      const taken = await takeCase(store, acting, { caseId, ...versionSeen(rest.fields) })
      if (!isRefused(taken)) return { goTo: local`/cases/${caseId}?done=taken` }
      if (taken.because === 'not found') return taken
      return casePage({ store, acting, caseId, ...rest }, [{ says: faultOf(taken).says }])
    },
  }),
]

async function casePage(
  { store, acting, caseId, query, token }: CaseAsked,
  faults: readonly { readonly says: string }[] = [],
) {
  const asked = textIn(query, 'page')
  const number = /^\d{1,6}$/.test(asked) ? Number(asked) : 1
  const page = await readCasePage(store, acting, { caseId, page: number, why: '/cases/:caseId' })
  if (isRefused(page)) return page
  return {
    title: caseTitle(page.case),
    content: (
      <CaseView page={page} acting={acting} vocabulary={store.vocabulary} now={store.now()} token={token} />
    ),
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    wide: true,
    live: local`/cases/${caseId}/live`,
    ...(faults.length > 0 && { status: 409 }),
  }
}

const notices: Readonly<Record<string, string>> = {
  taken: 'You have this case now.',
  recorded: 'It is recorded.',
  passed: 'It is passed on. The team sees it on its list, and is to acknowledge it.',
  assigned: 'It is said who has the case.',
  corrected: 'It is put right. What was first told stays on record behind it.',
  withdrawn: 'It is withdrawn, and counts no more.',
  merged: 'It is merged. Its own promises are answered from the case that goes on.',
}
