import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { reportDefinitions, type ReportKind } from '#core/reporting/report-kind.ts'
import { periodWith, periodWords } from '#core/reporting/report-period.ts'
import { titleOf } from '#core/reporting/freeze.ts'
import { yearsOf } from '#core/reporting/report-years.ts'
import { reportsEnded } from '#core/reporting/schedule.ts'
import type { Month } from '#core/time/period.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { scheduleOf } from './coming.ts'
import { alreadyDrafted, makeDraft } from './make-draft.ts'
import { zoneOfEditions } from './report-figures.ts'
import { mailThoseWhoMay } from './report-mail.ts'
import { reportSettings } from './settings.ts'

/** Drafts a report by hand: of the period that a month lies in. One that is not over can be written on, and is sent once it is. */
export function draftReport(
  store: Store,
  acting: Acting,
  { kind, month }: { readonly kind: ReportKind; readonly month: Month },
): Promise<{ readonly reportId: string } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const years = yearsOf(await reportSettings(tx), terms.editions)
    const today = zoneOfEditions(terms.editions).dayOf(store.now())
    const period = periodWith(reportDefinitions[kind], years, month)
    if (period.from > today)
      return refused('not valid', `${periodWords(period)} has not begun`, 'choose an earlier month', '/month')
    const drafted = await makeDraft(tx, store, { kind, period })
    return drafted ?? alreadyDrafted(reportDefinitions[kind].title.toLowerCase())
  })
}

/**
 * Drafts every report whose period is over, and tells those who write reports. Done again, it drafts what is missing:
 * a version stands once for a report and a period.
 */
export function draftDueReports(
  store: Store,
  acting: Acting,
): Promise<{ readonly drafted: readonly string[] } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const schedule = await scheduleOf(tx, store)
    if (schedule === undefined) return { drafted: [] }
    const drafted: string[] = []
    const titles: string[] = []
    for (const { kind, period } of reportsEnded(schedule)) {
      const made = await makeDraft(tx, store, { kind, period })
      if (isRefused(made)) return made
      if (made === undefined) continue
      drafted.push(made.reportId)
      titles.push(titleOf(kind, period))
    }
    if (titles.length > 0)
      await mailThoseWhoMay(tx, store, 'reports.write', {
        subject:
          titles.length === 1
            ? `${titles[0]}: a draft is ready`
            : `${titles.length} drafts of reports are ready`,
        says: ['These reports are drafted with their figures, and wait for your words:', titles],
      })
    return { drafted }
  })
}
