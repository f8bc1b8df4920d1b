import type { StandingPromise } from '#core/promises/attention.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { chartMonths, draftFigures } from '#core/reporting/draft-figures.ts'
import type { ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { ReportKind } from '#core/reporting/report-kind.ts'
import type { Instant } from '#core/time/instant.ts'
import { firstDayOf, monthOf } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { figuresWithin } from '../ledger/figures.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'

/** The figures of a report as they stand now. */
export interface FiguresNow {
  readonly editions: readonly Edition[]
  readonly figures: readonly StandingPromise[]
  readonly asOf: Instant
  /** The landlord’s. */
  readonly zone: Zone
  readonly notes: readonly string[]
}

/** Reads the figures of a report, with the months up to the end of its period for the charts. */
export async function figuresOfReport(
  tx: Transaction,
  store: Store,
  {
    kind,
    period,
    upToNow,
  }: { readonly kind: ReportKind; readonly period: ReportPeriod; readonly upToNow: boolean },
): Promise<FiguresNow | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const { from, to } = period
  const whole = await figuresWithin(tx, store, { from, to, by: 'all', upToNow })
  if (isRefused(whole)) return whole
  const first = firstDayOf(Math.min(monthOf(from), monthOf(to) - chartMonths + 1))
  const months = await figuresWithin(tx, store, { from: first, to, by: 'month', upToNow })
  if (isRefused(months)) return months
  return {
    editions: terms.editions,
    figures: draftFigures(kind, period, { whole, months }),
    asOf: whole.asOf,
    zone: zoneOfEditions(terms.editions),
    notes: whole.notes,
  }
}

/** The zone in which a landlord’s days are counted. */
export function zoneOfEditions(editions: readonly Edition[]): Zone {
  const zone = editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('terms have at least one edition')
  return zone
}
