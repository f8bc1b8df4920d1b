import type { StandingPromise } from '#core/promises/attention.ts'
import { promisesOf } from '#core/promises/edition.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { canonical } from '#core/reporting/canonical.ts'
import { changesOf, type FigureChange } from '#core/reporting/compare-figures.ts'
import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import { frozenReport, titleOf } from '#core/reporting/freeze.ts'
import { type Fulfilment, fulfilmentsOf } from '#core/reporting/fulfilled.ts'
import { reportDefinitions } from '#core/reporting/report-kind.ts'
import type { Figure } from '#core/promises/figure.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { letTimePass } from '../ledger/figures.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { type LateFact, lateFacts } from './late-facts.ts'
import { publishedById } from './published-row.ts'
import { figuresOfReport } from './report-figures.ts'
import { complaintsIn } from './complaints-in.ts'
import { inputsDigest } from './report-inputs.ts'
import {
  noSuchReport,
  periodOfRow,
  reportById,
  reportColumns,
  type ReportRow,
  type SentFigures,
} from './report-row.ts'
import { type ReportStep, stepsOf } from './report-steps.ts'
import { textsOf, type WordsWritten, wordsOf } from './report-words.ts'
import { digestOf } from './verify-report.ts'

/** A report as it stands before it is published. */
export interface DraftReport {
  readonly row: ReportRow
  readonly title: string
  /** It as it would be published now. */
  readonly content: FrozenReport
  readonly figures: readonly StandingPromise[]
  readonly words: ReadonlyMap<string, WordsWritten>
  readonly fulfilments: readonly Fulfilment[]
  readonly steps: readonly ReportStep[]
  /** The date today, where the landlord is. */
  readonly today: Day
  /** What somebody who checks it saw, to be handed back when they publish it. */
  readonly seen: string
  /** What changed since it was sent to be checked. */
  readonly sinceSent: readonly PromiseChange[]
  /** For a restatement: what is another than it was published, and what was told late. */
  readonly sincePublished: readonly PromiseChange[]
  readonly late: readonly LateFact[]
}

/** A promise whose figure is another than it was. */
export interface PromiseChange {
  readonly promise: string
  readonly was: Figure
  readonly is: Figure
  readonly changes: readonly FigureChange[]
}

/** A report that is not published yet. */
export interface OpenReport extends ReportRow {
  /** Whoever asks had a hand in it, so that somebody else has to check it (`isOwn`). */
  readonly isOwn: boolean
}

/** Every report that is not published yet, the first due first; for those who write and those who check. */
export function listDrafts(store: Store, acting: Acting): Promise<readonly OpenReport[] | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) =>
    mayWork(acting) ? tx.run(openReports, [acting.landlord, acting.by]) : [],
  )
}

/** One that is not published yet, with its figures as they stand. For anybody else it is not there. */
export async function readDraft(
  store: Store,
  acting: Acting,
  { reportId }: { readonly reportId: string },
): Promise<DraftReport | Refused> {
  const upToNow = mayWork(acting) && (await letTimePass(store, acting))
  return store.database.transact(
    acting,
    'published.read',
    async (tx) => {
      const row = await reportById(tx, reportId)
      if (isRefused(row)) return row
      if (!mayWork(acting) || row.state === 'published') return noSuchReport()
      return draftWithin(tx, store, row, upToNow)
    },
    { snapshot: true },
  )
}

/** Whether somebody writes reports or checks them. */
export function mayWork({ may }: Acting): boolean {
  return may.has('reports.write') || may.has('publish')
}

/** The same within a transaction that reads everything as it stood at one instant. */
export async function draftWithin(
  tx: Transaction,
  store: Store,
  row: ReportRow,
  upToNow: boolean,
): Promise<DraftReport | Refused> {
  const { kind, reportId } = row
  const period = periodOfRow(row)
  const now = await figuresOfReport(tx, store, { kind, period, upToNow })
  if (isRefused(now)) return now
  const words = await wordsOf(tx, reportId)
  const before = row.restates === null ? undefined : await publishedById(tx, row.restates)
  const content = frozenReport({
    report: kind,
    landlord: await landlordName(tx),
    editions: now.editions,
    period,
    version: row.version,
    asOf: now.asOf,
    figures: now.figures,
    words: textsOf(words),
    notes: now.notes,
    inputs: await inputsDigest(tx, period, now.asOf),
    complaints: reportDefinitions[kind].readers === 'panel' ? await complaintsIn(tx, period, now) : undefined,
    before: before && { ...before, because: row.because ?? '' },
  })
  const [sent] = await tx.run(sentFigures, [tx.acting.landlord, reportId])
  return {
    row,
    title: titleOf(kind, period),
    content,
    figures: now.figures,
    words,
    fulfilments: fulfilmentsOf(
      reportDefinitions[kind],
      promisesOf(now.editions).map(({ promise }) => promise),
    ),
    steps: await stepsOf(tx, reportId),
    today: now.zone.dayOf(store.now()),
    seen: seenOf(content, row),
    sinceSent: sent?.figures ? changedSince(sent.figures.figures, figuresOf(content)) : [],
    sincePublished: before ? changedSince(figuresOf(before.content), figuresOf(content)) : [],
    late: before ? await lateFacts(tx, { period, zone: now.zone, since: before.publishedAt }) : [],
  }
}

/** What differs, promise by promise, from figures known before. Promises that were not known then are no change. */
export function changedSince(known: readonly Figure[], now: readonly Figure[]): readonly PromiseChange[] {
  const was = new Map(known.map((figure) => [figure.promise, figure]))
  return now.flatMap((is) => {
    const old = was.get(is.promise)
    if (old === undefined) return []
    const changes = changesOf(old, is)
    return changes.length === 0 ? [] : [{ promise: is.promise, was: old, is, changes }]
  })
}

/** The figures of a published report. */
export function figuresOf({ promises }: FrozenReport): readonly Figure[] {
  return promises.map(({ figure }) => figure)
}

/** A digest of what a report says, but for when it was looked at: two people who see the same get the same. */
function seenOf(content: FrozenReport, { fulfils, because }: ReportRow): string {
  const { asOf: _asOf, inputs: _inputs, ...says } = content
  return digestOf(canonical({ ...says, fulfils, because }))
}

async function landlordName(tx: Transaction): Promise<string> {
  const [landlord] = await tx.run(nameOfLandlord, [tx.acting.landlord])
  return landlord?.name ?? ''
}

const openReports = statement<OpenReport>(
  'open-reports',
  `select ${reportColumns}, coalesce(r.sent_by = $2, false) or coalesce(r.changed_by = $2, false) or exists (
            select from report_words w
             where w.landlord = r.landlord and w.report_id = r.report_id and w.written_by = $2) as "isOwn"
     from reports r
    where r.landlord = $1 and r.state <> 'published' order by r.due_on, r.kind, r.report_id limit 500`,
)

const sentFigures = statement<{ readonly figures: SentFigures | null }>(
  'sent-figures-of-report',
  'select sent_figures as figures from reports where landlord = $1 and report_id = $2',
)

const nameOfLandlord = statement<{ readonly name: string }>(
  'name-of-landlord-of-report',
  'select name from landlords where landlord = $1',
)
