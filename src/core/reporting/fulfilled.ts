import { inPlainWords } from '#core/promises/plain-words.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import type { ReportDefinition, ReportKind } from './report-kind.ts'

/** Something the landlord must show or do, which publishing a report may fulfil. */
export interface Fulfilment {
  /** How a form names it: `LHH-52:website`, `OHG-54:duty`. */
  readonly key: string
  readonly promise: string
  readonly says: string
  readonly does:
    | { readonly shows: string; readonly where: string }
    /** Evidence that a recurring duty was done. */
    | { readonly duty: string }
  /** Chosen to begin with, for this report. */
  readonly usual: boolean
}

/** What publishing a report may fulfil of what the pack says is published or done every so often. */
export function fulfilmentsOf(
  { kind, readers }: Pick<ReportDefinition, 'kind' | 'readers'>,
  promises: readonly PackPromise[],
): readonly Fulfilment[] {
  return promises.flatMap((promise): readonly Fulfilment[] => {
    if (promise.measure === 'published' && readers === 'everybody') {
      const { what, where } = promise.clauses
      if (!ofResults.test(what)) return []
      return where.map((place) => ({
        key: `${promise.id}:${place}`,
        promise: promise.id,
        says: `${inPlainWords(what)}, ${inPlainWords(place)}`,
        does: { shows: what, where: place },
        usual: ofFigures.test(what) && (place === 'website' || place === placesOf[kind]),
      }))
    }
    if (promise.measure !== 'recurring' || promise.clauses.duty === undefined) return []
    const { duty } = promise.clauses
    if (!ofReports.test(duty)) return []
    return [
      {
        key: `${promise.id}:duty`,
        promise: promise.id,
        says: inPlainWords(duty),
        does: { duty },
        usual: false,
      },
    ]
  })
}

/** Where a report goes beside the website. What hangs in an office, somebody has to have hung there. */
const placesOf: Partial<Readonly<Record<ReportKind, string>>> = {
  annual: 'annual-report',
  newsletter: 'newsletter',
}

/** What a report of figures can be the publication of. */
const ofFigures = /performance|results|figures/
const ofResults = /performance|results|figures|improvements|costs/
const ofReports =
  /report|figures|performance|results|assessment|review|newsletter|monitoring|analysis|indicators|audit/
