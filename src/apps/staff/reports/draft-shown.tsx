import type { PlainEnglish } from '#core/letters/advice.ts'
import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { isOwn } from '#store/reports/publish-report.ts'
import type { DraftReport } from '#store/reports/read-reports.ts'
import { CheckReport } from './check.tsx'
import { WriteReport } from './write.tsx'

/** How the page of a draft is shown after something was done on it. */
export interface DraftShowing {
  readonly notice?: string | undefined
  readonly faults?: readonly Fault[]
  /** What was typed and not saved, by the name of its field. */
  readonly typed?: ReadonlyMap<string, string>
  readonly english?: PlainEnglish | undefined
}

/** What the parts of a draft’s page are drawn from. */
export interface DraftProps extends DraftShowing {
  readonly asked: PageAsked<Visitor>
  readonly draft: DraftReport
  /** Names of staff, as the ledger calls them. */
  readonly names: ReadonlyMap<string, string>
  readonly faults: readonly Fault[]
  readonly isOwn: boolean
}

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
    back: { text: 'All reports', href: local`/reports` },
    content: mayWrite ? <WriteReport {...props} /> : <CheckReport {...props} />,
    notice: faults.length > 0 ? undefined : showing.notice,
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}
