import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { canonical } from '#core/reporting/canonical.ts'
import { titleOf } from '#core/reporting/freeze.ts'
import { letTimePass } from '../ledger/figures.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { draftWithin, figuresOf, mayWork } from './read-reports.ts'
import { mailOne, mailThoseWhoMay } from './report-mail.ts'
import { lockReport, notYetOver, periodOfRow } from './report-row.ts'
import { recordReportStep } from './report-steps.ts'

/** Sends a draft to be checked by somebody else, with the figures as they stand. */
export async function sendReport(
  store: Store,
  acting: Acting,
  { reportId }: { readonly reportId: string },
): Promise<{ readonly reportId: string } | Refused> {
  const upToNow = acting.may.has('reports.write') && (await letTimePass(store, acting))
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const row = await lockReport(tx, reportId)
    if (isRefused(row)) return row
    if (row.state !== 'drafted')
      return refused('changed meanwhile', 'this report was sent already', 'open it again')
    const draft = await draftWithin(tx, store, row, upToNow)
    if (isRefused(draft)) return draft
    const period = periodOfRow(row)
    if (draft.today <= period.to) return notYetOver(period)
    if (row.restates !== null && row.because === null)
      return refused(
        'not valid',
        'the reason is missing',
        'say why the figures are other ones now',
        '/because',
      )
    const at = store.now()
    const figures = canonical({ figures: figuresOf(draft.content) })
    await tx.run(markSent, [acting.landlord, reportId, instantText(at), acting.by, figures])
    await recordReportStep(tx, at, { reportId, step: 'sent' })
    const title = titleOf(row.kind, period)
    await mailThoseWhoMay(tx, store, 'publish', {
      subject: `${title}: please check it`,
      says: ['A report waits to be checked by a second person:', [title]],
    })
    return { reportId }
  })
}

/** Sends a report back to be written on, with the reason; or takes it back, whoever sent it. */
export function sendReportBack(
  store: Store,
  acting: Acting,
  { reportId, because }: { readonly reportId: string; readonly because: string },
): Promise<{ readonly reportId: string } | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    if (!mayWork(acting))
      return refused('not allowed', 'this needs permission to publish', 'ask an administrator')
    const row = await lockReport(tx, reportId)
    if (isRefused(row)) return row
    if (row.state !== 'to be checked')
      return refused('changed meanwhile', 'this report does not wait to be checked', 'open it again')
    const reason = because.trim()
    if (reason === '' || reason.length > 2_000)
      return refused(
        'not valid',
        'the reason is missing',
        'say in a few words what is to be done',
        '/because',
      )
    const at = store.now()
    await tx.run(markBack, [acting.landlord, reportId])
    await recordReportStep(tx, at, { reportId, step: 'sent back', because: reason })
    const title = titleOf(row.kind, periodOfRow(row))
    await mailOne(tx, store, row.sentBy, {
      subject: `${title}: sent back`,
      says: ['A report was sent back to you:', [title], 'Why it came back stands at its head in Kept.'],
    })
    return { reportId }
  })
}

const markSent = statement(
  'mark-report-sent',
  `update reports set state = 'to be checked', sent_at = $3, sent_by = $4, sent_figures = $5::json, revision = revision + 1
    where landlord = $1 and report_id = $2`,
)

const markBack = statement(
  'mark-report-sent-back',
  `update reports set state = 'drafted', revision = revision + 1 where landlord = $1 and report_id = $2`,
)
