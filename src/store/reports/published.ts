import type { Acting } from '#core/people/acting.ts'
import type { Figure } from '#core/promises/figure.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { FrozenReport, ReportPeriod } from '#core/reporting/frozen-report.ts'
import type { ReportKind } from '#core/reporting/report-kind.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Store } from '../store.ts'

/** The figure of a promise that was published last, with that of the version before where it no longer holds. */
export interface PublishedFigure {
  readonly promise: string
  readonly figure: Figure
  /** The figure in words: “83.2%”. */
  readonly figureText: string
  readonly period: ReportPeriod
  readonly reportId: string
  readonly publishedAt: Instant
  readonly restates?: { readonly figure: Figure; readonly reportId: string; readonly because: string }
}

/** A report that was published, as it stands in a list. */
export interface PublishedReport {
  readonly reportId: string
  readonly report: ReportKind
  readonly title: string
  readonly period: ReportPeriod
  readonly version: number
  readonly publishedAt: Instant
  /** SHA-256 of its content, in hexadecimal digits. */
  readonly digest: string
  readonly isLatest: boolean
  /** A later version gives other figures. */
  readonly restated: boolean
}

/** The landlord’s signature under the digest, and the key it can be checked with. */
export interface ReportSignature {
  readonly keyId: string
  /** Ed25519, as base64. */
  readonly signature: string
  /** As PEM. */
  readonly publicKey: string
}

/** Of every promise, the figure that was published last, for the latest period. */
export function latestPublishedFigures(
  store: Store,
  acting: Acting,
): Promise<ReadonlyMap<string, PublishedFigure> | Refused> {
  return store.database.transact(acting, 'published.read', async () => new Map<string, PublishedFigure>())
}

/** Everything that was published, the latest first; what is for a panel alone is not shown to everybody. */
export function listPublished(store: Store, acting: Acting): Promise<readonly PublishedReport[] | Refused> {
  return store.database.transact(acting, 'published.read', async () => [])
}

/** One version of one report as it was published. */
export function readPublished(
  store: Store,
  acting: Acting,
  _asked: { readonly reportId: string },
): Promise<
  | {
      readonly report: PublishedReport
      readonly content: FrozenReport
      readonly signature: ReportSignature
    }
  | Refused
> {
  return store.database.transact(acting, 'published.read', async () =>
    refused('not found', 'there is no such report', 'see the list of reports'),
  )
}
