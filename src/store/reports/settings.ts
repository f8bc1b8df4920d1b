import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { usualYearBegins } from '#core/reporting/report-period.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** What a landlord chose for its reports. */
export interface ReportSettings {
  /** The month in which its year begins: 1 is January. */
  readonly yearBegins: number
}

/** What was chosen, or what is usual. */
export function readReportSettings(store: Store, acting: Acting): Promise<ReportSettings | Refused> {
  return store.database.transact(acting, 'published.read', reportSettings)
}

/** Chooses the month in which the year begins, for reports drafted from now on. */
export function setReportSettings(
  store: Store,
  acting: Acting,
  { yearBegins }: ReportSettings,
): Promise<ReportSettings | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    if (!Number.isInteger(yearBegins) || yearBegins < 1 || yearBegins > 12)
      return refused('not valid', 'this is no month', 'choose one of the twelve', '/yearBegins')
    await tx.run(putSettings, [acting.landlord, yearBegins, instantText(store.now()), acting.by])
    return { yearBegins }
  })
}

/** The same within a transaction. */
export async function reportSettings(tx: Transaction): Promise<ReportSettings> {
  const [chosen] = await tx.run(settingsOf, [tx.acting.landlord])
  return chosen ?? { yearBegins: usualYearBegins }
}

const settingsOf = statement<ReportSettings>(
  'report-settings',
  'select year_begins as "yearBegins" from report_settings where landlord = $1',
)

const putSettings = statement(
  'put-report-settings',
  `insert into report_settings (landlord, year_begins, changed_at, changed_by) values ($1, $2, $3, $4)
   on conflict (landlord)
   do update set year_begins = excluded.year_begins, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
)
