import type { Acting } from '#core/people/acting.ts'
import type { Figure } from '#core/promises/figure.ts'
import type { Refused } from '#core/refused.ts'
import { titleOf } from '#core/reporting/freeze.ts'
import type { FrozenReport, ReportPeriod } from '#core/reporting/frozen-report.ts'
import { reportDefinitions, type ReportKind, reportKinds } from '#core/reporting/report-kind.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { publishedById } from './published-row.ts'
import { noSuchReport } from './report-row.ts'

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

/** Of every promise, the figure that was published last, for the latest period; of two, for the shorter. */
export function latestPublishedFigures(
  store: Store,
  acting: Acting,
): Promise<ReadonlyMap<string, PublishedFigure> | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const rows = await tx.run(latestOfEach, [acting.landlord, forEverybody])
    const figures = new Map<string, PublishedFigure>()
    for (const { reportId, publishedAt, text } of rows) {
      const { period, promises } = JSON.parse(text) as FrozenReport
      for (const { promise, figure, figureText, restates } of promises) {
        if (figures.has(promise)) continue
        const known = { promise, figure, figureText, period, reportId, publishedAt }
        figures.set(promise, restates === undefined ? known : { ...known, restates })
      }
    }
    return figures
  })
}

/** Everything that was published, the latest first; what is for a panel alone is not shown to everybody. */
export function listPublished(store: Store, acting: Acting): Promise<readonly PublishedReport[] | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) =>
    (await tx.run(publishedList, [acting.landlord, kindsFor(acting)])).map(reportOf),
  )
}

/** One version of one report as it was published. */
export function readPublished(
  store: Store,
  acting: Acting,
  { reportId }: { readonly reportId: string },
): Promise<PublishedContent | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const [row] = await tx.run(publishedEntry, [acting.landlord, kindsFor(acting), reportId])
    const found = row && (await publishedById(tx, reportId))
    if (row === undefined || found === undefined) return noSuchReport()
    const { content, text, keyId, signature, publicKey, publishedBy } = found
    const versions = await tx.run(versionsOf, [acting.landlord, row.report, row.period])
    return {
      report: reportOf(row),
      content,
      text,
      versions,
      signature: { keyId, signature, publicKey },
      publishedBy,
    }
  })
}

/** The keys with which what the landlord published can be checked, the newest first. */
export function publicKeysOf(
  store: Store,
  acting: Acting,
): Promise<readonly { readonly keyId: string; readonly publicKey: string }[] | Refused> {
  return store.database.transact(acting, 'published.read', (tx) => tx.run(keysOf, [acting.landlord]))
}

/** A published report with what was put under it. */
export interface PublishedContent {
  readonly report: PublishedReport
  readonly content: FrozenReport
  /** The content to the letter, of which the digest was made. */
  readonly text: string
  /** Every version of it that was published, the newest first. */
  readonly versions: readonly {
    readonly reportId: string
    readonly version: number
    readonly publishedAt: Instant
  }[]
  readonly signature: ReportSignature
  /** Who checked and published it, as the ledger names them. */
  readonly publishedBy: string
}

const forEverybody = reportKinds.filter((kind) => reportDefinitions[kind].readers === 'everybody')

/** What is made for a panel is shown to its members and to staff, who read figures. */
function kindsFor({ may }: Acting): readonly ReportKind[] {
  return may.has('figures.read') ? reportKinds : forEverybody
}

interface Entry extends Omit<PublishedReport, 'title' | 'period'> {
  readonly period: string
  readonly fromOn: Day
  readonly toOn: Day
}

function reportOf({ period, fromOn, toOn, ...entry }: Entry): PublishedReport {
  const days = { name: period, from: fromOn, to: toOn }
  return { ...entry, title: titleOf(entry.report, days), period: days }
}

const later = `exists (
  select from reports n join published_reports np on np.landlord = n.landlord and np.report_id = n.report_id
   where n.landlord = r.landlord and n.kind = r.kind and n.period = r.period and n.version > r.version)`

const entryColumns = `r.report_id as "reportId", r.kind as report, r.period, r.from_on as "fromOn", r.to_on as "toOn",
  r.version, p.published_at as "publishedAt", p.digest, not ${later} as "isLatest", ${later} as restated`

const joined = `from published_reports p join reports r on r.landlord = p.landlord and r.report_id = p.report_id`

const publishedList = statement<Entry>(
  'published-reports',
  `select ${entryColumns} ${joined}
    where p.landlord = $1 and r.kind = any ($2::text[])
    order by p.published_at desc, r.to_on desc, p.report_id limit 1000`,
)

const publishedEntry = statement<Entry>(
  'published-report-entry',
  `select ${entryColumns} ${joined} where p.landlord = $1 and r.kind = any ($2::text[]) and p.report_id = $3`,
)

const versionsOf = statement<{
  readonly reportId: string
  readonly version: number
  readonly publishedAt: Instant
}>(
  'versions-of-published-report',
  `select r.report_id as "reportId", r.version, p.published_at as "publishedAt" ${joined}
    where p.landlord = $1 and r.kind = $2 and r.period = $3 order by r.version desc limit 100`,
)

// Of each kind the latest alone is read whole.
const latestOfEach = statement<{
  readonly reportId: string
  readonly publishedAt: Instant
  readonly text: string
}>(
  'latest-published-of-each-kind',
  `select p.report_id as "reportId", p.published_at as "publishedAt", p.content as text
     from (
       select distinct on (r.kind) r.landlord, r.report_id, r.from_on, r.to_on ${joined}
        where p.landlord = $1 and r.kind = any ($2::text[])
        order by r.kind, r.to_on desc, r.version desc) as latest
     join published_reports p on p.landlord = latest.landlord and p.report_id = latest.report_id
    where p.landlord = $1
    order by latest.to_on desc, latest.from_on desc, p.report_id`,
)

const keysOf = statement<{ readonly keyId: string; readonly publicKey: string }>(
  'public-signing-keys',
  `select key_id as "keyId", public_key as "publicKey" from signing_keys
    where landlord = $1 order by made_at desc, key_id limit 100`,
)
