import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type ReportYears, usualYearBegins } from '#core/reporting/report-period.ts'
import { type ReportSettings, yearsOf } from '#core/reporting/report-years.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'

/** The years of a landlord’s reports, as it chose them or as is usual. */
export function readReportYears(store: Store, acting: Acting): Promise<ReportYears | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const terms = await termsNow(tx, store)
    return isRefused(terms) ? terms : yearsOf(await reportSettings(tx), terms.editions)
  })
}

/** Chooses when the landlord’s years begin, for reports drafted from now on. */
export function setReportSettings(
  store: Store,
  acting: Acting,
  { yearBegins, threeYearsFrom }: ReportSettings,
): Promise<ReportSettings | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    if (!Number.isInteger(yearBegins) || yearBegins < 1 || yearBegins > 12)
      return refused('not valid', 'this is no month', 'choose one of the twelve', '/yearBegins')
    if (threeYearsFrom !== null && !isYear(threeYearsFrom))
      return refused('not valid', 'this is no year', 'choose one of those offered', '/threeYearsFrom')
    const at = instantText(store.now())
    await tx.run(putSettings, [acting.landlord, yearBegins, threeYearsFrom, at, acting.by])
    return { yearBegins, threeYearsFrom }
  })
}

/** What a landlord chose, or what is usual. */
export async function reportSettings(tx: Transaction): Promise<ReportSettings> {
  const [chosen] = await tx.run(settingsOf, [tx.acting.landlord])
  return chosen ?? { yearBegins: usualYearBegins, threeYearsFrom: null }
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2200
}

const settingsOf = statement<ReportSettings>(
  'report-settings',
  'select year_begins as "yearBegins", three_years_from as "threeYearsFrom" from report_settings where landlord = $1',
)

const putSettings = statement(
  'put-report-settings',
  `insert into report_settings (landlord, year_begins, three_years_from, changed_at, changed_by) values ($1, $2, $3, $4, $5)
   on conflict (landlord)
   do update set year_begins = excluded.year_begins, three_years_from = excluded.three_years_from, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
)
