import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { faultOf } from '#http/layout/fault.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { publishReport } from '#store/reports/publish-report.ts'
import { readDraft } from '#store/reports/read-reports.ts'
import { sendReportBack } from '#store/reports/send-report.ts'
import { draftShown } from './draft-shown.tsx'

type Asked = PageAsked<Visitor>

/** What a second person decides, and taking a report back. */
export const checkPages: readonly PageRoute[] = [
  pageRoute({ method: 'POST', path: '/reports/:reportId/publish', who: 'publish', handle: publish }),
  pageRoute({
    method: 'POST',
    path: '/reports/:reportId/back',
    who: 'publish',
    handle: (asked) => sentBack(asked, longTextIn(asked.fields, 'because'), 'back'),
  }),
  pageRoute({
    method: 'POST',
    path: '/reports/:reportId/take-back',
    who: 'reports.write',
    handle: (asked) => sentBack(asked, 'Taken back to be written on.', 'taken'),
  }),
]

async function publish(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, door, params, fields } = asked
  const reportId = params['reportId'] ?? ''
  const done = await publishReport(store, visitor.acting, door.box, {
    reportId,
    seen: textIn(fields, 'seen'),
  })
  return isRefused(done) ? again(asked, done) : { goTo: local`/reports/${reportId}?done=published` }
}

async function sentBack(asked: Asked, because: string, done: string): Promise<PageAnswer | Refused> {
  const { store, visitor, params } = asked
  const reportId = params['reportId'] ?? ''
  const back = await sendReportBack(store, visitor.acting, { reportId, because })
  return isRefused(back) ? again(asked, back) : { goTo: local`/reports/${reportId}?done=${done}` }
}

/** The report once more, as it stands now, with why it was not done. */
async function again(asked: Asked, fault: Refused): Promise<PageAnswer | Refused> {
  if (fault.because === 'not found' || fault.because === 'not allowed') return fault
  const draft = await readDraft(asked.store, asked.visitor.acting, {
    reportId: asked.params['reportId'] ?? '',
  })
  return isRefused(draft) ? fault : draftShown(asked, draft, { faults: [faultOf(fault)] })
}
