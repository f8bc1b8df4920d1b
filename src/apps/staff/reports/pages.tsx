import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { mayWork, readDraft } from '#store/reports/read-reports.ts'
import { readPublished } from '#store/reports/published.ts'
import { restateReport } from '#store/reports/restate.ts'
import { draftPages } from './draft-pages.tsx'
import { checkPages } from './check-pages.tsx'
import { draftShown } from './draft-shown.tsx'
import { reportFile } from './files.ts'
import { listPages } from './list-pages.tsx'
import { publishedShown } from './published-shown.tsx'

type Asked = PageAsked<Visitor>

/** Reports: drafted, worded, checked by a second person, published, and restated where late facts change them. */
export const reportPages: readonly PageRoute[] = [
  ...listPages,
  pageRoute({ method: 'GET', path: '/reports/:reportId', who: 'published.read', handle: oneReport }),
  pageRoute({
    method: 'GET',
    path: '/reports/:reportId/files/:form',
    who: 'published.read',
    handle: reportFile,
  }),
  pageRoute({
    method: 'POST',
    path: '/reports/:reportId/restate',
    who: 'reports.write',
    handle: async ({ store, visitor, params }) => {
      const made = await restateReport(store, visitor.acting, { reportId: params['reportId'] ?? '' })
      return isRefused(made) ? made : { goTo: local`/reports/${made.reportId}` }
    },
  }),
  ...draftPages,
  ...checkPages,
]

/** A report that is published as everybody sees it; one that is not, for those who write and check. */
async function oneReport(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query } = asked
  const reportId = params['reportId'] ?? ''
  const published = await readPublished(store, visitor.acting, { reportId })
  if (!isRefused(published)) return publishedShown(asked, published)
  if (published.because !== 'not found' || !mayWork(visitor.acting)) return published
  const draft = await readDraft(store, visitor.acting, { reportId })
  return isRefused(draft) ? draft : draftShown(asked, draft, { notice: noticeOf(textIn(query, 'done')) })
}

function noticeOf(done: string): string | undefined {
  return notices[done]
}

const notices: Readonly<Record<string, string>> = {
  drafted: 'It is drafted. Its figures are those known now.',
  saved: 'Your words are saved.',
  sent: 'It is sent to be checked.',
  back: 'It is sent back to be written on.',
  taken: 'It is yours again to write on.',
}
