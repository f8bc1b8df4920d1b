import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { isOwn } from '#store/reports/publish-report.ts'
import type { DraftReport } from '#store/reports/read-reports.ts'
import { CheckReport } from './check.tsx'
import type { DraftProps, DraftShowing } from './draft-props.ts'
import { WriteReport } from './write.tsx'

/** The page of a report that is not published: to be written on, or to be checked. */
export async function draftShown(
  asked: PageAsked<Visitor>,
  draft: DraftReport,
  { faults = [], ...showing }: DraftShowing = {},
): Promise<PageAnswer> {
  const { store, visitor } = asked
  const staff = await staffOf(store, visitor.acting)
  const props: DraftProps = {
    asked,
    draft,
    faults,
    names: new Map(isRefused(staff) ? [] : staff.map(({ staffId, name }) => [`staff:${staffId}`, name])),
    isOwn: isOwn(visitor.acting, draft.row, draft.words),
    ...showing,
  }
  const mayWrite = visitor.acting.may.has('reports.write') && draft.row.state === 'drafted'
  return {
    title: draft.title,
    wide: true,
    back: { text: 'All reports', href: local`/reports` },
    content: mayWrite ? <WriteReport {...props} /> : <CheckReport {...props} />,
    notice: faults.length > 0 ? undefined : showing.notice,
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}
