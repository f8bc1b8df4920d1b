import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { ReportPeriod } from '#core/reporting/frozen-report.ts'
import { fulfilmentsOf } from '#core/reporting/fulfilled.ts'
import { reportDefinitions, type ReportKind } from '#core/reporting/report-kind.ts'
import { dueOn } from '#core/reporting/report-period.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { dayText, instantText } from '../types.ts'
import { recordReportStep } from './report-steps.ts'

/** Begins the first version of a report; nothing where there is one already, in whatever state. */
export async function makeDraft(
  tx: Transaction,
  store: Store,
  { kind, period }: { readonly kind: ReportKind; readonly period: ReportPeriod },
): Promise<{ readonly reportId: string } | undefined | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const definition = reportDefinitions[kind]
  const promises = promisesOf(terms.editions).map(({ promise }) => promise)
  const usual = fulfilmentsOf(definition, promises).filter((each) => each.usual)
  const drafted = await insertVersion(tx, store, {
    kind,
    period,
    version: 1,
    restates: null,
    fulfils: usual.map(({ key }) => key),
  })
  return drafted
}

/** The next version of one that was published, which restates it; nothing where that is begun already. */
export async function makeRestatement(
  tx: Transaction,
  store: Store,
  of: {
    readonly kind: ReportKind
    readonly period: ReportPeriod
    readonly version: number
    readonly reportId: string
  },
): Promise<{ readonly reportId: string } | undefined> {
  return insertVersion(tx, store, {
    kind: of.kind,
    period: of.period,
    version: of.version + 1,
    restates: of.reportId,
    fulfils: [],
  })
}

/** What was drafted already, for whoever asks for it again. */
export function alreadyDrafted(title: string): Refused {
  return refused(
    'already there',
    `there is already a ${title} of this time`,
    'open it from the list of reports',
  )
}

interface NewVersion {
  readonly kind: ReportKind
  readonly period: ReportPeriod
  readonly version: number
  readonly restates: string | null
  readonly fulfils: readonly string[]
}

async function insertVersion(
  tx: Transaction,
  store: Store,
  { kind, period, version, restates, fulfils }: NewVersion,
): Promise<{ readonly reportId: string } | undefined> {
  const at = store.now()
  const reportId = newId()
  const [inserted] = await tx.run(insertReport, [
    tx.acting.landlord,
    reportId,
    kind,
    period.name,
    dayText(period.from),
    dayText(period.to),
    dayText(dueOn(reportDefinitions[kind], period)),
    version,
    restates,
    JSON.stringify(fulfils),
    instantText(at),
    tx.acting.by,
  ])
  if (inserted === undefined) return undefined
  await recordReportStep(tx, at, { reportId, step: 'drafted' })
  return { reportId }
}

const insertReport = statement<{ readonly reportId: string }>(
  'insert-report',
  `insert into reports
     (landlord, report_id, kind, period, from_on, to_on, due_on, version, state, restates, fulfils, revision, drafted_at,
      drafted_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'drafted', $9, $10::json, 1, $11, $12)
   on conflict (landlord, kind, period, version) do nothing returning report_id as "reportId"`,
)
