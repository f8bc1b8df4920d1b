import { isRefused, type Refused, refused } from '#core/refused.ts'
import { isReportKind } from '#core/reporting/report-kind.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { draftReport } from '#store/reports/draft-report.ts'
import { listPublished } from '#store/reports/published.ts'
import { listDrafts } from '#store/reports/read-reports.ts'
import { listComing } from '#store/reports/coming.ts'
import { ReportList } from './list.tsx'
import { settingsPages } from './settings-pages.tsx'

type Asked = PageAsked<Visitor>

/** The list of reports, drafting one by hand, and when the landlord’s years begin. */
export const listPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/reports', who: 'published.read', handle: (asked) => listed(asked, []) }),
  pageRoute({
    method: 'POST',
    path: '/reports/draft',
    who: 'reports.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const wanted = wantedFrom(textIn(fields, 'kind'), textIn(fields, 'month'))
      const made = isRefused(wanted) ? wanted : await draftReport(store, visitor.acting, wanted)
      if (isRefused(made)) return listed(asked, [faultOf(made)])
      return { goTo: local`/reports/${made.reportId}?done=drafted` }
    },
  }),
  ...settingsPages,
]

async function listed(asked: Asked, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const drafts = await listDrafts(store, visitor.acting)
  if (isRefused(drafts)) return drafts
  const published = await listPublished(store, visitor.acting)
  if (isRefused(published)) return published
  const coming = await listComing(store, visitor.acting)
  if (isRefused(coming)) return coming
  return {
    title: 'Reports',
    wide: true,
    content: (
      <ReportList asked={asked} drafts={drafts} coming={coming} published={published} faults={faults} />
    ),
    faults,
    notice:
      textIn(query, 'done') === 'settings' ? 'It is saved, for reports drafted from now on.' : undefined,
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** A report, and a month of its period written as `2026-03`. */
function wantedFrom(kind: string, typed: string) {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(typed) ?? []
  if (!isReportKind(kind)) return refused('not valid', 'no report is chosen', 'choose one', '/kind')
  if (year === undefined || !(Number(month) >= 1 && Number(month) <= 12))
    return refused('not valid', 'no month is chosen', 'choose one that the report is to cover', '/month')
  return { kind, month: Number(year) * 12 + Number(month) - 1 }
}
