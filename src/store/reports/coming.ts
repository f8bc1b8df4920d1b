import type { Acting } from '#core/people/acting.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { ReportKind } from '#core/reporting/report-kind.ts'
import { reportsThatCome } from '#core/reporting/report-promises.ts'
import { yearsOf } from '#core/reporting/report-years.ts'
import { type ComingReport, comingReports, type Schedule } from '#core/reporting/schedule.ts'
import type { Transaction } from '../database.ts'
import { firstFact } from '../ledger/figures.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { dayText } from '../types.ts'
import { mayWork } from './read-reports.ts'
import { zoneOfEditions } from './report-figures.ts'
import { reportSettings } from './settings.ts'

/** Which reports are drafted next, and when; for those who write and those who check. */
export function listComing(store: Store, acting: Acting): Promise<readonly ComingReport[] | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const schedule = mayWork(acting) ? await scheduleOf(tx, store) : undefined
    if (schedule === undefined) return []
    const rows = await tx.run(reportsSince, [acting.landlord, dayText(schedule.from)])
    const there = new Set(rows.map(({ kind, period }) => `${kind} ${period}`))
    return comingReports(schedule, ({ kind, period }) => there.has(`${kind} ${period.name}`))
  })
}

/** A report that was not drafted for so many days after its period is left to be drafted by hand. */
const lookBackInDays = 100

/** Which reports come round; nothing where a landlord has just begun, and has nothing to report. */
export async function scheduleOf(tx: Transaction, store: Store): Promise<Schedule | undefined> {
  const [known] = await tx.run(firstFact, [tx.acting.landlord])
  const terms = await termsNow(tx, store)
  if (isRefused(terms) || known === undefined || known.first_at === null) return undefined
  const { editions } = terms
  const zone = zoneOfEditions(editions)
  const today = zone.dayOf(store.now())
  return {
    kinds: reportsThatCome(promisesOf(editions).map(({ promise }) => promise)),
    years: yearsOf(await reportSettings(tx), editions),
    from: Math.max(zone.dayOf(known.first_at), today - lookBackInDays),
    today,
  }
}

const reportsSince = statement<{ readonly kind: ReportKind; readonly period: string }>(
  'reports-since',
  'select kind, period from reports where landlord = $1 and to_on >= $2 and version = 1 limit 2000',
)
