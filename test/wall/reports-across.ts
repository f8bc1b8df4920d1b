import type { Acting } from '#core/people/acting.ts'
import { introduction } from '#core/reporting/report-words.ts'
import { monthOf } from '#core/time/period.ts'
import { draftReport } from '#store/reports/draft-report.ts'
import { writeReport } from '#store/reports/write-report.ts'
import type { Store } from '#store/store.ts'
import { day } from '#test/core/time/calendars.ts'
import { done } from '#test/store/databases.ts'
import { pair, published } from '#test/store/reports/staff.ts'

/** A report that A drafted with words of its own, and one that it published. */
export async function reportsOfA(store: Store, a: Acting, mark: string) {
  const { writer } = pair(a)
  const { reportId: report } = done(
    await draftReport(store, writer, { kind: 'quarterly', month: monthOf(day('2022-06-01')) }),
  )
  const typed = { words: new Map([[introduction, `${mark} kept it.`]]), openedAt: store.now() }
  done(await writeReport(store, writer, { reportId: report, typed }))
  const publishedReport = await published(store, a, { kind: 'quarterly', on: '2022-03-01' })
  return { report, publishedReport }
}
