import type { StandingPromise } from '#core/promises/attention.ts'
import type { Edition } from '#core/promises/edition.ts'
import { figurePoint, figureText, targetText } from '#core/promises/shown-figure.ts'
import type { Instant } from '#core/time/instant.ts'
import { changesOf } from './compare-figures.ts'
import type { Complaints, FrozenPromise, FrozenReport, ReportPeriod } from './frozen-report.ts'
import { type ReportKind, reportDefinitions } from './report-kind.ts'
import { periodWords } from './report-period.ts'
import { introduction, placeOfPromise, placeOfSection, type WordsOf } from './report-words.ts'

/** Everything that goes into a report when it is frozen. */
export interface ToFreeze {
  readonly report: ReportKind
  readonly landlord: string
  readonly editions: readonly Edition[]
  readonly period: ReportPeriod
  readonly version: number
  readonly asOf: Instant
  readonly figures: readonly StandingPromise[]
  readonly words: WordsOf
  readonly notes: readonly string[]
  readonly inputs: string
  readonly complaints?: Complaints | undefined
  /** The version before, as it was published, and why it no longer holds. */
  readonly before?: BeforeIt | undefined
}

/** The version that a report restates. */
export interface BeforeIt {
  readonly reportId: string
  readonly publishedAt: Instant
  readonly because: string
  readonly content: FrozenReport
}

/** A report with all that it says, to be kept as it is. */
export function frozenReport(given: ToFreeze): FrozenReport {
  const { report, period, version, words, before, figures, complaints } = given
  const newest = given.editions.at(-1)
  if (newest === undefined) throw new Error('a report is of at least one edition')
  return {
    format: 1,
    report,
    title: titleOf(report, period),
    landlord: given.landlord,
    standards: { pack: newest.pack.id, title: newest.pack.title },
    editions: editionsIn(given.editions, period),
    period,
    version,
    asOf: given.asOf,
    timeZone: newest.pack.timeZone,
    introduction: words.get(introduction) ?? '',
    sections: [...new Set(figures.map(({ promise }) => promise.section))].map((name) => ({
      name,
      words: words.get(placeOfSection(name)) ?? '',
    })),
    promises: figures.map((each) => frozenPromise(each, words, before)),
    ...(complaints && { complaints }),
    notes: given.notes,
    inputs: given.inputs,
    ...(before && {
      restates: {
        reportId: before.reportId,
        version: before.content.version,
        publishedAt: before.publishedAt,
        because: before.because,
      },
    }),
  }
}

/** “Quarterly report, January to March 2026”. */
export function titleOf(report: ReportKind, period: ReportPeriod): string {
  return `${reportDefinitions[report].title}, ${periodWords(period)}`
}

/** One whose spell touches the period; the newest where none does. */
function editionsIn(editions: readonly Edition[], { from, to }: ReportPeriod): FrozenReport['editions'] {
  const touching = editions.filter(
    ({ pack }, index) => pack.inForceFrom <= to && (editions[index + 1]?.pack.inForceFrom ?? to) >= from,
  )
  return (touching.length > 0 ? touching : editions.slice(-1)).map(({ pack }) => ({
    edition: pack.edition,
    inForceFrom: pack.inForceFrom,
  }))
}

function frozenPromise(
  { promise, whole, formula, standing, shown, byPeriod }: StandingPromise,
  words: WordsOf,
  before: BeforeIt | undefined,
): FrozenPromise {
  const old = before?.content.promises.find((each) => each.promise === promise.id)
  return {
    promise: promise.id,
    section: promise.section,
    subject: promise.subject,
    says: promise.promise,
    reading: promise.reading ?? null,
    formula,
    figure: whole,
    figureText: figureText(promise, whole),
    targetText: targetText(promise),
    standing,
    shown: { unit: shown.unit, per: shown.per, better: shown.better ?? null, target: shown.target ?? null },
    points: byPeriod.map((figure) => ({ period: figure.period, value: figurePoint(promise, figure) })),
    why: words.get(placeOfPromise(promise.id, 'why')) ?? '',
    doing: words.get(placeOfPromise(promise.id, 'doing')) ?? '',
    ...(before &&
      old &&
      changesOf(old.figure, whole).length > 0 && {
        restates: {
          figure: old.figure,
          figureText: old.figureText,
          reportId: before.reportId,
          because: before.because,
        },
      }),
  }
}
