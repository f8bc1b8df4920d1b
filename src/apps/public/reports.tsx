import { isRefused, type Refused } from '#core/refused.ts'
import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import { documentHtml } from '#http/formats/document-html.tsx'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { dayText } from '#http/page/dates.ts'
import { documentPages, type View } from '#http/public/document-pages.tsx'
import {
  type PublicAnswer,
  type PublicAsked,
  type PublicRoute,
  publicRoute,
} from '#http/public/public-route.ts'
import { reportCsv } from '#http/reports/report-csv.ts'
import { reportCsvMetadata } from '#http/reports/report-csv-metadata.ts'
import { reportDocument } from '#http/reports/report-document.ts'
import { reportXlsx } from '#http/reports/report-xlsx.ts'
import {
  listPublished,
  type PublishedContent,
  type PublishedReport,
  readPublished,
} from '#store/reports/published.ts'
import { siteOf } from './needed.ts'

/** Every report that was published, and each in all its forms. */
export const reportRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'GET', path: '/reports', cache: 'an hour', handle: allReports }),
  ...documentPages({
    path: '/reports/:reportId',
    cache: 'an hour',
    view: oneReport,
    translatedAs: ({ params }) => `report:${params['reportId'] ?? ''}`,
  }),
  file('csv', 'text/csv; charset=utf-8', ({ content }) => reportCsv(content)),
  file('csv-metadata.json', 'application/csvm+json; charset=utf-8', ({ content, report }) =>
    reportCsvMetadata(content, { url: `${report.reportId}.csv` }),
  ),
  // To the letter as it was signed, so that the digest can be worked out again.
  file('json', 'application/json; charset=utf-8', ({ text }) => text),
  file('xlsx', xlsxType(), ({ content }) => reportXlsx(content)),
]

function xlsxType(): string {
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

function file(
  extension: string,
  type: string,
  make: (found: PublishedContent) => string | Promise<Uint8Array>,
): PublicRoute {
  return publicRoute({
    method: 'GET',
    path: `/reports/:reportId.${extension}`,
    cache: 'an hour',
    handle: async (asked) => {
      const found = await publishedIn(asked)
      if (isRefused(found)) return found
      const made = await make(found)
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made
      const { reportId, publishedAt } = found.report
      return {
        file: { name: `${asked.landlord.slug}-${reportId}.${extension}`, type, bytes },
        changedAt: publishedAt,
        open: true,
        ...(extension === 'csv' && { links: [describedBy(asked.landlord.slug, reportId)] }),
      }
    },
  })
}

function describedBy(slug: string, reportId: string) {
  const href = local`/public/${slug}/reports/${`${reportId}.csv-metadata.json`}`
  return { href, rel: 'describedby', type: 'application/csvm+json' }
}

function publishedIn({ store, acting, params }: PublicAsked): Promise<PublishedContent | Refused> {
  return readPublished(store, acting, { reportId: params['reportId'] ?? '' })
}

async function allReports(asked: PublicAsked): Promise<PublicAnswer | Refused> {
  const site = siteOf(asked)
  if (isRefused(site)) return site
  const published = await listPublished(asked.store, asked.acting)
  if (isRefused(published)) return published
  const years = [...Map.groupBy(published, ({ period }) => yearOf(dayText(period.to)))]
  const { zone } = site.edition.calendar
  const latest = published[0]?.publishedAt
  return {
    title: 'Reports',
    ...(latest !== undefined && { changedAt: latest }),
    content: (
      <>
        <h1>Reports</h1>
        {published.length === 0 && <p>No report has been published yet.</p>}
        {years.map(([year, reports]) => (
          <section aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{year}</h2>
            <ul class="kept-public-reports">
              {reports.map((report) => (
                <ReportLine
                  slug={asked.landlord.slug}
                  report={report}
                  publishedOn={dayText(zone.dayOf(report.publishedAt))}
                />
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }
}

function yearOf(day: string): string {
  return day.slice(-4)
}

function ReportLine({
  slug,
  report,
  publishedOn,
}: {
  readonly slug: string
  readonly report: PublishedReport
  readonly publishedOn: string
}): Raw {
  const { reportId, title, period, version, isLatest } = report
  return (
    <li>
      <a class="govuk-link" href={local`/public/${slug}/reports/${reportId}`}>
        {version === 1 ? title : `${title}, version ${version}`}
      </a>
      <span class="kept-below">
        {`${dayText(period.from)} to ${dayText(period.to)}. Published on ${publishedOn}.`}
        {!isLatest && ' A later version puts figures right.'}
      </span>
    </li>
  )
}

async function oneReport(asked: PublicAsked): Promise<View | Refused> {
  const found = await publishedIn(asked)
  if (isRefused(found)) return found
  const { report, content } = found
  const document = reportDocument(content, asked.landlord)
  const { slug } = asked.landlord
  return {
    title: content.title,
    document,
    recorded: { document: `report:${report.reportId}`, source: report.digest },
    changedAt: report.publishedAt,
    back: { text: 'Reports', href: local`/public/${slug}/reports` },
    content: (
      <>
        {!report.isLatest && <Superseded slug={slug} found={found} />}
        {documentHtml(document)}
        <Files slug={slug} report={report} />
        <Signed slug={slug} found={found} content={content} />
      </>
    ),
  }
}

function Superseded({ slug, found }: { readonly slug: string; readonly found: PublishedContent }): Raw {
  const latest = found.versions[0]
  if (latest === undefined) return <></>
  return (
    <p class="govuk-inset-text">
      {`Version ${latest.version} puts figures of this report right. `}
      <a class="govuk-link" href={local`/public/${slug}/reports/${latest.reportId}`}>
        Read the later version
      </a>
      .
    </p>
  )
}

function Files({
  slug,
  report: { reportId },
}: {
  readonly slug: string
  readonly report: PublishedReport
}): Raw {
  const files = [
    ['csv', 'Table (CSV)'],
    ['csv-metadata.json', 'What the columns of the table mean (CSVW)'],
    ['xlsx', 'Spreadsheet (Excel)'],
    ['json', 'Everything in the report, as it was signed (JSON)'],
  ] as const
  return (
    <section class="kept-other-forms" aria-labelledby="figures-as-data">
      <h2 class="govuk-heading-s" id="figures-as-data">
        The figures as data
      </h2>
      <ul>
        {files.map(([extension, text]) => (
          <li>
            <a class="govuk-link" href={local`/public/${slug}/reports/${`${reportId}.${extension}`}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Signed({
  slug,
  found: { report, signature },
}: {
  readonly slug: string
  readonly found: PublishedContent
  readonly content: FrozenReport
}): Raw {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">How to check that nothing was changed</span>
      </summary>
      <div class="govuk-details__text">
        <p>
          The file with everything in the report has this digest (SHA-256). It is signed with{' '}
          <a class="govuk-link" href={local`/public/${slug}/keys`}>
            our key
          </a>{' '}
          (Ed25519).
        </p>
        <p>
          <code class="kept-digest">{report.digest}</code>
        </p>
        <p>
          <code class="kept-digest">{signature.signature}</code>
        </p>
      </div>
    </details>
  )
}
